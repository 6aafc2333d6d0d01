"""Forms of phases, other changes, reasons and of beginning a plan."""

from datetime import UTC, date, datetime, time
from typing import Any

from django import forms

from alongside.foundation.moments import moment, start_of
from alongside.foundation.webkit.fields import Choice, Clock, Day, LongText, Text, said
from alongside.plans.models.plans import KINDS
from alongside.plans.models.targets import CHANGE_KINDS, CONDITIONS


class KindForm(forms.Form):
    kind = Choice(KINDS, says="plans.kind.")


class EndForm(forms.Form):
    because = LongText(most=1000, label=said("plans.form.because"), widget=forms.Textarea(attrs={"rows": 2}))


class ReasonForm(forms.Form):
    reason = Text(label=said("plans.form.reason"))


class SchoolForm(forms.Form):
    concerns = Choice(("yes", "no"), says="plans.school.")


class PhaseForm(forms.Form):
    condition = Choice(CONDITIONS, says="plans.condition.", label=said("plans.form.condition"))
    label = Text(most=80, label=said("plans.form.label"), help_text=said("plans.form.label_hint"))
    day = Day(label=said("plans.form.phase_day"))
    clock = Clock(required=False, label=said("plans.form.phase_clock"), help_text=said("plans.form.phase_clock_hint"))

    def begins_at(self, zone: str) -> datetime:
        return at(self.cleaned_data["day"], self.cleaned_data["clock"], zone)


class CorrectionForm(PhaseForm):
    reason = Text(label=said("plans.form.reason"))


class ChangeForm(forms.Form):
    kind = Choice(CHANGE_KINDS, says="plans.change.", label=said("plans.form.change_kind"))
    label = Text(most=80, label=said("plans.form.change_label"))
    day = Day(label=said("plans.form.change_day"))

    def at(self, zone: str) -> datetime:
        return at(self.cleaned_data["day"], None, zone)


def at(day: date, clock: time | None, zone: str) -> datetime:
    """The moment of a day and a clock time in a zone; without a time, the day's beginning."""
    return moment(day, clock, zone, field="clock") if clock else start_of(day, zone)


def local(at: datetime, zone: Any) -> dict[str, Any]:
    """A moment as the day and the clock of a form."""
    there = (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(zone)
    return {"day": there.date(), "clock": there.time().replace(second=0, microsecond=0)}
