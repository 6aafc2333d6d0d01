"""ABC records of past visits, as a contingency in the client's file makes them. Seeded: always the same."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID, uuid5

from alongside.behaviour.actions import Seen
from alongside.project.demo.cast import Told

Weights = Mapping[str, float]


def records(told: Told, target: UUID, *, session: UUID, began_at: datetime, ended_at: datetime, ago: int) -> list[Seen]:
    """What came before and after in one visit: some times it happened, some samples of when it did not."""
    about, dice = told["around"], Random(f"{told['person']['identifier']}/{ago}/around")
    weeks = (datetime.now(began_at.tzinfo) - began_at) / timedelta(weeks=1)
    if not about["until"] <= weeks <= about["since"] or dice.random() > about.get("visits", 1):
        return []
    wanted = [True] * dice.randint(*about["times"]) + [False] * dice.randint(*about["samples"])
    dice.shuffle(wanted)
    long = int((ended_at - began_at).total_seconds()) - 120
    moments = sorted(dice.sample(range(60, long), len(wanted)))
    day = {"setting": _drawn(dice, about["setting"]), "tired": dice.random() < about["tired"]}
    return [
        Seen(
            uuid5(session, f"around/{n}"), target, _details(dice, about, occurred, day),
            began_at + timedelta(seconds=second), "abc",
        )
        for n, (occurred, second) in enumerate(zip(wanted, moments, strict=True))
    ]  # fmt: skip


def _details(dice: Random, about: Told, occurred: bool, day: Mapping[str, Any]) -> dict[str, Any]:
    side = about["happens" if occurred else "does_not"]
    before = _drawn(dice, side["before"])
    after = _drawn(dice, side["after"])
    found = {
        "occurred": occurred, "antecedent": before, "consequence": after, "setting": day["setting"],
        "people": [_drawn(dice, about["people"])], "activity": _drawn(dice, side["activity"]),
    }  # fmt: skip
    if occurred:
        calm = after in about["calms"] and dice.random() < 0.9
        found |= {"effect": "stopped" if calm else dice.choice(("same", "same", "less", "more"))}
        found |= {"intensity": dice.randint(1, 3)}
    if day["tired"] and (occurred or dice.random() < 0.5):
        found["setting_events"] = ["sleep"]
    return found


def _drawn(dice: Random, weights: Weights) -> str:
    return dice.choices(list(weights), weights=list(weights.values()))[0]
