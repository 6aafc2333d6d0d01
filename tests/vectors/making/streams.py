"""Visits made up at random: what every target adds up to, what stands, what is passed over."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from tests.vectors.making.reading import Reading, read
from tests.vectors.making.scripted import Writer, iso, targets

NUMBER = 60
BEGAN = datetime(2026, 9, 14, 19, 30, tzinfo=UTC)
OUTCOMES = ("correct", "incorrect", "no response", "prompted")


def made() -> dict[str, Any]:
    return {"visits/targets.json": targets(), "visits/streams.json": [story(seed) for seed in range(NUMBER)]}


def story(seed: int | str, most: int = 40) -> dict[str, Any]:
    """One visit: its operations, and what they come to."""
    operations = told(Random(f"stream {seed}"), most)
    pack = {"targets/1": {"targets": targets()}}
    return {"operations": operations, "is": outcome(read(pack, operations))}


def told(dice: Random, most: int) -> list[dict[str, Any]]:
    """Operations of one visit; some break a rule."""
    writer = Writer(BEGAN + timedelta(milliseconds=dice.randint(0, 999)))
    writer.start()
    ends_after = dice.choice((None, 3, most // 2, most - 1))
    for number in range(dice.randint(1, most)):
        writer.wait(dice.choice((0, dice.randint(0, 200_000) / 1000)))
        if number == ends_after:
            writer.end()
        acted(dice, writer)
    return writer.operations


def outcome(found: Reading) -> dict[str, Any]:
    """What a visit has come to, plainly."""
    return {
        "passed": found.passed,
        "standing": [[str(row.id) for row in found.standing(second)] for second in (False, True)],
        "tallies": [
            [str(target), measure, second, tally.n, plain(tally.numerator), tally.denominator, tally.value]
            for second in (False, True) for (target, measure), tally in found.tallies(second).items()
        ],
        "timers": sorted([str(timer.target_id), str(timer.pk), iso(timer.began_at)] for timer in found.timers.values()),
    }  # fmt: skip


def plain(number: Decimal) -> str:
    return format(number.normalize(), "f") if number else "0"


def acted(dice: Random, writer: Writer) -> None:
    """One thing that somebody does; it may break a rule."""
    seen = [one["id"] for one in writer.operations if one["kind"].startswith("behaviour.")]
    verb = dice.choice(("record",) * 6 + ("correct", "retract", "timer", "abc"))
    one = dice.choice(targets())
    if verb in ("correct", "retract") and seen:
        _follow(dice, writer, verb, dice.choice(seen))
    elif verb == "timer":
        _time(dice, writer, one["id"])
    elif verb == "abc":
        writer.see(one["id"], {"occurred": dice.random() < 0.7, "narrative": " What  was seen \r\n"}, measure="abc")
    else:
        at = writer.now - timedelta(seconds=dice.choice((0, 0, 0, 5, 90, 4000)))
        second = {"second": True} if dice.random() < 0.2 else {}
        measure = {"measure": dice.choice(("count", "trial"))} if dice.random() < 0.03 else {}
        writer.see(one["id"], details(dice, one["measure"]), at=at, **second, **measure)


def _follow(dice: Random, writer: Writer, verb: str, old: str) -> None:
    before = next(one for one in writer.operations if one["id"] == old)
    reason = {"reason": dice.choice(("no", "Counted twice"))} if dice.random() < 0.5 else {}
    if verb == "retract":
        writer.write("behaviour.retract/1", old, reason)
        return
    measure = next(
        (t["measure"] for t in targets() if t["id"] == before["details"].get("target")), dice.choice(("count", "rate"))
    )
    moved = {"happened_at": iso(writer.now)} if dice.random() < 0.3 else {}
    writer.write("behaviour.correct/1", old, {"details": details(dice, measure), **moved, **reason})


def _time(dice: Random, writer: Writer, target: str) -> None:
    running = [one for one in writer.operations if one["kind"] == "timer.start"]
    if running and dice.random() < 0.5:
        timer = dice.choice(running)
        if dice.random() < 0.5:
            writer.write("timer.drop", writer.session, {"timer": timer["id"]})
        else:
            known = {"target": timer["details"]["target"], "details": {"seconds": 12.5}, "happened_at": timer["at"]}
            writer.write("behaviour.record/1", writer.session, known, id=timer["id"])
    else:
        writer.write("timer.start", writer.session, {"target": target})


def details(dice: Random, measure: str) -> dict[str, Any]:
    """Likely details of a measure; now and then some that do not fit."""
    if dice.random() < 0.04:
        return {"count": -1}
    made: dict[str, Any] = {
        "count": {"count": dice.randint(0, 5)}, "rate": {"count": dice.randint(0, 5)},
        "product": {"count": dice.randint(0, 90)}, "duration": {"seconds": dice.randint(0, 900_000) / 1000},
        "latency": {"seconds": dice.randint(0, 90_000) / 1000},
        "irt": {"seconds": dice.randint(0, 90)} if dice.random() < 0.3 else {},
        "magnitude": {"level": dice.randint(0, 4)}, "rating": {"score": dice.randint(0, 10)},
        "reported": {"value": dice.randint(-10**6, 10**6) / 1000},
    }  # fmt: skip
    if measure in made:
        return dict(made[measure])
    if measure in ("partial_interval", "whole_interval", "momentary"):
        return {"interval": dice.randint(1, 9), "scored": dice.random() < 0.5, "length": 15}
    outcome = dice.choice(OUTCOMES)
    prompt = {"prompt": dice.choice(("gesture", "model"))} if outcome == "prompted" else {}
    return {"outcome": outcome, **prompt, **({"step": dice.randint(1, 3)} if measure == "task_analysis" else {})}
