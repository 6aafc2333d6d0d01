"""Forms of deciding about a move, of moving by hand, of ending a program."""

from datetime import datetime
from typing import Any

from django import forms

from alongside.foundation.moments import start_of
from alongside.foundation.webkit.fields import Choice, Day, LongText, Text, said, wrong
from alongside.skills.models.programs import ANSWERS, KINDS

FEW = forms.Textarea(attrs={"rows": 2})


class DecisionForm(forms.Form):
    kind = Choice(KINDS, says="skills.kind.", widget=forms.HiddenInput)
    upto = Text(required=False, widget=forms.HiddenInput)
    answer = Choice(ANSWERS, says="skills.answer.")
    reason = LongText(required=False, most=1_000, widget=FEW, label=said("skills.form.reason_against"))

    def clean_upto(self) -> datetime | None:
        try:
            return datetime.fromisoformat(self.cleaned_data["upto"]) if self.cleaned_data["upto"] else None
        except ValueError as odd:
            raise wrong("foundation.field.choice") from odd


class MoveForm(forms.Form):
    """`steps`: the names of the program's steps; the last choice is that it is learned."""

    step = Choice([], label=said("skills.form.step"))
    begins_on = Day(required=False, label=said("skills.form.begins_on"), help_text=said("skills.form.begins_on_hint"))
    reason = LongText(most=1_000, widget=FEW, label=said("skills.form.reason"))

    def __init__(self, data: Any = None, *, steps: list[tuple[str, str]]) -> None:
        super().__init__(data)
        self.fields["step"].choices = [*steps, ("learned", said("skills.form.learned"))]  # type: ignore[attr-defined]

    def begins_at(self, zone: str) -> datetime | None:
        day = self.cleaned_data["begins_on"]
        return start_of(day, zone) if day else None


class EndForm(forms.Form):
    because = LongText(most=1_000, widget=FEW, label=said("skills.form.end_because"))
