"""From the fields of a tapped tile to the details of an observation."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.utils.dateparse import parse_datetime

from alongside.behaviour.queries import Line
from alongside.behaviour.rules import intervals
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.webkit.fields import Choice, Number, Ref, Text

OUTCOMES = ("correct", "prompted", "incorrect", "no response")


class Moment(forms.Field):
    """A moment with its offset from UTC, as a device writes it; empty is None."""

    def to_python(self, value: Any) -> datetime | None:
        if not value:
            return None
        try:
            found = parse_datetime(str(value)[:40]) if str(value).isascii() else None
        except ValueError:
            found = None
        if found is None or found.tzinfo is None:
            raise forms.ValidationError("at")
        return found


class Tap(forms.Form):
    """Everything that a tile may send."""

    operation = Ref()
    target = Ref()
    at = Moment(required=False)
    seen = Choice([("yes", ""), ("no", "")], required=False)
    result = Choice([(one, "") for one in OUTCOMES], required=False)
    prompt = Text(required=False, most=60)
    step = Number(required=False, least=1, most=100)
    level = Number(required=False, least=0, most=10)
    amount = Number(required=False, least=-1_000_000, most=1_000_000, places=3)


def tapped(data: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a tap. Raises Unacceptable where one could not have come from a tile."""
    form = Tap(data)
    if not form.is_valid():
        raise Unacceptable([Fault("desk.fault.tap", name) for name in form.errors])
    return dict(form.cleaned_data)


def details_of(line: Line, sent: Mapping[str, Any], at: datetime) -> dict[str, Any]:
    """What the measure of this line needs, from what was tapped. behaviour.record checks it."""
    return DETAILS[line.measure](line, sent, at)


def _one(line: Line, sent: Mapping[str, Any], at: datetime) -> dict[str, Any]:
    return {"count": 1}


def _nothing(line: Line, sent: Mapping[str, Any], at: datetime) -> dict[str, Any]:
    return {}


def _seconds(line: Line, sent: Mapping[str, Any], at: datetime) -> dict[str, Any]:
    return {"seconds": sent["amount"]}


def _interval(line: Line, sent: Mapping[str, Any], at: datetime) -> dict[str, Any]:
    """Which interval is meant follows from when the watch began; a second watch goes on counting after the first."""
    if line.timer_began_at is None:
        raise Unacceptable(Fault("desk.fault.not_watching", "target"))
    length, scored = int(line.settings.get("interval_length", 15)), sent["seen"] == "yes"
    elapsed = max(0.0, (at - line.timer_began_at).total_seconds())
    before = max((row.details["interval"] for row in line.rows if row.happened_at < line.timer_began_at), default=0)
    return {
        "interval": before + intervals.number(line.measure, scored, elapsed, length), "scored": scored, "length": length
    }  # fmt: skip


def _trial(line: Line, sent: Mapping[str, Any], at: datetime) -> dict[str, Any]:
    outcome = "prompted" if sent["prompt"] else sent["result"]
    return {"outcome": outcome, "prompt": sent["prompt"]}


def _step(line: Line, sent: Mapping[str, Any], at: datetime) -> dict[str, Any]:
    return {"step": sent["step"], **_trial(line, sent, at)}


def _level(line: Line, sent: Mapping[str, Any], at: datetime) -> dict[str, Any]:
    return {"level" if line.measure == "magnitude" else "score": sent["level"]}


def _amount(line: Line, sent: Mapping[str, Any], at: datetime) -> dict[str, Any]:
    return {"count" if line.measure == "product" else "value": sent["amount"]}


DETAILS = {
    "count": _one, "rate": _one, "irt": _nothing, "duration": _seconds, "latency": _seconds,
    "partial_interval": _interval, "whole_interval": _interval, "momentary": _interval,
    "trial": _trial, "trials_to_criterion": _trial, "task_analysis": _step,
    "magnitude": _level, "rating": _level, "product": _amount, "reported": _amount,
}  # fmt: skip
