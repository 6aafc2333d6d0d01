"""What a decision asks."""

from django import forms

from alongside.foundation.webkit.fields import Choice, Day, LongText, Text, said
from alongside.outcomes.models import CHOICES


class DecisionForm(forms.Form):
    choice = Choice(
        CHOICES, says="outcomes.choice.", label=said("outcomes.form.choice"), widget=forms.RadioSelect
    )  # fmt: skip
    reason = LongText(most=2_000, label=said("outcomes.form.reason"), widget=forms.Textarea(attrs={"rows": 3}))
    look_again_on = Day(
        required=False, label=said("outcomes.form.look_again"), help_text=said("outcomes.form.look_hint")
    )
    seen = Text(most=80, required=False, widget=forms.HiddenInput())
