"""Setting a factor: an authenticator app or a passkey, and the recovery codes, which are shown once."""

from allauth.mfa.adapter import get_adapter
from allauth.mfa.recovery_codes.internal import flows as codes
from allauth.mfa.totp.internal import flows as totp
from allauth.mfa.webauthn.internal import auth as webauthn
from allauth.mfa.webauthn.internal import flows as passkeys
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_POST, require_safe

from alongside.accounts import factors, happenings, invitations, proof, sessions
from alongside.accounts.forms import NewApp, NewPasskey
from alongside.accounts.views.guards import OWN, SEAT, confirmed_first, signed_in_first, to
from alongside.foundation.messages import say
from alongside.foundation.webkit.outside import outside

OWN_ACCOUNT = "one's own account, whatever the agency"
CODES = "/account/codes/"


@outside(OWN_ACCOUNT)
@require_safe
@signed_in_first
def choose(request: HttpRequest) -> HttpResponse:
    """Who signed in with a password alone chooses a second factor before anything else opens."""
    if proof.proven(request):
        return to(OWN)
    return render(request, "accounts/factor.html")


@outside(OWN_ACCOUNT)
@confirmed_first
def app(request: HttpRequest) -> HttpResponse:
    """An authenticator app: the picture of its key, and its first code."""
    not_in_the_demo(request)
    if factors.factors(request.user.pk).totp:
        return to(OWN)
    form = NewApp(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        totp.activate_totp(request, form)
        return settled(request, "totp", "totp_added")
    adapter = get_adapter()
    picture = adapter.build_totp_svg(adapter.build_totp_url(request.user, form.secret))
    context = {"form": form, "picture": mark_safe(picture.partition("?>")[2]), "key": form.secret}
    return render(request, "accounts/app.html", context, status=422 if form.is_bound else 200)


@outside(OWN_ACCOUNT)
@confirmed_first
def passkey(request: HttpRequest) -> HttpResponse:
    """A passkey, kept by this device or a key on a ring, which verifies its owner."""
    not_in_the_demo(request)
    count = len(factors.factors(request.user.pk).passkeys)
    form = NewPasskey(request.POST or None, initial={"name": say("accounts.passkey.first", number=count + 1)})
    if request.method == "POST" and form.is_valid():
        passkeys.add_authenticator(request, form.cleaned_data["name"], form.cleaned_data["credential"])
        return settled(request, "passkey", "passkey_added")
    context = {"form": form, "question": webauthn.begin_registration(request.user, passwordless=True)}
    return render(request, "accounts/passkey.html", context, status=422 if form.is_bound else 200)


def settled(request: HttpRequest, by: str, what: str) -> HttpResponse:
    """The account has a factor: it is proved by it, and the link that led here opens nothing more."""
    happenings.tell(what, request.user.pk)
    invitations.use_up(request.user.pk)
    if not proof.proven(request):
        proof.prove(request, request.user, by)
        proof.confirm(request, by)
        sessions.end_sessions(request.user.pk, but=request.session.session_key)  # those that a password alone opened
        return to(CODES)
    return to(OWN)


@outside(OWN_ACCOUNT)
@confirmed_first
def recovery_codes(request: HttpRequest) -> HttpResponse:
    """Ten codes, each good once, shown once: later only how many are left. A new set ends the old one."""
    not_in_the_demo(request)
    if not factors.has_factor(request.user.pk):
        return to(SEAT)
    if request.method == "POST":
        codes.generate_recovery_codes(request)
        happenings.tell("codes_made", request.user.pk)
        return to(CODES)
    kept, first_time = codes.view_recovery_codes(request)
    unused = kept.get_unused_codes() if kept else []
    context = {"codes": unused if first_time else [], "left": len(unused)}
    return render(request, "accounts/codes.html", context)


@outside(OWN_ACCOUNT)
@require_POST
@confirmed_first
def remove_passkey(request: HttpRequest, passkey: int) -> HttpResponse:
    not_in_the_demo(request)
    if not factors.remove_passkey(request.user.pk, passkey):
        return to(f"{OWN}?last")
    return to(OWN)


def not_in_the_demo(request: HttpRequest) -> None:
    """A visitor of the demo must not shut the others out."""
    if proof.proven(request) == "demo":
        raise Http404
