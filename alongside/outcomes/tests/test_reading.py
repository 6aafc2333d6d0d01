"""Signs in the data, what else changed, sizes and looks."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from alongside.foundation import reference
from alongside.outcomes.reading.conditions import Condition, Visit
from alongside.outcomes.reading.effects import effects
from alongside.outcomes.reading.honesty import Kept, signs
from alongside.outcomes.reading.overlays import newcomers, nights
from alongside.outcomes.reading.phases import looks

ASKED = reference.load("outcomes")
ROSA, BEN = UUID(int=1), UUID(int=2)
DAY = date(2026, 3, 2)


def kept(*values, who=ROSA, by_two=True, late=1.0, phase=1, apart=1, seconds=None):
    return [
        Kept(DAY + timedelta(days=n * apart), float(v), phase, who, by_two, late, seconds and float(seconds))
        for n, v in enumerate(values)
    ]


def codes(some, measure="rate"):
    return {signal.code: dict(signal.values) for signal in signs(some, measure, ASKED)}


@pytest.mark.parametrize(
    ("some", "measure", "expected"),
    [
        (kept(3, 1, 4, 1, 5, 9, 2, 6), "rate", {}),
        (kept(3, 1, 4, 2, 5, 2, 1, 6, late=70), "rate", {"late": {"count": 8, "of": 8, "days": 3}}),
        (kept(3, 1, 4, 2, 5, 2, 1, 6, late=None), "rate", {"unknown_when": {"count": 8, "of": 8}}),
        (kept(3, 1, 4, 2, apart=20), "rate", {"gaps": {"count": 3, "days": 20}}),
        (kept(3, 3, 3, 3, 3, 1), "rate", {"alike": {"count": 5, "value": 3.0}}),
        (kept(0, 0, 0, 0, 0), "rate", {"zeros": {"count": 5}}),
        (kept(0, 0, 0, 0), "rate", {}),
        (kept(20, 21, 20, 20, 21, 20, 21, 20, 20), "count", {"regular": {"count": 9, "share": 1}}),
        (kept(20, 21, 20, 20, 21, 20, 21, 20, 20), "rate", {}),
        (kept(14, 23, 19, 30, 21, 17, 26, 12, 20), "count", {}),
        (kept(3, 1, 4, 1, 5, 9, 2, 6, seconds=180), "duration", {"rounded": {"count": 8, "of": 8}}),
        (kept(3, 1, 4, 1, 5, 9, 2, 6, seconds=183), "duration", {}),
        (kept(*range(1, 11), by_two=False), "rate", {"one_person": {"count": 10}}),
        (kept(*range(1, 10), by_two=False), "rate", {"few_by_two": {"count": 0, "of": 9, "aim": 20}}),
        ([], "rate", {}),
    ],
)  # fmt: skip
def test_signs(some, measure, expected):
    assert codes(some, measure) == expected


def test_who_is_new():
    came = [(DAY, ROSA), (DAY, ROSA), (DAY + timedelta(days=3), BEN), (DAY + timedelta(days=4), ROSA)]
    assert [(o.day, o.kind, o.words) for o in newcomers(came, {BEN: "Ben"})] == [
        (DAY + timedelta(days=3), "newcomer", "Ben")
    ]  # fmt: skip
    assert newcomers([], {}) == ()


def test_nights_are_counted_and_the_newest_drawn():
    days = [DAY + timedelta(days=n) for n in range(20)]
    values = [(day, 9.0 if n < 8 else 2.0) for n, day in enumerate(days)]
    marks, compared = nights([*days[:8], days[0], DAY - timedelta(days=90)], values)
    assert [mark.day for mark in marks] == days[2:8]
    assert (compared.count, compared.then, compared.otherwise) == (8, 9.0, 2.0)
    assert nights([DAY], [])[1].count == 0


def phase(name, kind, *values):
    at = datetime(2026, 3, 2, tzinfo=UTC)
    visits = (Visit(uuid4(), at + timedelta(days=n), DAY + timedelta(days=n), n, v) for n, v in enumerate(values, 1))
    return Condition(name, kind, at, tuple(visits))


def test_sizes_have_their_variants():
    a, b = phase("A", "baseline", 20, 20, 26, 25, 22, 23), phase("B", "intervention", 28, 25, 24, 27, 30, 30, 29)
    found = {effect.name: effect for effect in effects(a, b, "increase", "count")}
    assert found["nap"].estimate.value == pytest.approx(38.5 / 42)
    assert found["tau"].estimate.value == pytest.approx(35 / 42)
    assert found["smd"].estimate.value == pytest.approx(1.650, abs=5e-4)
    assert found["lrr_i"].estimate.value == pytest.approx(0.1954, abs=5e-5)
    assert found["lrr_i"].percent == pytest.approx(21.6, abs=0.05)
    assert all(effect.variant for effect in found.values())
    assert "lrr_d" in {effect.name for effect in effects(b, a, "decrease", "rate")}
    assert len(effects(a, b, "increase", "rating")) == 4


def test_looks():
    first, second = looks([phase("A", "baseline", 4, 4, 5, None, 4), phase("B", "", 9), phase("C", "")])
    assert (first.points, first.median, first.mean, first.inside, first.stable) == (4, 4, 4.25, 4, True)
    assert (second.points, second.sd, second.slope) == (1, None, None)
