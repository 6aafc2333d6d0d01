"""The forms of signing in: they say what is wrong from the catalogue, and set limits."""

from functools import cache
from typing import Any

from allauth.account.forms import LoginForm
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AuthenticateWebAuthnForm
from allauth.mfa.webauthn.internal import auth as webauthn
from cryptography.exceptions import InvalidSignature
from django import forms
from django.contrib.auth.password_validation import CommonPasswordValidator

from alongside.accounts import factors, happenings, rules
from alongside.accounts.fields import Credential, Digits, Email, Secret
from alongside.foundation.webkit.fields import Text, Yes, said, wrong

UNREADABLE = (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, InvalidSignature)


class SignIn(LoginForm):
    """E-mail address and password, and whose device it is."""

    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields = {
            "login": Email(label=said("accounts.sign_in.email")),
            "password": Secret(label=said("accounts.sign_in.password")),
            "shared": shared_device(),
        }


class Code(AuthenticateForm):
    """A code of an authenticator app or a recovery code, each good for one time."""

    code = Digits(label=said("accounts.code.label"))

    def clean_code(self) -> str:
        try:
            code: str = super().clean_code()
        except forms.ValidationError:
            happenings.tell("failed", self.user.pk, "code")
            raise
        if self.authenticator.type == factors.TOTP and not factors.spend(self.user.pk, code):
            raise wrong("accounts.fault.code")
        return code

    @property
    def by(self) -> str:
        return str(self.authenticator.type)


class Passkey(AuthenticateWebAuthnForm):
    """What a passkey answered to our question. Without `user`, it says itself whose it is."""

    credential = Credential()
    by = "passkey"

    def clean_credential(self) -> Authenticator:
        try:
            return super().clean_credential()
        except UNREADABLE:
            raise wrong("accounts.fault.code") from None


class PasskeySignIn(Passkey):
    """Signing in with nothing but a passkey."""

    passwordless = True
    shared = None

    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__(*args, user=None, **rest)
        self.fields["shared"] = shared_device()


class NewPasskey(forms.Form):
    """A passkey made just now, with a name by which its owner knows it again."""

    name = Text(most=60, label=said("accounts.passkey.name"))
    credential = Credential()

    def clean_credential(self) -> Any:
        credential = self.cleaned_data["credential"]
        try:
            webauthn.parse_registration_response(credential)
            webauthn.complete_registration(credential)
        except UNREADABLE:
            raise wrong("accounts.fault.code") from None
        return credential


class NewApp(ActivateTOTPForm):
    """The first code of an authenticator app: it shows that the app has the key."""

    code = Digits(label=said("accounts.totp.code"))

    def clean_code(self) -> str:
        code: str = super().clean_code()
        factors.spend(self.user.pk, code)
        return code


class NewPassword(forms.Form):
    """A new password, typed twice."""

    password = Secret(new=True, label=said("accounts.password.new"))
    again = Secret(new=True, label=said("accounts.password.again"))

    def __init__(self, *args: Any, email: str, with_factor: bool, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.email, self.with_factor = email, with_factor
        least = rules.WITH_FACTOR if with_factor else rules.ALONE
        self.fields["password"].help_text = said("accounts.password.hint", count=least)

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        for fault in rules.password_faults(password, email=self.email, common=common(), with_factor=self.with_factor):
            raise wrong(fault.code, **fault.values)
        return password

    def clean_again(self) -> str:
        again: str = self.cleaned_data["again"]
        if again != self.cleaned_data.get("password", again):
            raise wrong("accounts.password.different")
        return again


class Password(forms.Form):
    """The password of somebody who is signed in, to confirm who they are."""

    password = Secret(label=said("accounts.sign_in.password"))


class Invite(forms.Form):
    """For whom a link is made. Whose account is known keeps its address."""

    email = Email(label=said("accounts.invite.email"))

    def __init__(self, *args: Any, known: bool, **rest: Any) -> None:
        super().__init__(*args, **rest)
        if known:
            del self.fields["email"]


def shared_device() -> Yes:
    return Yes(label=said("accounts.sign_in.shared"))


@cache
def common() -> frozenset[str]:
    """20,000 passwords that are tried first (Django's list, by Royce Williams)."""
    return frozenset(CommonPasswordValidator().passwords)
