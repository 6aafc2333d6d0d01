"""Forms of an assessment: opening it, its days, its decision."""

from typing import Any
from uuid import UUID

from django import forms

from alongside.assessments.interviewing import ASKED
from alongside.assessments.known import known
from alongside.assessments.rules.decision import MOST, TEXTS, Decision
from alongside.foundation.webkit.fields import Choice, Choices, Day, LongText, Number, Text, said


class SpanForm(forms.Form):
    """The days whose records count."""

    began_on = Day(label=said("assessments.form.began_on"))
    until = Day(label=said("assessments.form.until"))


class OpenForm(SpanForm):
    """Of which behaviors, over which days, with which question."""

    targets = Choices(label=said("assessments.form.targets"), help_text=said("assessments.form.targets_hint"))
    question = LongText(
        most=1_000, required=False, label=said("assessments.form.question"), widget=forms.Textarea(attrs={"rows": 2})
    )
    field_order = ("targets", "question", "began_on", "until")

    def __init__(self, *args: Any, targets: list[tuple[str, str]], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["targets"].choices = targets  # type: ignore[attr-defined]

    def clean_targets(self) -> list[UUID]:
        return [UUID(one) for one in self.cleaned_data["targets"]]


class PlanForm(forms.Form):
    """From which template a plan is begun."""

    template = Choice(label=said("assessments.form.template"), help_text=said("assessments.form.template_hint"))

    def __init__(self, *args: Any, templates: list[tuple[str, str]], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["template"].choices = templates  # type: ignore[attr-defined]


class InterviewForm(forms.Form):
    """With whom the interview is held."""

    respondent = Choice(ASKED, says="assessments.respondent.", label=said("assessments.form.respondent"))
    answered_by = Text(
        required=False, label=said("assessments.form.answered_by"), help_text=said("assessments.form.answered_by_hint")
    )


class CloseForm(forms.Form):
    """Why no decision comes of it."""

    reason = LongText(most=1_000, label=said("assessments.form.close_reason"), widget=forms.Textarea(attrs={"rows": 2}))


def _text(name: str, *, rows: int = 2) -> LongText:
    return LongText(
        most=MOST, required=False, label=said(f"assessments.form.{name}"),
        help_text=said(f"assessments.form.{name}_hint"), widget=forms.Textarea(attrs={"rows": rows}),
    )  # fmt: skip


class DecisionForm(forms.Form):
    """The function, the statement in its parts, how sure, and why."""

    functions = Choices(
        known()["functions"], says="assessments.named.", required=False, label=said("assessments.form.functions"),
        help_text=said("assessments.form.functions_hint"),
    )  # fmt: skip
    setting_event = _text("setting_event")
    antecedent = _text("antecedent")
    behavior = _text("behavior")
    consequence = _text("consequence")
    confidence = Choice(
        known()["confidences"], says="assessments.confidence.", empty="assessments.confidence.none", required=False,
        label=said("assessments.form.confidence"), help_text=said("assessments.form.confidence_hint"),
    )  # fmt: skip
    reasons = _text("reasons", rows=5)
    saved = Number(least=1, most=1_000_000, widget=forms.HiddenInput)

    def decision(self) -> Decision:
        """What was written."""
        given = self.cleaned_data
        texts = {name: given[name] for name in TEXTS}
        return Decision(functions=tuple(given["functions"]), confidence=given["confidence"], **texts)
