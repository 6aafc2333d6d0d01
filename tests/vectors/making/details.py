"""Details of observations, sessions' times, intervals: checked by the server's rules."""

from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from alongside.behaviour.measures import definitions
from alongside.behaviour.rules import intervals, times
from alongside.behaviour.rules.details import checked, fits
from alongside.foundation import reference
from alongside.foundation.errors import Fault
from alongside.notes.rules.units import POLICIES, units
from alongside.sessions import rules as sessions
from tests.plans import SETTINGS

ODD: tuple[Any, ...] = (
    None, "", [], 0, 1, -1, 4, 10, 500, 501, 3600, 86400, 86401, 1.0, 1.5, 0.1, 0.001, 0.0005, 1e-7, 1e15, 2e15,
    True, False, "3", "yes", "correct", "prompted", "demand", "gesture", "a  b\r\n c ", "x\u0000", "y" * 201, 
    ["sleep", "ill", "sleep"], ["sleep", 3], ["lunch"], {}, {"a": 1}, 1000000, 1000001, -1000000, 12.123456789,
)  # fmt: skip
BEGAN = datetime(2026, 9, 14, 19, 30, tzinfo=UTC)


def made() -> dict[str, Any]:
    return {
        "rules/details.json": _details(), "rules/fits.json": _fits(), "rules/intervals.json": _intervals(),
        "rules/sessions.json": _sessions(), "rules/units.json": _units(),
    }  # fmt: skip


def said(faults: list[Fault]) -> list[dict[str, Any]]:
    return [{"code": f.code, "field": f.field, "values": dict(f.values)} for f in faults]


def _details() -> list[Any]:
    dice = Random("details")
    cases = [(measure, {name: odd}) for measure, one in definitions().items() for name in one["fields"] for odd in ODD]
    cases += [(measure, _mixed(dice, one["fields"])) for measure, one in definitions().items() for _ in range(12)]
    return [_checked(measure, given) for measure, given in cases]


def _mixed(dice: Random, fields: dict[str, Any]) -> dict[str, Any]:
    names = [name for name in fields if dice.random() < 0.8] + (["no such name"] if dice.random() < 0.1 else [])
    return {name: _likely(dice, fields.get(name, {})) for name in names}


def _likely(dice: Random, field: dict[str, Any]) -> Any:
    if dice.random() < 0.15:
        return dice.choice(ODD)
    kind = field.get("kind")
    if kind in ("whole", "number"):
        return dice.randint(int(field["least"]), min(int(field["most"]), 50))
    if kind == "choice":
        return dice.choice(field["of"])
    if kind == "several":
        return dice.sample(field["of"], 2)
    return dice.random() < 0.5 if kind == "flag" else "Some words"


def _checked(measure: str, given: dict[str, Any]) -> dict[str, Any]:
    kept, faults = checked(definitions()[measure], given)
    return {"measure": measure, "given": given, "kept": kept, "faults": said(faults)}


def _fits() -> list[Any]:
    settings = [SETTINGS["trial"], SETTINGS["task_analysis"], {}, {"prompts": ["independent"]}]
    given: list[dict[str, Any]] = [
        {"outcome": "correct"}, {"outcome": "correct", "prompt": "gesture"},
        {"outcome": "prompted", "prompt": "hand over hand"},
        {"outcome": "prompted", "prompt": "verbal", "step": 3}, {"outcome": "incorrect", "step": 4},
    ]  # fmt: skip
    return [{"settings": s, "details": d, "faults": said(fits(d, s))} for s in settings for d in given]


def _intervals() -> list[Any]:
    dice = Random("intervals")
    cases = [(m, scored, elapsed, length) for m in ("partial_interval", "whole_interval", "momentary")
             for scored in (True, False) for length in (10, 15, 60)
             for elapsed in _elapsed(dice, length)]  # fmt: skip
    return [
        {"measure": m, "scored": s, "elapsed": e, "length": n, "number": intervals.number(m, s, e, n),
         "next": intervals.until_next(e, n)} for m, s, e, n in cases
    ]  # fmt: skip


def _elapsed(dice: Random, length: int) -> list[float]:
    return [0, length - 0.001, length, length * 1.5, *(dice.randint(0, 900_000) / 1000 for _ in range(6))]


def _sessions() -> list[Any]:
    limits = reference.load("visits")
    moments = [
        BEGAN + timedelta(minutes=m, seconds=s) for m in (-4000, -5, -6, 0, 5, 30, 75, 90, 1440, 2000) for s in (0, 1)
    ]
    return [_session(at, n, limits) for n, at in enumerate([*moments, datetime(1989, 12, 31, 23, 59, tzinfo=UTC)])]


def _session(at: datetime, n: int, limits: dict[str, Any]) -> dict[str, Any]:
    now, planned, reason = (
        BEGAN + timedelta(minutes=80),
        BEGAN + timedelta(minutes=90),
        ("", " no ", "Home early")[n % 3],
    )
    ended = BEGAN + timedelta(minutes=60) if n % 2 else None
    called = ("", "cancelled", "no-show")[n % 3]
    return {
        "at": at.isoformat(), "began": BEGAN.isoformat(), "now": now.isoformat(), "planned": planned.isoformat(),
        "reason": reason, "ended": ended.isoformat() if ended else None, "called_off": called,
        "begin": said(sessions.begin_faults(at, now=now, limits=limits)),
        "end": said(sessions.end_faults(
            BEGAN, at, planned_end=planned, early_reason=reason, now=now, limits=limits)),
        "happened": said(times.faults(
            at, began_at=BEGAN, ended_at=ended, now=now, slack=timedelta(minutes=limits["clock_slack_minutes"]))),
        "standing": sessions.standing(
            begins_at=BEGAN, ends_at=planned, called_off=called, began_at=None, ended_at=ended, now=at),
    }  # fmt: skip


def _units() -> list[Any]:
    return [
        {"policy": policy, "minutes": m, "earlier": e, "is": units(policy, m, earlier=e)}
        for policy in POLICIES for m in range(0, 130, 3) for e in (0, 7, 8, 20)
    ]  # fmt: skip
