"""Signing in: a password and then a code, or a passkey alone; and signing out."""

from uuid import UUID

from allauth.account.adapter import get_adapter
from allauth.account.internal.decorators import login_stage_required
from allauth.account.models import Login
from allauth.core.internal.ratelimit import consume
from allauth.mfa.stages import AuthenticateStage
from allauth.mfa.webauthn.internal import auth as webauthn
from allauth.mfa.webauthn.internal import flows as passkeys
from django.contrib.auth import logout
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from alongside.accounts import demo, factors, happenings, proof, sessions
from alongside.accounts.forms import Code, Passkey, PasskeySignIn, SignIn
from alongside.accounts.views.guards import SEAT, SIGN_IN, onward, to
from alongside.foundation.webkit.fields import wrong
from alongside.foundation.webkit.outside import outside

WHO = "who signs in has not chosen an agency yet"


@outside(WHO)
@sensitive_post_parameters("password")
def sign_in(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated:
        return to(SEAT, onward(request))
    form = SignIn(request.POST or None, request=request)
    if request.method == "POST" and form.is_valid():
        sessions.note_device(request, shared=form.cleaned_data["shared"])
        return form.login(request, redirect_url=f"{SEAT}?{urlencode({'next': onward(request)})}")
    return entrance(request, form, form)


@outside(WHO)
@require_safe
def passkey_question(request: HttpRequest) -> HttpResponse:
    """What the page's script asks the device's passkey: any passkey made here, with its owner verified."""
    return JsonResponse(webauthn.begin_authentication(None))


@outside(WHO)
@require_POST
def passkey(request: HttpRequest) -> HttpResponse:
    form = PasskeySignIn(request.POST)
    if not consume(request, app="allauth.mfa", action="webauthn_login"):
        form.add_error(None, wrong("accounts.fault.too_many"))
        return entrance(request, SignIn(request=request), form, status=429)
    if not form.is_valid():
        return entrance(request, SignIn(request=request), form)
    sessions.note_device(request, shared=form.cleaned_data["shared"])
    authenticator = form.cleaned_data["credential"]
    proof.prove(request, authenticator.user, form.by)
    login = Login(user=authenticator.user, redirect_url=f"{SEAT}?{urlencode({'next': onward(request)})}")
    return passkeys.perform_passwordless_login(request, authenticator, login)


def entrance(request: HttpRequest, form: SignIn, sent: Form, status: int = 422) -> HttpResponse:
    """The page of signing in. `sent` is the form that came, of the two that stand on it."""
    context = {"form": form, "sent": sent, "next": onward(request), "people": demo.people()}
    return render(request, "accounts/sign_in.html", context, status=status_of(sent, status))


def status_of(form: Form, status: int = 422) -> int:
    if not form.is_bound:
        return 200
    held = any(fault.code == "too_many_login_attempts" for faults in form.errors.as_data().values() for fault in faults)
    return 429 if held else status


@outside(WHO)
@login_stage_required(stage=AuthenticateStage.key, redirect_urlname="account_login")
def code(request: HttpRequest) -> HttpResponse:
    """The second step after a password: a code, a recovery code, or a passkey."""
    stage = request._login_stage  # type: ignore[attr-defined]
    account = stage.login.user
    kind = Passkey if "credential" in request.POST else Code
    form = kind(request.POST or None, user=account)
    if request.method == "POST" and form.is_valid():
        form.save()
        proof.prove(request, account, form.by)
        return stage.exit()
    context = {"form": form if kind is Code else Code(user=account), "sent": form}
    if factors.has_passkey(account.pk):
        context["question"] = webauthn.begin_authentication(account)
    return render(request, "accounts/code.html", context, status=status_of(form))


@outside(WHO)
@require_POST
def as_demo_person(request: HttpRequest, account: UUID) -> HttpResponse:
    """One click, while every agency here is a demo. Otherwise there is nobody to sign in as."""
    found = demo.account_of(account)
    if found is None:
        raise Http404
    logout(request)
    proof.prove(request, found, "demo")
    get_adapter().login(request, found)
    return to(SEAT, onward(request))


@outside(WHO)
def sign_out(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        if request.user.is_authenticated:
            happenings.tell("signed_out", request.user.pk)
        logout(request)
        return to(SIGN_IN)
    return render(request, "accounts/sign_out.html")


@outside(WHO)
@require_safe
def ask(request: HttpRequest) -> HttpResponse:
    """Who has no way in any more: whom to ask."""
    return render(request, "accounts/ask.html")


@outside(WHO)
@require_safe
def closed(request: HttpRequest) -> HttpResponse:
    """Shown after the right password or passkey of an account that was closed."""
    return render(request, "accounts/closed.html", status=403)
