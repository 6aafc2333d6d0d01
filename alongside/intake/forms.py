"""Forms of intake."""

from django import forms

from alongside.foundation import reference
from alongside.foundation.webkit.fields import Choice, Choices, Day, LongText, Text, Yes, said
from alongside.intake.models import CLOSINGS, SOURCES, URGENCIES


class Refer(forms.Form):
    """Who, how they are reached, why, how soon, and who asks."""

    source = Choice(SOURCES, says="intake.source.", label=said("intake.form.source"))
    referrer = Text(required=False, label=said("intake.form.referrer"), help_text=said("intake.hint.referrer"))
    received_on = Day(label=said("intake.form.received_on"))
    urgency = Choice(URGENCIES, says="intake.urgency.", label=said("intake.form.urgency"), widget=forms.RadioSelect)
    given = Text(label=said("intake.form.given"))
    family = Text(required=False, label=said("intake.form.family"))
    born = Day(required=False, label=said("intake.form.born"))
    pronouns = Text(required=False, label=said("intake.form.pronouns"))
    language = Choice(label=said("intake.form.language"), initial="en")
    interpreter = Yes(label=said("intake.form.interpreter"))
    contact = Text(required=False, label=said("intake.form.contact"), help_text=said("intake.hint.contact"))
    relation = Text(required=False, most=60, label=said("intake.form.relation"))
    phone = Text(required=False, most=40, label=said("intake.form.phone"))
    reason = LongText(most=4_000, label=said("intake.form.reason"), help_text=said("intake.hint.reason"))

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        languages = list(reference.load("languages")["language"].items())
        self.fields["language"].choices = languages  # type: ignore[attr-defined]


class Close(forms.Form):
    how = Choice(CLOSINGS, says="intake.closing.", label=said("intake.form.how"))
    reason = LongText(most=2_000, label=said("intake.form.why"))


class Begin(forms.Form):
    identifier = Text(most=40, label=said("intake.form.identifier"))
    programme = Choice(label=said("intake.form.programme"))
    lead = Choice(label=said("intake.form.lead"), help_text=said("intake.hint.lead"))
    began_on = Day(label=said("intake.form.began_on"))
    another = Yes(label=said("intake.form.another"))


class BeginFor(forms.Form):
    lead = Choice(label=said("intake.form.lead"))
    began_on = Day(label=said("intake.form.began_on"))


class Draw(forms.Form):
    names = Choices(label=said("intake.form.names"))


class Summarize(forms.Form):
    strengths = LongText(most=8_000, label=said("intake.form.strengths"), help_text=said("intake.hint.strengths"))
    findings = LongText(most=8_000, label=said("intake.form.findings"), help_text=said("intake.hint.findings"))
    risk = LongText(most=8_000, required=False, label=said("intake.form.risk"))
    recommendations = LongText(most=8_000, label=said("intake.form.recommendations"))
    saved = forms.IntegerField(required=False, min_value=0, max_value=10**8, widget=forms.HiddenInput)

    def clean_saved(self) -> int:
        return self.cleaned_data["saved"] or 0


class Acknowledge(forms.Form):
    remark = LongText(most=2_000, required=False, label=said("intake.form.remark"))
