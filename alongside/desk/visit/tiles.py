"""One target on the recording page: which kind of tile, and what it says. Screen names only."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from alongside.behaviour.queries import Board, Line
from alongside.behaviour.rules import intervals
from alongside.foundation.messages import say
from alongside.foundation.webkit.numbers import number
from alongside.foundation.webkit.times import minutes

KINDS = {
    "count": "count", "rate": "count", "irt": "count", "duration": "timer", "latency": "timer",
    "partial_interval": "look", "whole_interval": "look", "momentary": "look",
    "trial": "trials", "trials_to_criterion": "trials", "task_analysis": "steps",
    "magnitude": "levels", "rating": "levels", "product": "amount", "reported": "amount",
}  # fmt: skip
RESULTS = {"correct": "own", "prompted": "prompted", "incorrect": "not_yet", "no response": "not_yet"}
TRIALS_IN_A_ROW = 10
FAIR = timedelta(minutes=5)  # a rate of less than this swings with every tap


@dataclass(frozen=True)
class Tile:
    """What the template of a kind needs, and nothing else of the client."""

    kind: str
    target_id: UUID
    label: str
    count: int
    said: str
    since: datetime | None = None
    timer_id: UUID | None = None
    results: tuple[str, ...] = ()
    left: int = 0
    prompts: tuple[str, ...] = ()
    step: int = 0
    step_name: str = ""
    choices: tuple[tuple[int, str], ...] = ()
    length: int = 0
    to_next: float = 0.0
    elapsed: float = 0.0
    just: bool = False
    extra: dict[str, Any] = field(default_factory=dict)

    @property
    def id(self) -> str:
        return f"tile-{self.target_id}"

    @property
    def timer(self) -> str:
        return str(self.timer_id)

    @property
    def template(self) -> str:
        return f"desk/visit/tiles/{self.kind}.html"

    @property
    def hidden(self) -> tuple[tuple[str, str], ...]:
        return (*self.extra.get("hidden", ()), ("target", str(self.target_id)))


def tiles(board: Board, *, now: datetime, just: UUID | None = None) -> list[Tile]:
    """The tiles of a board; `just`: the observation that was recorded last."""
    return [tile(line, board, now=now, just=just) for line in board.lines]


def tile(line: Line, board: Board, *, now: datetime, just: UUID | None = None) -> Tile:
    kind = KINDS[line.measure]
    values = MAKERS[kind](line, board, now)
    return Tile(
        kind=kind, target_id=line.target_id, label=line.screen_name,
        count=line.n if line.measure == "irt" else int(line.numerator),
        just=any(row.id == just for row in line.rows), extra={"hidden": (("client", str(board.banner.id)),)}, **values,
    )  # fmt: skip


def _count(line: Line, board: Board, now: datetime) -> dict[str, Any]:
    if line.measure == "irt":
        return {"said": _since_last(line, now)}
    watched = now - board.session.began_at
    if watched < FAIR:
        return {"said": say("desk.record.rate_later", count=int(FAIR.total_seconds() // 60))}
    return {"said": say("desk.record.per_hour", n=number(line.numerator / (watched.total_seconds() / 3600), 1))}


def _since_last(line: Line, now: datetime) -> str:
    if not line.rows:
        return say("desk.record.none_yet")
    return say("desk.record.since_last", time=minutes(now - line.rows[-1].happened_at))


def _timer(line: Line, board: Board, now: datetime) -> dict[str, Any]:
    values: dict[str, Any] = {"since": line.timer_began_at, "timer_id": line.timer_id}
    if line.timer_began_at:
        values["elapsed"] = (now - line.timer_began_at).total_seconds()
    if not line.rows:
        cue = line.settings.get("cue", "")
        return {**values, "said": say("desk.record.cue", cue=cue) if cue else say("desk.record.none_yet")}
    if line.measure == "latency":
        last = minutes(float(line.rows[-1].details["seconds"]))
        return {**values, "said": say("desk.record.last_time", time=last, count=line.n)}
    return {**values, "said": say("desk.record.times_so_far", count=line.n, time=minutes(line.numerator))}


def _look(line: Line, board: Board, now: datetime) -> dict[str, Any]:
    length, most = int(line.settings.get("interval_length", 15)), int(line.settings.get("interval_count", 0))
    yes = say(f"desk.looks.{line.measure}", length=minutes(length), yes=int(line.numerator), count=int(line.records))
    if line.timer_began_at is None:
        return {"said": yes, "length": length}
    elapsed = (now - line.timer_began_at).total_seconds()
    return {
        "said": yes, "since": line.timer_began_at, "timer_id": line.timer_id, "length": length,
        "to_next": intervals.until_next(elapsed, length), "step": int(elapsed // length) + 1, "left": most,
    }  # fmt: skip


def _trials(line: Line, board: Board, now: datetime) -> dict[str, Any]:
    results = tuple(RESULTS[row.details["outcome"]] for row in line.rows)
    own = results.count("own")
    shown = len(results) % TRIALS_IN_A_ROW or (TRIALS_IN_A_ROW if results else 0)
    return {
        "said": say("desk.record.trials", count=len(results), own=own), "results": results[-shown:] if shown else (),
        "left": TRIALS_IN_A_ROW - shown, "prompts": tuple((line.settings.get("prompts") or [])[1:]),
    }  # fmt: skip


def _steps(line: Line, board: Board, now: datetime) -> dict[str, Any]:
    steps = [str(step) for step in line.settings.get("steps") or []]
    last = int(line.rows[-1].details["step"]) if line.rows else 0
    following = last % max(1, len(steps)) + 1
    since = max((n for n, row in enumerate(line.rows) if row.details["step"] == 1), default=0)
    run = [RESULTS[row.details["outcome"]] for row in line.rows[since:]] if following != 1 else []
    return {
        "said": say("desk.record.steps", step=following, count=len(steps)), "results": tuple(run),
        "left": max(0, len(steps) - len(run)), "step": following,
        "step_name": steps[following - 1] if steps else "",
        "prompts": tuple((line.settings.get("prompts") or [])[1:]),
    }  # fmt: skip


def _levels(line: Line, board: Board, now: datetime) -> dict[str, Any]:
    anchors = [str(one) for one in line.settings.get("anchors") or []]
    if line.measure == "magnitude":
        choices = tuple((n, anchors[n] if n < len(anchors) else "") for n in range(5))
    else:
        at = dict(zip((0, 5, 10), anchors, strict=False))
        choices = tuple((n, at.get(n, "")) for n in range(11))
    return {"said": _times(line), "choices": choices}


def _amount(line: Line, board: Board, now: datetime) -> dict[str, Any]:
    return {"said": _times(line)}


def _times(line: Line) -> str:
    return say("desk.record.recorded", count=line.n)


MAKERS = {
    "count": _count, "timer": _timer, "look": _look, "trials": _trials, "steps": _steps, "levels": _levels,
    "amount": _amount,
}  # fmt: skip
