"""Forms about which edition of shipped knowledge the agency works by."""

from django import forms

from alongside.foundation.webkit.fields import Choice, Day, LongText, said


class Propose(forms.Form):
    edition = Choice(label=said("people.editions.what"))
    since = Day(label=said("people.form.from_day"))
    reason = LongText(most=1_000, label=said("people.form.reason"), help_text=said("people.hint.edition_reason"))


class Adopt(forms.Form):
    """Nothing is asked but the button."""


class Decline(forms.Form):
    reason = LongText(most=1_000, label=said("people.form.reason"))
