"""Form fields of signing in: secrets, addresses, codes, and what a passkey answers."""

from typing import Any

from django import forms

from alongside.accounts import rules
from alongside.accounts.adapters import WRONG_CODE
from alongside.foundation.webkit.fields import Text, said, wrong

LONGEST_CREDENTIAL = 20_000  # characters; a passkey's answer has about 1,500


class Secret(forms.CharField):
    """A password: never shown again, never trimmed, in one form whatever the keyboard composed."""

    def __init__(self, *, new: bool = False, **rest: Any) -> None:
        complete = "new-password" if new else "current-password"
        messages = {
            "required": said("foundation.field.required"),
            "max_length": said("accounts.password.long", count=rules.MOST),
            "null_characters_not_allowed": said("accounts.password.unreadable"),
        }
        widget = forms.PasswordInput(attrs={"autocomplete": complete})
        super().__init__(strip=False, max_length=rules.MOST, widget=widget, error_messages=messages, **rest)

    def to_python(self, value: Any) -> str:
        return rules.settled(super().to_python(value) or "")


class Email(forms.EmailField):
    """An e-mail address."""

    def __init__(self, **rest: Any) -> None:
        bad = said("accounts.fault.email")
        messages = {"required": said("foundation.field.required"), "invalid": bad, "max_length": bad}
        messages["null_characters_not_allowed"] = bad
        super().__init__(max_length=254, error_messages=messages, **rest)
        self.widget.attrs.update({"autocomplete": "username", "inputmode": "email", "spellcheck": "false"})


class Digits(Text):
    """A code of an authenticator app, or a recovery code."""

    def __init__(self, **rest: Any) -> None:
        attributes = {"autocomplete": "one-time-code", "inputmode": "numeric", "autocapitalize": "off"}
        super().__init__(most=40, widget=forms.TextInput(attrs=attributes), **rest)


class Credential(forms.JSONField):
    """What a passkey answered, as the script of the page put it there."""

    widget = forms.HiddenInput

    def __init__(self, **rest: Any) -> None:
        messages = {"required": said("accounts.fault.no_passkey"), "invalid": WRONG_CODE}
        super().__init__(error_messages=messages, **rest)

    def to_python(self, value: Any) -> Any:
        if len(str(value or "")) > LONGEST_CREDENTIAL:
            raise wrong("accounts.fault.code")
        try:
            return super().to_python(value)
        except RecursionError:
            raise wrong("accounts.fault.code") from None
