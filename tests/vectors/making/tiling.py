"""Tiles and taps: what the recording page says of a line, and what a tap on it records."""

from datetime import datetime, timedelta
from random import Random
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from alongside.behaviour.queries import Line, _line
from alongside.desk.visit import taps, tiles
from alongside.foundation.errors import Unacceptable
from tests.vectors.making.reading import Reading, read
from tests.vectors.making.scripted import Writer, iso, targets
from tests.vectors.making.streams import BEGAN, details

SAYS = ("kind", "label", "count", "said", "results", "left", "prompts", "step", "step_name", "choices", "length")


def made() -> dict[str, Any]:
    return {"visits/tiles.json": [case(seed) for seed in range(16)]}


def case(seed: int) -> dict[str, Any]:
    """A visit in which much of each measure is recorded; the tiles then, and what taps record."""
    dice, known = Random(f"tiles {seed}"), targets()
    writer = Writer(BEGAN)
    writer.start()
    for _ in range(0 if seed == 1 else 30 + seed * 3):
        writer.wait(dice.randint(0, 30_000) / 1000)
        one = dice.choice(known)
        if (
            one["measure"] in ("duration", "latency", "momentary", "partial_interval", "whole_interval")
            and dice.random() < 0.4
        ):
            writer.write("timer.start", writer.session, {"target": one["id"]})
        else:
            writer.see(one["id"], details(dice, one["measure"]))
    writer.wait(dice.choice((0.5, 31, 400)))
    found = read({"targets/1": {"targets": known}}, writer.operations)
    lines = [_said(found, key) for key in found.targets]
    return {
        "operations": writer.operations, "now": iso(writer.now),
        "tiles": [_tile(found, line, writer.now) for line in lines],
        "taps": [_tap(line, dice, writer.now) for line in lines for _ in range(3)],
    }  # fmt: skip


def _said(found: Reading, key: UUID) -> Line:
    target = found.targets[key]
    return _line(target, found.standing(), found.tallies().get((key, target.measure)), found.timers.get(key))


def _tile(found: Reading, line: Line, now: datetime) -> dict[str, Any]:
    board: Any = SimpleNamespace(session=found.session, banner=SimpleNamespace(id=found.session.client_id))
    tile = tiles.tile(line, board, now=now)
    said = {name: getattr(tile, name) for name in SAYS}
    timed = {"since": iso(tile.since), "to_next": tile.to_next, "elapsed": tile.elapsed} if tile.since else {}
    return {"target": str(tile.target_id), **said, **timed}


def _tap(line: Line, dice: Random, now: datetime) -> dict[str, Any]:
    prompt = dice.choice(("", "", "gesture"))
    sent: dict[str, Any] = {
        "seen": dice.choice(("yes", "no")), "result": dice.choice(taps.OUTCOMES), "prompt": prompt,
        "step": dice.randint(1, 3), "level": dice.randint(0, 4), "amount": dice.choice((3, 12.5)),
    }  # fmt: skip
    at = now + timedelta(seconds=dice.randint(-60_000, 60_000) / 1000)
    plain = {"target": str(line.target_id), "sent": {**sent, "seen": sent["seen"] == "yes"}, "at": iso(at)}
    try:
        kept = taps.details_of(line, sent, at)
    except Unacceptable as no:
        return {**plain, "faults": [fault.code for fault in no.faults]}
    return {**plain, "details": {name: value for name, value in kept.items() if value != ""}}
