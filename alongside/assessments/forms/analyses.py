"""Forms of structured analyses: arranging one, and one entry of each kind."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from alongside.assessments.known import known
from alongside.assessments.rules.entries import LONG
from alongside.foundation.webkit.fields import Choice, Day, LongText, Number, Text, Yes, said

NOTHING = "assessments.form.nothing_chosen"


class ArrangeForm(forms.Form):
    """A kind, a title, items or conditions one a line."""

    kind = Choice(list(known()["analysis"]), says="assessments.kind.", label=said("assessments.form.kind"))
    title = Text(label=said("assessments.form.title"), help_text=said("assessments.form.title_hint"))
    names = LongText(
        most=1_500, label=said("assessments.form.names"), help_text=said("assessments.form.names_hint"),
        widget=forms.Textarea(attrs={"rows": 6}),
    )  # fmt: skip
    target = Choice(required=False, empty="assessments.form.no_target", label=said("assessments.form.target"))
    control = Text(
        most=LONG,
        required=False,
        label=said("assessments.form.control"),
        help_text=said("assessments.form.control_hint"),
    )
    unit = Text(
        most=60, required=False, label=said("assessments.form.unit"), help_text=said("assessments.form.unit_hint")
    )
    improvement = Choice(
        ("decrease", "increase"), says="assessments.improvement.", label=said("assessments.form.improvement")
    )

    def __init__(self, *args: Any, targets: list[tuple[str, str]], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["target"].choices = [("", said("assessments.form.no_target")), *targets]  # type: ignore[attr-defined]

    def clean_names(self) -> list[str]:
        return [line.strip() for line in self.cleaned_data["names"].split("\n") if line.strip()]


class _Entry(forms.Form):
    done_on = Day(label=said("assessments.form.done_on"))


def entry_form(
    kind: str, names: Sequence[str], *args: Any, left: Sequence[tuple[str, str]] = (), **rest: Any
) -> forms.Form:
    """The form of one entry: its fields follow from the kind and from the names that were arranged."""
    form = _Entry(*args, **rest)
    for name, field in FIELDS[kind](list(names)).items():
        form.fields[name] = field
    if left and not form.is_bound:
        form.initial |= {"one": left[0][0], "other": left[0][1]}
    form.order_fields([*(name for name in form.fields if name != "done_on"), "done_on"])
    return form


def details_of(kind: str, names: Sequence[str], given: Mapping[str, Any]) -> dict[str, Any]:
    """What was entered, as `rules/entries.py` has it."""
    if kind == "mswo":
        order = [given[f"place_{n}"] for n in range(1, len(names) + 1)]
        return {"order": [item for item in order if item]}
    if kind == "free":
        used = {name: float(given[f"used_{n}"] or 0) for n, name in enumerate(names)}
        return {"seconds": used, "length": float(given["length"])}
    kept = {name: value for name, value in given.items() if name != "done_on"}
    return {name: float(value) if name == "value" else value for name, value in kept.items()}


def _choice(name: str, names: Sequence[str], *, empty: str = "") -> Choice:
    return Choice(
        [(one, one) for one in names], empty=empty, required=not empty, label=said(f"assessments.form.{name}")
    )


def _paired(names: list[str]) -> dict[str, forms.Field]:
    return {
        "one": _choice("one", names),
        "other": _choice("other", names),
        "chosen": _choice("chosen", names, empty=NOTHING),
    }


def _mswo(names: list[str]) -> dict[str, forms.Field]:
    places = range(1, len(names) + 1)
    label = "assessments.form.place"
    return {
        f"place_{n}": Choice(
            [(one, one) for one in names], empty=NOTHING, required=n == 1, label=said(label, number=n)
        )
        for n in places
    }  # fmt: skip


def _single(names: list[str]) -> dict[str, forms.Field]:
    return {"item": _choice("item", names), "approached": Yes(label=said("assessments.form.approached"))}


def _free(names: list[str]) -> dict[str, forms.Field]:
    used = {
        f"used_{n}": Number(
            least=0, most=86_400, places=1, required=False, label=said("assessments.form.used", name=name)
        )
        for n, name in enumerate(names)
    }  # fmt: skip
    return {"length": Number(least=1, most=86_400, label=said("assessments.form.length")), **used}


def _condition(names: list[str]) -> dict[str, forms.Field]:
    value = Number(least=0, most=100_000, places=3, label=said("assessments.form.value"))
    return {"condition": _choice("condition", names), "value": value}


def _segments(names: list[str]) -> dict[str, forms.Field]:
    return {
        "condition": _choice("condition", names), "control": Yes(label=said("assessments.form.control_segment")),
        "test": Yes(label=said("assessments.form.test_segment")),
    }  # fmt: skip


FIELDS = {
    "paired": _paired, "mswo": _mswo, "single": _single, "free": _free, "alternating": _condition,
    "multielement": _condition, "trial_based": _segments,
}  # fmt: skip
