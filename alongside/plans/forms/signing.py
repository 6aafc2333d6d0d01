"""The forms of a signature and of a review."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.forms import BoundField

from alongside.foundation import files, reference
from alongside.foundation.webkit.fields import Choice, Day, LongText, Text, Yes, said, wrong
from alongside.plans.rules.signing import Line


class Scan(forms.FileField):
    """A scanned paper: PDF or picture, at most as large as files may be."""

    widget = forms.ClearableFileInput(attrs={"accept": ".pdf,.png,.jpg,.jpeg,application/pdf,image/png,image/jpeg"})

    def clean(self, value: Any, initial: Any = None) -> tuple[str, bytes] | None:
        found = super().clean(value, initial)
        if not found:
            return None
        if found.size > files.LARGEST:
            raise wrong("foundation.fault.file_size", largest=files.LARGEST // 1024 // 1024)
        return found.name, found.read()


class SignatureForm(forms.Form):
    """Somebody's signature on this device or on paper, a refusal, or that they could not be reached."""

    capacity = Choice(says="plans.signer.", label=said("plans.sign.capacity"))
    how = Choice(label=said("plans.sign.how"), widget=forms.RadioSelect)
    contact_id = Choice(required=False, label=said("plans.sign.contact"))
    name = Text(required=False, most=120, label=said("plans.sign.name"), help_text=said("plans.sign.name_hint"))
    relation = Text(required=False, most=80, label=said("plans.sign.relation"))
    agreed = Yes(label=said("plans.sign.agreed"))
    signed_on = Day(required=False, label=said("plans.sign.day"))
    scan = Scan(required=False, label=said("plans.sign.scan"), help_text=said("plans.sign.scan_hint"))
    reason = LongText(most=500, required=False, label=said("plans.sign.reason"))
    try_on = Day(required=False, label=said("plans.sign.try_on"))

    def __init__(self, *args: Any, contacts: Iterable[tuple[UUID, str, str]], **rest: Any) -> None:
        super().__init__(*args, **rest)
        known = reference.load("treatment")
        fields: Any = self.fields
        fields["capacity"].choices = [(c, said(f"plans.signer.{c}")) for c in known["capacities"]]
        fields["how"].choices = [(how, said(f"plans.sign.by.{how}")) for how in known["hows"]]
        people = [(str(id), f"{name}, {relation}") for id, name, relation in contacts]
        fields["contact_id"].choices = [("", said("plans.sign.nobody")), *people]

    def signature(self) -> dict[str, Any]:
        """What plans.note_signature takes."""
        kept = dict(self.cleaned_data)
        return {**kept, "contact_id": UUID(kept["contact_id"]) if kept["contact_id"] else None}


class ReviewForm(forms.Form):
    """Each objective with a verdict, who took part, what was decided, and when it is looked over next."""

    reviewed_on = Day(label=said("plans.review_form.reviewed_on"))
    cause = Choice(label=said("plans.review_form.cause"))
    took_part = Text(
        most=200, required=False, label=said("plans.review_form.took_part"),
        help_text=said("plans.review_form.took_part_hint"),
    )  # fmt: skip
    decision = Choice(label=said("plans.review_form.decision"), widget=forms.RadioSelect)
    next_on = Day(required=False, label=said("plans.review_form.next_on"), help_text=said("plans.form.review_hint"))
    remark = LongText(most=2_000, required=False, label=said("plans.review_form.remark"))

    def __init__(self, *args: Any, objectives: Iterable[tuple[UUID, str]], **rest: Any) -> None:
        super().__init__(*args, **rest)
        known, self.objectives = reference.load("treatment"), tuple(objectives)
        fields: Any = self.fields
        fields["cause"].choices = [(c, said(f"plans.cause.{c}")) for c in known["causes"]]
        fields["decision"].choices = [(d, said(f"plans.decision.{d}")) for d in known["decisions"]]
        verdicts = [(v, said(f"plans.verdict.{v}")) for v in known["verdicts"]]
        for id, text in self.objectives:
            fields[f"verdict-{id}"] = Choice(verdicts, label=text, widget=forms.RadioSelect)
            fields[f"reason-{id}"] = Text(required=False, most=500, label=said("plans.review_form.reason"))

    def pairs(self) -> list[tuple[BoundField, BoundField]]:
        """The verdict and the reason of each objective."""
        return [(self[f"verdict-{id}"], self[f"reason-{id}"]) for id, _ in self.objectives]

    def review(self) -> dict[str, Any]:
        """What plans.hold_review takes."""
        kept = self.cleaned_data
        lines = [Line(id, kept[f"verdict-{id}"], kept[f"reason-{id}"]) for id, _ in self.objectives]
        names = ("reviewed_on", "cause", "took_part", "decision", "next_on", "remark")
        return {"lines": lines, **{name: kept[name] for name in names}}
