"""The link of an invitation: choosing a password or a passkey, for the first time or after a lost phone."""

from allauth.account.adapter import get_adapter
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.debug import sensitive_post_parameters

from alongside.accounts import invitations
from alongside.accounts.forms import NewPassword
from alongside.accounts.views.guards import FACTOR, to
from alongside.foundation.webkit.outside import outside


@outside("who comes by a link has no account yet that could choose an agency")
@sensitive_post_parameters("password", "again")
def invitation(request: HttpRequest, secret: str) -> HttpResponse:
    found = invitations.opened(secret)
    if found is None:
        return render(request, "accounts/link_over.html", status=404)
    by_passkey = "passkey" in request.POST
    form = NewPassword(None if by_passkey else request.POST or None, email=found.email, with_factor=True)
    if request.method == "POST" and (by_passkey or form.is_valid()):
        logout(request)
        account = invitations.begin_anew(found.account_id, None if by_passkey else form.cleaned_data["password"])
        get_adapter().login(request, account)
        return to(f"{FACTOR}passkey/" if by_passkey else FACTOR)
    context = {"form": form, "email": found.email}
    return render(request, "accounts/invitation.html", context, status=422 if form.is_bound else 200)
