"""One's own account: how one signs in, where one is signed in, what happened lately."""

from django.contrib.auth import update_session_auth_hash
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from alongside.accounts import factors, happenings, proof, sessions
from alongside.accounts.forms import NewPassword
from alongside.accounts.views.guards import OWN, confirmed_first, signed_in_first, to
from alongside.accounts.views.setting import OWN_ACCOUNT, not_in_the_demo
from alongside.foundation.webkit.outside import outside


@outside(OWN_ACCOUNT)
@require_safe
@signed_in_first
def overview(request: HttpRequest) -> HttpResponse:
    account = request.user
    context = {
        "email": account.email,
        "factors": factors.factors(account.pk),
        "has_password": account.has_usable_password(),
        "browsers": sessions.browsers(account.pk, this=request.session.session_key),
        "happenings": happenings.latest(account.pk),
        "is_demo": proof.proven(request) == "demo",
        "last": "last" in request.GET,
    }
    return render(request, "accounts/own.html", context)


@outside(OWN_ACCOUNT)
@sensitive_post_parameters("password", "again")
@confirmed_first
def password(request: HttpRequest) -> HttpResponse:
    """A new password ends every other browser of the account."""
    not_in_the_demo(request)
    account = request.user
    form = NewPassword(request.POST or None, email=account.email, with_factor=factors.has_factor(account.pk))
    if request.method == "POST" and form.is_valid():
        account.set_password(form.cleaned_data["password"])
        with transaction.atomic():
            account.save(update_fields=["password"])
            happenings.tell("password_set", account.pk, "password")
            update_session_auth_hash(request, account)
            sessions.end_sessions(account.pk, but=request.session.session_key)
        return to(OWN)
    return render(request, "accounts/password.html", {"form": form}, status=422 if form.is_bound else 200)


@outside(OWN_ACCOUNT)
@require_POST
@signed_in_first
def end_others(request: HttpRequest) -> HttpResponse:
    """Sign out everywhere but here."""
    sessions.end_sessions(request.user.pk, but=request.session.session_key)
    return to(OWN)
