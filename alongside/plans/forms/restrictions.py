"""Forms of restrictive procedures: what one is, and who agreed to it."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.forms import BoundField

from alongside.foundation.webkit.fields import Choice, Day, LongText, Number, Text, said
from alongside.plans import known
from alongside.plans.rules import texts
from alongside.plans.rules.limits import NAME, SHORT

MORE = 2
TRIED = ("what", "began_on", "ended_on", "result")
ROWS = {"rows": 2}


def _words(name: str, *, required: bool = False) -> LongText:
    return LongText(
        most=SHORT, required=required, label=said(f"plans.restriction.{name}"),
        help_text=said(f"plans.restriction.{name}_hint"), widget=forms.Textarea(attrs=ROWS),
    )  # fmt: skip


class RestrictionForm(forms.Form):
    kind = Choice(
        known.restrictive()["kind"], says="plans.restrictive.kind.", label=said("plans.restriction.kind"),
        help_text=said("plans.restriction.kind_hint"),
    )  # fmt: skip
    what = _words("what", required=True)
    when = _words("when")
    why = _words("why")
    minutes = Number(
        least=1, most=60, required=False, label=said("plans.restriction.minutes"),
        help_text=said("plans.restriction.minutes_hint"),
    )  # fmt: skip
    times_a_day = Number(least=1, most=50, required=False, label=said("plans.restriction.times_a_day"))
    who = _words("who")
    training = _words("training")
    ends_when = _words("ends_when")
    fading = _words("fading")
    review_days = Number(least=1, most=365, required=False, label=said("plans.restriction.review_days"))

    def __init__(self, data: Any = None, *, restriction: texts.Restriction | None) -> None:
        super().__init__(data, initial=vars(restriction) if restriction else {})
        self.restriction_id = restriction.restriction_id if restriction else None
        there = restriction.tried if restriction else ()
        self.rows = range(min(known.restrictive()["most_tried"], len(there) + MORE))
        for n in self.rows:
            self.fields |= _tried(n, there[n] if n < len(there) else texts.Tried(""))

    def plain(self) -> list[BoundField]:
        return [self[name] for name in self.base_fields]

    def tried(self) -> list[tuple[int, list[BoundField]]]:
        """The fields of each way that was tried before, with its number from 1."""
        return [(n + 1, [self[f"tried-{n}-{name}"] for name in TRIED]) for n in self.rows]

    def clean(self) -> dict[str, Any]:
        """What was tried needs its words where a day or a result is given."""
        for n in self.rows:
            row = self._row(n)
            if not row["what"] and any(row.values()):
                self.add_error(f"tried-{n}-what", said("foundation.field.required"))
        return self.cleaned_data

    def section(self) -> texts.Restriction:
        plain = {name: self.cleaned_data[name] for name in self.base_fields}
        rows = (self._row(n) for n in self.rows)
        tried = tuple(texts.Tried(**row) for row in rows if row["what"])
        numbers = {
            name: int(plain[name]) if plain[name] else None for name in ("minutes", "times_a_day", "review_days")
        }
        return texts.Restriction(**plain | numbers, tried=tried, restriction_id=self.restriction_id)

    def _row(self, n: int) -> dict[str, Any]:
        return {name: self.cleaned_data.get(f"tried-{n}-{name}") for name in TRIED}


def _tried(n: int, row: texts.Tried) -> dict[str, forms.Field]:
    fields: dict[str, forms.Field] = {
        "what": Text(most=200, required=False, label=said("plans.restriction.tried_what")),
        "began_on": Day(required=False, label=said("plans.restriction.tried_from")),
        "ended_on": Day(required=False, label=said("plans.restriction.tried_to")),
        "result": Text(most=200, required=False, label=said("plans.restriction.tried_result")),
    }
    for name, field in fields.items():
        field.initial = getattr(row, name)
    return {f"tried-{n}-{name}": field for name, field in fields.items()}


class ApprovalForm(forms.Form):
    gate = Choice(label=said("plans.approval.gate"))
    agreed_by = Text(most=NAME, label=said("plans.approval.agreed_by"))
    capacity = Text(most=NAME, label=said("plans.approval.capacity"), help_text=said("plans.approval.capacity_hint"))
    decided_on = Day(label=said("plans.approval.decided_on"))
    expires_on = Day(label=said("plans.approval.expires_on"), help_text=said("plans.approval.expires_hint"))
    paper = Text(most=NAME, required=False, label=said("plans.approval.paper"))

    def __init__(self, data: Any = None, *, gates: Sequence[str]) -> None:
        super().__init__(data)
        self.fields["gate"].choices = [(gate, said(f"plans.restrictive.gate.{gate}")) for gate in gates]  # type: ignore[attr-defined]


class WithdrawForm(forms.Form):
    because = LongText(most=SHORT, label=said("plans.form.reason"), widget=forms.Textarea(attrs=ROWS))
