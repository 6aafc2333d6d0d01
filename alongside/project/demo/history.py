"""The past weeks of a demo client: phases, sessions, what was seen. Made with a fixed seed."""

import random
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from alongside.behaviour import actions as behaviour
from alongside.behaviour.actions import Seen
from alongside.foundation.ids import uuid7
from alongside.plans import actions as plans
from alongside.plans.rules.texts import About, Part, Whole
from alongside.project.demo import clients
from alongside.project.demo.clients import Known
from alongside.project.demo.people import Cast
from alongside.sessions import actions as sessions

EVERY = (2, 2, 3)  # days between sessions
LAST = 2  # no session in the last days: those belong to today


def live(cast: Cast, known: Known, told: Mapping[str, Any]) -> None:
    """Phases, then every session with its observations, as the member of the team who was there."""
    rosa = cast.actor(next(who for who in told["team"] if who in {"rosa", "ben"}))
    dice = random.Random(told["key"])  # noqa: S311  (a demo, not a secret)
    times = list(_times(known.first))
    for target in told["target"]:
        for number, (label, session, _, _) in enumerate(target["phases"]):
            if session < len(times):
                plans.begin_phase(
                    by=clients.supervisor(cast, told), on=known.targets[target["key"]], label=label,
                    condition="intervention" if number else "baseline", begins_at=times[session] - timedelta(hours=1),
                )  # fmt: skip
    for n, began in enumerate(times):
        session = sessions.start(
            by=rosa, on=known.id, id=uuid7(), began_at=began, programme_id=cast.programs[told["program"]],
            site_id=cast.sites[told["site"]], overlap_reason="Two records kept on paper, brought over.",
        )  # fmt: skip
        length = timedelta(minutes=told["minutes"])
        seen = [s for t in told["target"] for s in _seen(dice, t, known.targets[t["key"]], n, began, length)]
        behaviour.record(by=rosa, on=session.pk, observations=seen)
        sessions.end(by=rosa, on=session.pk, ended_at=began + length)
        behaviour.settle(by=rosa, on=session.pk)
    _treatment(cast, known, told)


def _times(first: datetime) -> Iterator[datetime]:
    began, n = first, 0
    end = datetime.now(first.tzinfo) - timedelta(days=LAST)
    while began < end:
        if began.weekday() < 5:
            yield began
        began += timedelta(days=EVERY[n % len(EVERY)])
        n += 1


def _treatment(cast: Cast, known: Known, told: Mapping[str, Any]) -> None:
    goal = clients.goal(told, known.targets)
    parts = ("strengths", "needs", "services", "family", "decisions", "leaving", "agreement")
    words = {
        "strengths": told["strengths"], "needs": told["plan"]["why"],
        "services": "As booked: one to one, several times a week.",
        "family": "Practises at home with the same card; a call each Friday.",
        "decisions": "Reviewed every six months, or sooner when nothing moves.",
        "leaving": "Fewer hours in steps while the objectives hold, then two calls in the month after.",
        "agreement": "Read together and agreed at the meeting.",
    }  # fmt: skip
    whole = Whole(
        "treatment", About("First plan.", clients.date.today() + timedelta(days=120)),
        tuple(Part(key, words[key]) for key in parts), (goal,) if goal.objectives else (),
    )  # fmt: skip
    plans.take_over(by=cast.actor("ada"), on=known.id, whole=whole, source=clients.SOURCE, begins_at=known.first)


def _seen(
    dice: random.Random, target: Mapping[str, Any], key: UUID, n: int, began: datetime, length: timedelta
) -> Iterator[Seen]:
    """What one session holds of one target: its level moves from `from` to `to` along its phase."""
    level = _level(dice, target, n)
    hours = length.total_seconds() / 3600

    def at(share: float) -> datetime:
        return began + length * min(0.98, max(0.02, share))

    match target["measure"]:
        case "rate" | "count":
            times = round(level * hours) if target["measure"] == "rate" else round(level)
            for _ in range(max(0, times)):
                yield Seen(uuid7(), key, {"count": 1}, at(dice.random()))
        case "duration":
            for _ in range(max(1, round(level / 5))):
                yield Seen(
                    uuid7(),
                    key,
                    {"seconds": max(5, round(level * 60 / max(1, round(level / 5))))},
                    at(dice.random() * 0.6),
                )
        case "latency":
            for _ in range(3):
                yield Seen(
                    uuid7(), key, {"seconds": max(3, round(level * dice.uniform(0.8, 1.2)))}, at(dice.random() * 0.5)
                )
        case "rating":
            yield Seen(uuid7(), key, {"score": max(0, min(10, round(level)))}, at(0.1))
        case "product":
            yield Seen(uuid7(), key, {"count": max(0, round(level))}, at(0.95))
        case "partial_interval":
            scored = set(dice.sample(range(1, 41), max(0, min(40, round(level * 0.4)))))
            for i in range(1, 41):
                yield Seen(
                    uuid7(),
                    key,
                    {"interval": i, "scored": i in scored, "length": 15},
                    began + timedelta(seconds=15 * i),
                )
        case "trial":
            for i in range(10):
                alone = dice.random() * 100 < level
                details = {"outcome": "correct"} if alone else {"outcome": "prompted", "prompt": "verbal"}
                yield Seen(uuid7(), key, details, at(0.1 + i * 0.08))
        case "task_analysis":
            count = len(target["steps"])
            alone = round(level / 100 * count)
            for i in range(1, count + 1):
                ok = i <= alone
                details = (
                    {"step": i, "outcome": "correct"} if ok else {"step": i, "outcome": "prompted", "prompt": "gesture"}
                )
                yield Seen(uuid7(), key, details, at(0.5 + i * 0.02))


def _level(dice: random.Random, target: Mapping[str, Any], n: int) -> float:
    phases = target["phases"]
    phase = next(p for p in reversed(phases) if p[1] <= n)
    after = [p[1] for p in phases if p[1] > phase[1]]
    share = min(1.0, (n - phase[1]) / max(1, (min(after) if after else phase[1] + 12) - phase[1]))
    level = phase[2] + (phase[3] - phase[2]) * share
    return max(0.0, level * dice.uniform(0.85, 1.15))
