"""The checklist as a form: yes, no or not applicable for each step."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.forms import BoundField

from alongside.fidelity.rules import Step
from alongside.foundation.webkit.fields import Choice, LongText, Ref, Text, said

RESULTS = ("yes", "no", "na")


class ChecklistForm(forms.Form):
    """One line of three buttons a step, in groups; then a remark."""

    operation = Ref(label=said("fidelity.form.operation"))
    remark = LongText(most=1_000, required=False, label=said("fidelity.form.remark"))

    def __init__(self, data: Any = None, *, steps: Iterable[Step], initial: Mapping[str, str] | None = None) -> None:
        super().__init__(data, initial={f"step-{key}": result for key, result in (initial or {}).items()})
        self.steps = tuple(steps)
        for step in self.steps:
            self.fields[f"step-{step.key}"] = Choice(
                RESULTS, says="fidelity.result.", label=step.text, widget=forms.RadioSelect
            )

    def groups(self) -> list[tuple[str, list[BoundField]]]:
        """The fields of the steps, by the moment of the plan at which they stand, in order."""
        found: dict[str, list[BoundField]] = {}
        for step in self.steps:
            found.setdefault(step.moment, []).append(self[f"step-{step.key}"])
        return list(found.items())

    def results(self) -> dict[str, str]:
        return {step.key: self.cleaned_data[f"step-{step.key}"] for step in self.steps}


class CheckForm(ChecklistForm):
    """Who was seen, by whom, and the checklist."""

    def __init__(self, data: Any = None, *, steps: Iterable[Step], kinds: Iterable[str]) -> None:
        super().__init__(data, steps=steps)
        kinds = tuple(kinds)
        self.fields["kind"] = Choice(
            kinds, says="fidelity.kind_form.", initial=kinds[0], label=said("fidelity.form.kind"),
            widget=forms.RadioSelect,
        )  # fmt: skip
        self.fields["who"] = Text(
            required=False, most=120, label=said("fidelity.form.who"), help_text=said("fidelity.form.who_hint")
        )


class CorrectionForm(ChecklistForm):
    """The checklist as it should have been, and why."""

    def __init__(self, data: Any = None, *, steps: Iterable[Step], initial: Mapping[str, str], remark: str) -> None:
        super().__init__(data, steps=steps, initial=initial)
        self.fields["remark"].initial = remark
        self.fields["reason"] = Text(label=said("fidelity.form.reason"))
