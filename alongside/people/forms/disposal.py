"""Forms about records whose time is over."""

from django import forms

from alongside.foundation.webkit.fields import LongText, said


class Why(forms.Form):
    reason = LongText(most=1_000, label=said("people.form.reason"), help_text=said("people.hint.disposal"))


class Confirm(forms.Form):
    """Nothing is asked but the button: who confirms has just shown who they are."""
