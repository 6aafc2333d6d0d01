"""Showing again who one is: before a signature, breaking the glass, or a change to the account. Lasts ten minutes."""

from allauth.account.adapter import get_adapter
from allauth.mfa.webauthn.internal import auth as webauthn
from django.forms import Form, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.debug import sensitive_post_parameters

from alongside.accounts import demo, factors, proof
from alongside.accounts.forms import Code, Passkey, Password
from alongside.accounts.views.entering import status_of
from alongside.accounts.views.guards import onward, signed_in_first
from alongside.foundation.webkit.fields import wrong
from alongside.foundation.webkit.outside import outside


@outside("asks who sits here, not for whose agency")
@sensitive_post_parameters("password")
@signed_in_first
def confirm(request: HttpRequest) -> HttpResponse:
    form, by = answered(request)
    if by:
        proof.confirm(request, by)
        response = HttpResponseRedirect(onward(request))
        response.status_code = 303
        return response
    return render(request, "accounts/confirm.html", question(request, form), status=status_of(form))


def answered(request: HttpRequest) -> tuple[Form, str]:
    """The form that was sent (an empty one for a fresh page), and by which means it proved who sits here."""
    if request.method != "POST":
        return Form(), ""
    if "credential" in request.POST:
        return checked(Passkey(request.POST, user=request.user), "passkey")
    if "code" in request.POST:
        return checked(Code(request.POST, user=request.user), "code")
    if "password" in request.POST:
        return by_password(request)
    return Form(), by_click(request)


def checked(form: Form, by: str) -> tuple[Form, str]:
    return form, by if form.is_valid() else ""


def by_password(request: HttpRequest) -> tuple[Form, str]:
    """Counted with the tries at sign-in: a browser left open gives nobody more of them."""
    form = Password(request.POST)
    if not form.is_valid():
        return form, ""
    try:
        found = get_adapter().authenticate(request, email=request.user.email, password=form.cleaned_data["password"])
    except ValidationError as too_many:
        form.add_error(None, too_many)
        return form, ""
    if found is None or found.pk != request.user.pk:
        form.add_error("password", wrong("accounts.fault.password"))
        return form, ""
    return form, "password"


def by_click(request: HttpRequest) -> str:
    """Enough for a member of the demo's cast, while every agency is a demo."""
    return "demo" if proof.proven(request) == "demo" and demo.account_of(request.user.pk) else ""


def question(request: HttpRequest, form: Form) -> dict[str, object]:
    """What this account can confirm with."""
    account = request.user
    context = {"next": onward(request), "sent": form, "demo": by_click(request)}
    if context["demo"]:
        return context
    has = factors.factors(account.pk)
    context["question"] = webauthn.begin_authentication(account) if has.passkeys else None
    context["code"] = form if isinstance(form, Code) else Code(user=account) if has.totp or has.codes_left else None
    context["password"] = form if isinstance(form, Password) else Password()
    context["password"] = context["password"] if account.has_usable_password() else None
    return context
