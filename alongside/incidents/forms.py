"""What the forms of a crisis ask."""

from django import forms

from alongside.foundation import reference
from alongside.foundation.webkit.fields import Choice, LongText, Ref, said

_LINES = [one["key"] for one in reference.load("crisis")["line"]]


class BeginForm(forms.Form):
    operation = Ref()


class MarkForm(forms.Form):
    operation = Ref()
    line = Choice(_LINES, says="incidents.line.")
    words = LongText(
        most=1_000, required=False, label=said("incidents.form.words"), help_text=said("incidents.form.words_hint"),
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip


class AboutForm(forms.Form):
    about = Ref()
