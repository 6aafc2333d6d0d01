"""What the visit recorded, beside its note: a line for every row, a strip of the visit, what the note left out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from alongside.behaviour.lookups import Summary
from alongside.foundation.messages import say
from alongside.foundation.webkit import numbers, times
from alongside.notes import beside
from alongside.notes.beside import Beside

WIDTH, LEFT, RIGHT, TOP, ROW = 440, 150, 428, 22, 28


@dataclass(frozen=True)
class Mark:
    """A dot, or a bar where it lasted, in the strip's own units."""

    x: float
    width: float


@dataclass(frozen=True)
class Line:
    """One target on the strip."""

    name: str
    y: int
    marks: tuple[Mark, ...]
    said: str


@dataclass(frozen=True)
class Tick:
    x: float
    text: str
    anchor: str


@dataclass(frozen=True)
class Strip:
    """A visit minute by minute, as an SVG draws it."""

    lines: tuple[Line, ...]
    ticks: tuple[Tick, ...]
    height: int

    @property
    def axis(self) -> int:
        return self.height - 24


@dataclass(frozen=True)
class Unsaid:
    """Something that was recorded and that no sentence of the note rests on."""

    name: str
    count: int
    times: str


def rows(summary: Summary, more: Beside) -> dict[str, str]:
    """Every recorded row of a visit in a few words, by its id."""
    zone = summary.session.zone
    found = {str(o.id): _row(o.at, o.details, zone) for t in summary.targets for o in t.seen}
    found |= {str(a.id): times.clock(a.at, zone) for a in summary.abc}
    found |= {str(d.id): times.clock(d.at, zone) for d in summary.deviations}
    return found | {str(p.id): p.who for p in summary.presences} | beside.rows(more, zone)


def unsaid(summary: Summary, more: Beside, body: Mapping[str, Any]) -> tuple[Unsaid, ...]:
    """Targets, ABC records, deviations and entries beside them that the note does not rest on anywhere."""
    said = {id for s in body["sentences"] for e in s["evidence"] for id in e["ids"]}
    zone = summary.session.zone
    left = [(t.name, [o.at for o in t.seen if str(o.id) not in said]) for t in summary.targets]
    left += [(say("notes.recorded.abc"), [a.at for a in summary.abc if str(a.id) not in said])]
    left += [(say("notes.recorded.deviations"), [d.at for d in summary.deviations if str(d.id) not in said])]
    left += [(name, sorted(at for id, at in some if str(id) not in said)) for name, some in beside.kept(more)]
    return tuple(Unsaid(name, len(at), _span(at, zone)) for name, at in left if at)


def strip(summary: Summary) -> Strip | None:
    """The visit as dots and bars, one line a target; None when nothing was recorded."""
    session = summary.session
    if not summary.targets or session.ended_at is None:
        return None
    whole = max((session.ended_at - session.began_at).total_seconds(), 1)
    lines = tuple(_line(n, t, session.began_at, whole, session.zone) for n, t in enumerate(summary.targets))
    return Strip(lines, _ticks(session.began_at, whole, session.zone), TOP + ROW * len(lines) + 24)


def _line(number: int, target: Any, began: datetime, whole: float, zone: str) -> Line:
    marks = tuple(
        Mark(_x(o.at, began, whole), min(float(o.details.get("seconds") or 0) / whole, 1) * (RIGHT - LEFT))
        for o in target.seen
    )
    at = [o.at for o in target.seen]
    said = say("notes.recorded.line", name=target.name, count=len(at), times=_span(at, zone))
    return Line(target.name, TOP + ROW * number, marks, said)


def _ticks(began: datetime, whole: float, zone: str) -> tuple[Tick, ...]:
    return tuple(
        Tick(
            LEFT + part * (RIGHT - LEFT), times.clock(began + timedelta(seconds=whole * part), zone), anchor
        )
        for part, anchor in ((0.0, "middle"), (0.5, "middle"), (1.0, "end"))
    )  # fmt: skip


def _x(at: datetime, began: datetime, whole: float) -> float:
    share = min(max((at - began).total_seconds() / whole, 0), 1)
    return round(LEFT + share * (RIGHT - LEFT), 1)


def _span(at: list[datetime], zone: str) -> str:
    return times.clock(at[0], zone) if len(at) == 1 else times.span(min(at), max(at), zone)


def _row(at: datetime, details: Mapping[str, Any], zone: str) -> str:
    """ "4:12 pm · 2 times", "4:12 pm · prompted (gesture)"."""
    parts = [times.clock(at, zone, seconds=True)]
    if details.get("count", 1) != 1:
        parts.append(say("notes.recorded.times", count=details["count"]))
    if details.get("seconds"):
        parts.append(times.minutes(details["seconds"]))
    if details.get("outcome"):
        parts.append(" ".join(filter(None, [details["outcome"], details.get("prompt")])))
    parts += [numbers.number(details[name]) for name in ("level", "score", "value") if name in details]
    return " · ".join(parts)
