"""What 50,000 ABC records say, all tables, the scatterplot and the sequences, against one bare count of them."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random

from alongside.measure.scatterplot import scatterplot
from alongside.measure.sequences import chains, sequential
from alongside.measure.tabulated import behavior_given, given_behavior
from bench.place import Place
from bench.table import Result
from bench.timing import in_turns

RECORDS, DAYS = 50_000, 250
BEFORE = ("demand", "denied", "attention_away", "transition", "peer", "alone", "other")
AFTER = ("attention", "break", "item", "ignored", "redirected", "physical", "none", "other")
Drawn = list[tuple[datetime, bool, str, str]]


def results(place: Place) -> Iterator[Result]:
    drawn = records(place.times(10) * RECORDS // 10 if place.quick else RECORDS)
    value, baseline = in_turns(lambda: asked(drawn), lambda: Counter(drawn), times=place.times(10))
    yield Result("function", value, baseline=baseline, remark=f"{len(drawn):,} records; under 1,000 ms wanted")


def records(many: int) -> Drawn:
    dice, first = Random(7), datetime(2026, 1, 5, 8)
    return [
        (first + timedelta(days=k * DAYS // many, minutes=dice.randrange(480)), dice.random() < 0.6,
         dice.choice(BEFORE), dice.choice(AFTER))
        for k in range(many)
    ]  # fmt: skip


def asked(drawn: Drawn) -> object:
    """Everything that the evidence page asks."""
    days: dict[object, list[str]] = {}
    for at, occurred, before, after in drawn:
        days.setdefault(at.date(), []).extend((before, "behavior" if occurred else "none", after))
    watched = [(datetime(d.year, d.month, d.day, 8), datetime(d.year, d.month, d.day, 16)) for d in days]  # type: ignore[attr-defined]
    return (
        behavior_given((occurred, (before,)) for _, occurred, before, _ in drawn),
        given_behavior((occurred, (after,)) for _, occurred, _, after in drawn),
        scatterplot((at for at, occurred, _, _ in drawn if occurred), watched),
        sequential(days.values()), chains(days.values()),
    )  # fmt: skip
