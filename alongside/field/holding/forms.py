"""The forms of the page of one held operation: why it is set aside, and what is corrected in it."""

from collections.abc import Iterator
from typing import Any

from django import forms

from alongside.field.holding import wording
from alongside.field.receiving.details import fields
from alongside.field.receiving.kinds import KINDS
from alongside.foundation import moments
from alongside.foundation.errors import Unacceptable
from alongside.foundation.webkit.fields import Clock, Day, LongText, Number, said, wrong

WORDS = ("place", "overlap_reason", "early_reason", "reason", "words")
APART = "__"  # between the names of a detail and of what lies in it


class Why(forms.Form):
    """A reason in words."""

    reason = LongText(label=said("field.form.reason"), most=1000)


class Correct(forms.Form):
    """Every moment, text and number of the details; words that were left out; ids stay as they are. And why."""

    def __init__(self, *args: Any, kind: str, details: dict[str, Any], zone: str, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.details, self.zone, self.more = details, zone, left_out(kind, details)
        for path, value in leaves(details):
            self._add(path, value)
        for name in self.more:
            self._add((name,), "")
        self.fields["why"] = LongText(label=said("field.form.why"), most=1000)

    def _add(self, path: tuple[str, ...], value: Any) -> None:
        name, label = APART.join(path), wording.said_or(f"field.detail.{path[-1]}", path[-1])
        at = wording.local(value, self.zone) if isinstance(value, str) else None
        if at is not None:
            self.fields[f"{name}{APART}day"] = Day(label=label, initial=at.date())
            clock = Clock(label=said("field.form.clock", what=label), initial=at.time().replace(microsecond=0))
            self.fields[f"{name}{APART}clock"] = clock
        elif isinstance(value, str) and not wording.AN_ID.match(value):
            self.fields[name] = LongText(label=label, initial=value, required=False)
        elif isinstance(value, int) and not isinstance(value, bool):
            self.fields[name] = Number(label=label, initial=value, least=-1_000_000)

    def clean(self) -> dict[str, Any]:
        """The whole details as they would be handed in, in `corrected`."""
        given = self.cleaned_data
        if not self.errors:
            added = {name: given[name] for name in self.more if given[name]}
            given["corrected"] = self._filled(self.details, ()) | added
        return given

    def _filled(self, details: dict[str, Any], under: tuple[str, ...]) -> dict[str, Any]:
        return {name: self._value((*under, name), value) for name, value in details.items()}

    def _value(self, path: tuple[str, ...], value: Any) -> Any:
        name = APART.join(path)
        if isinstance(value, dict):
            return self._filled(value, path)
        if f"{name}{APART}day" in self.fields:
            return self._moment(name, value)
        return self.cleaned_data.get(name, value) if name in self.fields else value

    def _moment(self, name: str, before: str) -> str:
        """What was not touched keeps its seconds."""
        day, clock = self.cleaned_data[f"{name}{APART}day"], self.cleaned_data[f"{name}{APART}clock"]
        at = wording.local(before, self.zone)
        if at is not None and (at.date(), at.time().replace(microsecond=0)) == (day, clock):
            return before
        if at is not None and (at.date(), at.hour, at.minute, 0) == (day, clock.hour, clock.minute, clock.second):
            return before
        try:
            return moments.moment(day, clock, self.zone).isoformat(timespec="milliseconds")
        except Unacceptable as no:
            self.add_error(f"{name}{APART}clock", wrong(no.faults[0].code, **no.faults[0].values))
            return before


def left_out(kind: str, details: dict[str, Any]) -> list[str]:
    """Words that the kind may have, as a reason that a rule asks for, and that were not handed in."""
    known = fields(KINDS[kind].fields).values() if kind in KINDS else ()
    return [one.name for one in known if one.name in WORDS and not one.needed and details.get(one.name) is None]


def leaves(details: dict[str, Any], under: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every value in the details with the names that lead to it."""
    for name, value in details.items():
        if isinstance(value, dict):
            yield from leaves(value, (*under, name))
        else:
            yield (*under, name), value
