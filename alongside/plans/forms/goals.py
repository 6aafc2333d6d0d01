"""The form of a goal with its objectives: those that are there, and two more to fill in."""

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from django import forms
from django.forms import BoundField

from alongside.foundation.webkit.fields import Choice, Day, LongText, Number, Text, Yes, said
from alongside.plans.forms.fields import Level, as_float
from alongside.plans.rules import texts
from alongside.plans.rules.writing import MOST_OBJECTIVES

MORE = 2
NAMES = ("text", "target_id", "unit", "baseline", "comparator", "criterion", "sessions_in_a_row", "due_on")


class GoalForm(forms.Form):
    words = LongText(most=1000, label=said("plans.form.words"))
    own_words = Yes(label=said("plans.form.own_words"))

    def __init__(self, data: Any = None, *, goal: texts.Goal | None, targets: Iterable[tuple[UUID, str, str]]) -> None:
        there = goal.objectives if goal else ()
        initial = {"words": goal.words, "own_words": goal.own_words} if goal else {}
        super().__init__(data, initial=initial | _initial(there))
        self.goal_id = goal.id if goal else None
        self.rows = range(min(MOST_OBJECTIVES, len(there) + MORE))
        choices = [(str(id), f"{name} ({unit})") for id, name, unit in targets]
        for n in self.rows:
            self.fields |= {f"objective-{n}-{name}": field for name, field in _fields(choices).items()}

    def objectives(self) -> Iterator[tuple[int, list[BoundField]]]:
        """The fields of each objective, with its number from 1."""
        for n in self.rows:
            yield n + 1, [self[f"objective-{n}-{name}"] for name in NAMES]

    def clean(self) -> dict[str, Any]:
        """An objective of which something is said needs its text."""
        for n in self.rows:
            said_of = {name: self.cleaned_data.get(f"objective-{n}-{name}") for name in NAMES}
            if not said_of["text"] and any(said_of[x] not in (None, "") for x in ("target_id", "unit", "criterion")):
                self.add_error(f"objective-{n}-text", said("foundation.field.required"))
        return self.cleaned_data

    def section(self) -> texts.Goal:
        read = ({name: self.cleaned_data[f"objective-{n}-{name}"] for name in NAMES} for n in self.rows)
        written = tuple(_objective(row) for row in read if row["text"])
        return texts.Goal(self.cleaned_data["words"], self.cleaned_data["own_words"], written, self.goal_id)


def _initial(there: Iterable[texts.Objective]) -> dict[str, Any]:
    return {f"objective-{n}-{name}": value for n, one in enumerate(there) for name, value in vars(one).items()}


def _fields(targets: list[tuple[str, str]]) -> dict[str, forms.Field]:
    return {
        "text": LongText(most=1000, required=False, label=said("plans.form.objective")),
        "target_id": Choice(targets, empty="plans.form.no_target", required=False, label=said("plans.form.target")),
        "unit": Text(most=80, required=False, label=said("plans.form.unit"), help_text=said("plans.form.unit_hint")),
        "baseline": Level(label=said("plans.form.objective_baseline")),
        "comparator": Choice(
            ((">=", said("plans.form.at_least")), ("<=", said("plans.form.at_most"))),
            initial=">=", label=said("plans.form.comparator"),
        ),
        "criterion": Level(label=said("plans.form.criterion")),
        "sessions_in_a_row": Number(
            least=1, most=30, initial=3, required=False, label=said("plans.form.sessions_in_a_row")
        ),
        "due_on": Day(required=False, label=said("plans.form.due_on")),
    }  # fmt: skip


def _objective(row: dict[str, Any]) -> texts.Objective:
    return texts.Objective(
        **row
        | {
            "target_id": UUID(row["target_id"]) if row["target_id"] else None,
            "baseline": as_float(row["baseline"]),
            "criterion": as_float(row["criterion"]),
            "sessions_in_a_row": row["sessions_in_a_row"] or 3,
        }
    )
