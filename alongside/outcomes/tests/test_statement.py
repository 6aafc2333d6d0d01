"""What a graph may say, and what it must say against itself."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from alongside.foundation import reference
from alongside.outcomes.reading.conditions import Condition, Visit, compared
from alongside.outcomes.reading.sizes import sizes
from alongside.outcomes.reading.statement import state

FIRST = datetime(2026, 3, 2, tzinfo=UTC)


def graph(*phases):
    found, number = [], 0
    for name, kind, values in phases:
        visits = []
        for value in values:
            number += 1
            at = FIRST + timedelta(days=number)
            visits.append(Visit(uuid4(), at, at.date(), number, value))
        found.append(Condition(name, kind, FIRST, tuple(visits)))
    return found


def said(*phases, improvement="decrease", changes=()):
    return state(graph(*phases), improvement, changes, reference.load("verdict_rules"))


def codes(statement):
    return [point.code for point in statement.points]


A, B = "baseline", "intervention"
BASELINE = ("Baseline", A, (6.2, 5.0, 7.1, 6.4, 5.4))
FALLING = (BASELINE, ("Break card", B, (2.2, 2.6, 1.9, 2.8, 2.1, 2.0, 2.4, 1.9, 2.7)))
GRADUAL = (BASELINE, ("Break card", B, (5.2, 4.6, 4.9, 3.8, 4.1, 3.0, 3.4, 2.4, 2.7)))


def test_a_real_change_is_called_one_and_never_a_proof():
    statement = said(*FALLING)
    assert statement.verdict == "change"
    assert "one_sequence" in codes(statement)
    assert [r.rule for r in statement.records] == ["step or trend", "CDC printed"]
    assert all(0 < r.false_alarms < 0.2 for r in statement.records)
    assert statement.records[0].false_alarms == min(r.false_alarms for r in statement.records)


def test_a_step_that_a_trend_would_explain_too_is_not_called_a_change():
    """A gradual fall is beyond the baseline's lines, but one trend through both phases would explain it."""
    assert said(*GRADUAL).verdict == "unsure"


@pytest.mark.parametrize(
    ("phases", "verdict"),
    [
        ((), "none"),
        ((("Baseline", A, (1, 2, 3)),), "none"),
        ((("Plan", B, (1, 2, 3, 4, 5)),), "none"),
        ((("Baseline", A, (5, 6, 5)), ("Plan", B, (1, 1, 1, 1))), "undecidable"),
        ((("Baseline", A, (5, 6)), ("Plan", B, (1, 1, 1, 1, 1))), "undecidable"),
        ((("Baseline", A, (5, 6, 5, 6, 5)), ("Plan", B, (5, 6, 5, 6, 5))), "no_change"),
        ((("Baseline", A, (1, 2, 1, 2, 1)), ("Plan", B, (8, 9, 8, 9, 9))), "worse"),
        ((("Baseline", A, (5, 6, 5, 6, 5)), ("Plan", B, ())), "none"),
        ((("Baseline", A, (None, None)), ("Plan", B, (1, 2, 3, 4, 5))), "none"),
    ],
)
def test_the_verdict(phases, verdict):
    assert said(*phases).verdict == verdict


def test_direction_turns_the_verdict():
    turned = tuple((name, kind, tuple(10 - v for v in values)) for name, kind, values in FALLING)
    assert said(*turned, improvement="increase").verdict == "change"
    assert said(*FALLING, improvement="increase").verdict == "worse"


def test_a_baseline_that_was_already_improving_is_said():
    statement = said(("Baseline", A, (9, 8, 7, 6, 5)), ("Plan", B, (4, 3, 2, 1, 1, 0)))
    assert "baseline_improving" in codes(statement)


def test_what_else_changed_between_is_named_and_what_changed_after_is_not():
    inside, after = FIRST + timedelta(days=8), FIRST + timedelta(days=60)
    statement = said(*FALLING, changes=[(inside, "Medicine"), (after, "Move")])
    assert [dict(p.values)["what"] for p in statement.points if p.code == "something_else"] == ["Medicine"]


def test_several_interventions_share_the_change():
    assert "several_interventions" in codes(said(*FALLING, ("Timer", B, (2.1, 1.4, 1.9, 1.2, 0.9))))


def test_a_return_to_baseline_takes_the_newest_pair():
    phases = graph(*FALLING, ("Baseline again", A, (6, 5, 6)), ("Card again", B, (2, 1, 2, 1, 1)))
    before, after = compared(phases)
    assert (before.name, after.name) == ("Baseline again", "Card again")


def test_a_gap_is_no_zero():
    phases = graph(("Baseline", A, (5, None, 6)), ("Plan", B, (1, 2, None, 1)))
    assert phases[0].values == [5, 6]
    assert phases[0].level == 5.5


def test_sizes_compare_neighbors_and_then_the_ends():
    found = sizes(graph(*FALLING, ("Timer", B, (2.1, 1.4))), "decrease")
    assert [(s.before, s.after) for s in found] == [
        ("Baseline", "Break card"), ("Break card", "Timer"), ("Baseline", "Timer"),
    ]  # fmt: skip
    assert found[0].nap.value == 1
    assert found[0].tau.value == pytest.approx(2 * found[0].nap.value - 1)


def test_no_share_of_a_zero_level():
    assert sizes(graph(("Baseline", A, (0, 0, 0)), ("Plan", B, (1, 2))), "decrease")[0].change is None
