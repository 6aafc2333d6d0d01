"""The form of the interventions: those that are there, and two more to fill in."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.forms import BoundField

from alongside.foundation.webkit.fields import Choice, Number, Text, said
from alongside.plans.rules import texts
from alongside.plans.rules.interventions import LINE, MINUTES, MOST, TIMES

MORE = 2
NAMES = ("what", "who", "times_a_week", "minutes", "setting", "objective")


class InterventionsForm(forms.Form):
    def __init__(self, data: Any = None, *, rows: texts.Interventions, objectives: Iterable[tuple[str, str]]) -> None:
        there = rows.rows
        initial = {f"intervention-{n}-{name}": at for n, row in enumerate(there) for name, at in vars(row).items()}
        super().__init__(data, initial=initial)
        self.rows = range(min(MOST, len(there) + MORE))
        choices = [(number, f"{number} {text}") for number, text in objectives]
        for n in self.rows:
            self.fields |= {f"intervention-{n}-{name}": field for name, field in _fields(choices).items()}

    def interventions(self) -> list[list[BoundField]]:
        """The fields of each line."""
        return [[self[f"intervention-{n}-{name}"] for name in NAMES] for n in self.rows]

    def section(self) -> texts.Interventions:
        read = ({name: self.cleaned_data[f"intervention-{n}-{name}"] for name in NAMES} for n in self.rows)
        return texts.Interventions(tuple(texts.Intervention(**row) for row in read if row["what"]))


def _fields(objectives: list[tuple[str, str]]) -> dict[str, forms.Field]:
    return {
        "what": Text(most=LINE, required=False, label=said("plans.form.intervention")),
        "who": Text(most=80, required=False, label=said("plans.form.intervention_who")),
        "times_a_week": Number(least=1, most=TIMES, required=False, label=said("plans.form.times_a_week")),
        "minutes": Number(least=1, most=MINUTES, required=False, label=said("plans.form.minutes")),
        "setting": Text(most=80, required=False, label=said("plans.form.intervention_setting")),
        "objective": Choice(
            objectives, empty="plans.form.no_objective", required=False, label=said("plans.form.for_objective")
        ),
    }
