"""The same operations in any order of arrival end in the same state (SY6)."""

import hashlib
import json
import os
import random

import pytest

from tests.field.device import written
from tests.field.model.history import History
from tests.field.model.running import SEED
from tests.field.model.work import fresh

PERMUTATIONS = int(os.environ.get("MODEL_PERMUTATIONS", "25"))
STANDING = {
    "behaviour_observation": ("id", "observer_id", "target_id", "second", "details", "follows_id", "retracts"),
    "behaviour_tally": ("session_id", "target_id", "second", "n", "numerator", "denominator", "value"),
    "sessions_session": ("id", "staff_id", "client_id", "began_at"), "sessions_presence": ("id", "who"),
    "sessions_ending": ("session_id", "staff_id", "ended_at"), "behaviour_strategyuse": ("id", "staff_id"),
    "behaviour_deviation": ("id", "staff_id", "what"), "behaviour_notice": ("id", "area"),
    "behaviour_token": ("id", "count"), "field_hold": ("operation_id", "outcome", "reasons"),
}  # fmt: skip


def visit(arena):
    """What three devices made of one visit: its author on two of them, a second observer on the third."""
    shared, desk, phone = (fresh(tablet, History()) for tablet in arena.tablets.values())
    on = {
        "programme": str(arena.base.cast.programme.pk),
        "zone": "America/New_York",
        "began_at": written(shared.shown()),
    }
    session = shared.make("rosa", "sessions.start/1", arena.base.client("theo"), on)["id"]
    seen = [record(arena, shared, "rosa", session, count) for count in (1, 2, 3, 4)]
    right = shared.make("rosa", "behaviour.correct/1", seen[0], {"details": {"count": 5}, "reason": "One more"})["id"]
    shared.make("rosa", "behaviour.correct/1", right, {"details": {"count": 6}, "reason": "And another"})
    shared.make("rosa", "behaviour.retract/1", seen[1], {"reason": "Tapped by mistake"})
    shared.make("rosa", "behaviour.notice/1", session, {"area": "sleep"})
    shared.make("rosa", "behaviour.give_token/1", session, {"count": 2})
    said = {"strategy": arena.base.strategies["theo"], "at": written(shared.shown())}
    shared.make("rosa", "behaviour.use_strategy/1", session, said)
    for count in (7, 8):
        record(arena, phone, "rosa", session, count)
        record(arena, desk, "imani", session, count, second=True)
    record(arena, shared, "rosa", session, -1)
    shared.make("rosa", "sessions.end/1", session, {"ended_at": written(shared.shown())})
    record(arena, shared, "rosa", session, 9)
    return [shared, desk, phone]


def record(arena, tablet, who, session, count, **more):
    details = {
        "target": arena.base.targets["theo"],
        "details": {"count": count},
        "happened_at": written(tablet.shown()),
    }
    return tablet.make(who, "behaviour.record/1", session, {**details, **more})["id"]


def arrived(arena, tablets, chance):
    """Everything handed in, in pieces, in an order that chance decides; what it comes to."""
    arena.server.begin()
    pieces = []
    for tablet in tablets:
        rows = chance.sample(tablet.queue, len(tablet.queue))
        while rows:
            size = chance.choice([1, 1, 2, 3, 8])
            pieces.append((tablet, rows[:size]))
            rows = rows[size:]
    for tablet, rows in chance.sample(pieces, len(pieces)):
        assert arena.server.take(tablet, tablet.request(rows)).status == 200
    for tablet in tablets:  # what waits for another device's is tried again with the next
        arena.server.take(tablet, tablet.request([]))
    return state(arena.dumped())


def state(tables):
    said = {
        table: sorted(
            json.dumps([row[name] for name in names], sort_keys=True)
            for row in tables[table]
            if not row.get("settled_at")  # what waited, and came
        )
        for table, names in STANDING.items()
    }
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest(), said


@pytest.mark.slow
def test_any_order_of_arrival_ends_the_same(arena):
    chance, tablets = random.Random(SEED), visit(arena)
    first, said = arrived(arena, tablets, random.Random(0))
    assert len(said["behaviour_observation"]) == 4 + 3 + 2 + 2 + 1
    for _ in range(PERMUTATIONS):
        other, differs = arrived(arena, tablets, chance)
        assert other == first, {table: rows for table, rows in differs.items() if rows != said[table]}
    arena.server.end()
    print(f"\nseed {SEED}, {PERMUTATIONS} orders of arrival: one state, {first[:12]}")
