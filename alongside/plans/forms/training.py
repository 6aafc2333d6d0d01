"""The form of a training."""

from typing import Any

from django import forms

from alongside.foundation import reference
from alongside.foundation.webkit.fields import Choices, Day, LongText, Ref, Yes, said


class TrainingForm(forms.Form):
    """Who was trained, how, on which day, and whether they can do it."""

    staff_id = Ref()
    hows = Choices(label=said("plans.form.hows"), required=False)
    competent = Yes(label=said("plans.form.competent"))
    done_on = Day(required=False, label=said("plans.form.done_on"))
    remark = LongText(most=500, required=False, label=said("plans.form.remark"))

    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        hows = reference.load("readiness")["hows"]
        self.fields["hows"].choices = [(how, said(f"plans.how.{how}")) for how in hows]  # type: ignore[attr-defined]
