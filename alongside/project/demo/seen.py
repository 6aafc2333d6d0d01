"""What might be seen of a target in one session, so that it adds up to about a level. Seeded: always the same."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID, uuid5

from alongside.behaviour.actions import Seen

Details = dict[str, Any]
TRIALS, TIMES, LOOKS = 10, 4, 3


@dataclass(frozen=True)
class Watch:
    """One target in one session: its measure, settings, the level to come near, and the session's time.

    `alone`: of a task analysis, which steps are done without help, where the file says since when. `chances`: of
    intervals, how likely each is scored, where that hangs on another target's interval before it.
    """

    target_id: UUID
    measure: str
    settings: Details
    level: float
    began_at: datetime
    minutes: float
    session_id: UUID
    alone: tuple[bool, ...] = ()
    chances: tuple[float, ...] = ()


def stream(watch: Watch, dice: Random) -> list[Seen]:
    """Observations of one target in one session, in the order they happened."""
    found = MAKE[watch.measure](dice, watch)
    moments = _moments(dice, watch, found)
    return [
        Seen(uuid5(watch.session_id, f"{watch.target_id}/{n}"), watch.target_id, details, at)
        for n, (details, at) in enumerate(zip(found, moments, strict=True))
    ]


def _moments(dice: Random, watch: Watch, found: list[Details]) -> list[datetime]:
    """Intervals one after another; everything else anywhere in the session, in whole seconds."""
    if found and "interval" in found[0]:
        seconds = [one["interval"] * one["length"] for one in found]
    else:
        most = int(watch.minutes * 60) - max((int(one.get("seconds", 0)) for one in found), default=0)
        seconds = sorted(dice.randrange(30, max(most, 60)) for _ in found)
    return [watch.began_at + timedelta(seconds=second) for second in seconds]


def _count(dice: Random, watch: Watch) -> list[Details]:
    return [{"count": 1}] * round(watch.level) or [{"count": 0}]


def _rate(dice: Random, watch: Watch) -> list[Details]:
    return [{"count": 1}] * round(watch.level * watch.minutes / 60) or [{"count": 0}]


def _product(dice: Random, watch: Watch) -> list[Details]:
    return [{"count": round(watch.level)}]


def _duration(dice: Random, watch: Watch) -> list[Details]:
    """Total minutes, in one to four pieces."""
    total, pieces = round(watch.level * 60), dice.randint(1, TIMES)
    cuts = sorted(dice.randrange(total + 1) for _ in range(pieces - 1))
    edges = [0, *cuts, total]
    lengths = [after - before for before, after in zip(edges, edges[1:], strict=False)]
    return [{"seconds": length} for length in lengths if length > 4] or [{"seconds": 0}]


def _latency(dice: Random, watch: Watch) -> list[Details]:
    return [{"seconds": round(watch.level * dice.uniform(0.7, 1.3), 1)} for _ in range(TIMES)]


def _irt(dice: Random, watch: Watch) -> list[Details]:
    return [{"seconds": round(watch.level * dice.uniform(0.5, 1.5), 1)} for _ in range(TIMES + 2)]


def _intervals(dice: Random, watch: Watch) -> list[Details]:
    number, length = watch.settings["interval_count"], watch.settings["interval_length"]
    fits = min(number, int(watch.minutes * 60 // length))
    if watch.chances:
        drawn = [dice.random() < chance for chance in watch.chances[:fits]]
        return [{"interval": n, "scored": yes, "length": length} for n, yes in enumerate(drawn, 1)]
    yes = set(dice.sample(range(1, fits + 1), round(fits * min(watch.level, 100) / 100)))
    return [{"interval": n, "scored": n in yes, "length": length} for n in range(1, fits + 1)]


def _trial(dice: Random, watch: Watch) -> list[Details]:
    alone = round(TRIALS * min(watch.level, 100) / 100)
    found = [{"outcome": "correct"}] * alone + [_helped(dice, watch) for _ in range(TRIALS - alone)]
    dice.shuffle(found)
    return found


def _to_criterion(dice: Random, watch: Watch) -> list[Details]:
    """Now and then right, until it is right as often in a row as is the criterion."""
    in_a_row = watch.settings["in_a_row"]
    before = max(0, round(watch.level) - in_a_row)
    found = [{"outcome": "correct"} if n % 3 == 1 else _helped(dice, watch) for n in range(before)]
    if found:
        found[-1] = _helped(dice, watch)
    return found + [{"outcome": "correct"}] * in_a_row


def _task_analysis(dice: Random, watch: Watch) -> list[Details]:
    """Some steps come easily and some late: the same ones each time, but for a slip."""
    steps = range(1, len(watch.settings["steps"]) + 1)
    if watch.alone:
        return [{"step": n, **({"outcome": "correct"} if watch.alone[n - 1] else _helped(dice, watch))} for n in steps]
    order = sorted(steps, key=lambda step: (step * 7 + len(watch.settings["steps"])) % 10 + dice.random() * 2)
    alone = set(order[: round(len(order) * min(watch.level, 100) / 100)])
    return [{"step": n, **({"outcome": "correct"} if n in alone else _helped(dice, watch))} for n in steps]


def _magnitude(dice: Random, watch: Watch) -> list[Details]:
    return [{"level": _between(watch.level + dice.gauss(0, 0.6), 0, 4)} for _ in range(LOOKS)]


def _rating(dice: Random, watch: Watch) -> list[Details]:
    return [{"score": _between(watch.level + dice.gauss(0, 0.8), 0, 10)}]


def _helped(dice: Random, watch: Watch) -> Details:
    prompts = watch.settings["prompts"][1:]
    if dice.random() < 0.2:
        return {"outcome": dice.choice(("incorrect", "no response"))}
    return {"outcome": "prompted", "prompt": dice.choice(prompts)}


def _between(value: float, least: int, most: int) -> int:
    return min(most, max(least, round(value)))


MAKE: dict[str, Callable[[Random, Watch], list[Details]]] = {
    "count": _count, "rate": _rate, "product": _product, "duration": _duration, "latency": _latency, "irt": _irt,
    "partial_interval": _intervals, "whole_interval": _intervals, "momentary": _intervals, "trial": _trial,
    "trials_to_criterion": _to_criterion, "task_analysis": _task_analysis, "magnitude": _magnitude, "rating": _rating,
}  # fmt: skip
