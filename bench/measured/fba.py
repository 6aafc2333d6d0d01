"""What 50,000 ABC records say, everything on the evidence page with its hypotheses, against one bare count of them."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random

from alongside.assessments.known import known
from alongside.assessments.rules.evidence import Record, gathered
from alongside.assessments.rules.hypotheses import hypotheses
from alongside.assessments.rules.sequences import sequences
from bench.place import Place
from bench.table import Result
from bench.timing import in_turns

RECORDS, QUICK, DAYS = 50_000, 5_000, 250
BEFORE = ("demand", "denied", "attention_away", "transition", "peer", "alone", "other")
AFTER = ("attention", "break", "item", "ignored", "redirected", "physical", "none", "other")
PLACES = ("home", "school", "community")
Span = tuple[datetime, datetime]


def results(place: Place) -> Iterator[Result]:
    drawn, watched = records(QUICK if place.quick else RECORDS)
    value, baseline = in_turns(
        lambda: asked(drawn, watched), lambda: Counter((one.occurred, one.details["antecedent"]) for one in drawn),
        times=place.times(10),
    )  # fmt: skip
    yield Result("function", value, baseline=baseline, remark=f"{len(drawn):,} records; under 1,000 ms wanted")


def records(many: int) -> tuple[list[Record], list[Span]]:
    """Records over 250 days of eight hours each, with what every page asks of them."""
    dice, first = Random(7), datetime(2026, 1, 5, 8)
    found = []
    for k in range(many):
        day = k * DAYS // many
        details = {
            "antecedent": dice.choice(BEFORE), "consequence": dice.choice(AFTER), "setting": dice.choice(PLACES),
            "people": ["staff", "family"], "activity": f"Lesson {k % 40}", "effect": dice.choice(("stopped", "same")),
        }  # fmt: skip
        at = first + timedelta(days=day, minutes=dice.randrange(480))
        found.append(Record(at, day, dice.random() < 0.6, k % 3, details))
    days = (first + timedelta(days=day) for day in range(DAYS))
    return found, [(day, day + timedelta(hours=8)) for day in days]


def asked(drawn: list[Record], watched: list[Span]) -> object:
    """Everything that the evidence page asks."""
    found = gathered(drawn, watched, known())
    return found, sequences(drawn, known()), hypotheses(drawn, found, known())
