"""Notes of visits in which something was recorded beside the targets."""

from datetime import UTC, datetime
from typing import Any

from tests.vectors.making import cared
from tests.vectors.making.around import of
from tests.vectors.making.drafting import ZONES, everything, noted


def made() -> dict[str, Any]:
    """In each form of a note, none, one, many."""
    one, night = of("count"), datetime(2026, 7, 1, 3, 15, tzinfo=UTC)
    autumn = {"began": datetime(2025, 11, 2, 5, 15, tzinfo=UTC), "minutes": 240}
    formats = {f"beside-one-{n}": noted(one, cared.one_each, programme=n) for n in range(4)}
    found = formats | {
        "beside-noticed": noted(one, lambda w: cared.noticed(w, 6)),
        "beside-noticed-many": noted(one, lambda w: cared.noticed(w, 15), minutes=400, programme=1),
        "beside-tokens-1": noted(one, lambda w: cared.worked_for(w, 1)),
        "beside-tokens-many": noted(one, lambda w: cared.worked_for(w, 25), minutes=400, programme=2),
        "beside-tokens-back": noted(one, cared.taken_back),
        "beside-exchanges-many": noted(one, lambda w: cared.exchanged(w, 14), programme=3),
        "beside-practised": noted(one, lambda w: cared.practised(w, 3)),
        "beside-practised-many": noted(one, lambda w: cared.practised(w, 30), minutes=400, programme=2),
        "beside-techniques": noted(one, lambda w: cared.techniques(w, 6)),
        "beside-techniques-many": noted(one, lambda w: cared.techniques(w, 24), minutes=400, programme=1),
        "beside-crisis-open": noted(one, lambda w: cared.crisis(w, over=False), programme=1),
        "beside-crises": noted(one, cared.two_crises, programme=2),
        "beside-preferences": noted(one, lambda w: None, preferences=cared.PREFERENCES, programme=3),
        "beside-fall-back": noted(one, cared.all_day, **autumn),
        "beside-over-midnight": noted(one, cared.all_day, began=night, minutes=240),
        "beside-everything": noted(
            of("count", "trial", "rate"), lambda w: [everything(w), cared.all_day(w)], minutes=400, zone=ZONES[3],
            preferences=cared.PREFERENCES,
        ),
    }  # fmt: skip
    return {f"drafting/{name}.json": case for name, case in found.items()}
