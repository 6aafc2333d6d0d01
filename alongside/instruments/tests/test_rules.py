"""When a form is due, how scores change in time, what may be entered."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from alongside.instruments.drawing import Dot, Strip, Trend, drawn
from alongside.instruments.instrument import instruments
from alongside.instruments.rules.due import Asked, due_on
from alongside.instruments.rules.entering import entered_faults, entry_faults, number
from alongside.instruments.rules.trend import Taken, steps

DAY = date(2026, 3, 1)
WEEK = timedelta(days=7)


@pytest.mark.parametrize(
    ("occasion", "every", "last", "review", "discharge", "due"),
    [
        ("every", 14, None, None, None, DAY), ("every", 14, DAY + WEEK, None, None, DAY + 3 * WEEK),
        ("every", 14, DAY - 9 * WEEK, None, None, DAY), ("intake", None, None, None, None, DAY),
        ("intake", None, DAY, None, None, None), ("intake", None, DAY - WEEK, None, None, DAY),
        ("review", None, None, None, None, None), ("review", None, None, DAY + 8 * WEEK, None, DAY + 8 * WEEK),
        ("review", None, DAY + 7 * WEEK, DAY + 8 * WEEK, None, None),
        ("review", None, DAY, DAY + 8 * WEEK, None, DAY + 8 * WEEK),
        ("discharge", None, None, DAY, None, None), ("discharge", None, None, None, DAY, DAY),
    ],
)  # fmt: skip
def test_a_form_is_due(occasion, every, last, review, discharge, due):
    asked = Asked(occasion, every, DAY)
    assert due_on(asked, last=last, review_on=review, discharge_on=discharge) == due


def test_a_step_is_told_against_the_last_and_the_first_that_are_firm():
    [scale] = instruments()["phq-9"].scales
    totals = [(17, True), (15, True), (8, False), (None, True), (12, True), (18, True)]
    taken = [Taken(DAY, None if total is None else Decimal(total), "", firm) for total, firm in totals]
    found = [(step.since_last, step.since_first) for step in steps(scale, taken)]
    assert found == [(None, None), ("", ""), (None, None), (None, None), ("", "better"), ("worse", "")]
    assert steps(None, taken[:2])[1].since_last == "unknown"


@pytest.mark.parametrize(
    ("typed", "value"),
    [("12", 12), ("4.35", Decimal("4.35")), ("-1", -1), ("−1", -1), ("1e3", None), ("12.345", None), ("١٢", None)],
)
def test_a_result_is_typed_in_digits(typed, value):
    assert number(typed) == value
    assert bool(entered_faults({"total": typed})) is (value is None)


def test_a_result_is_within_its_scale_and_the_first_one_is_there():
    scales = instruments()["sdq"].scales
    assert entry_faults(scales, {"total": Decimal(40), "peers": None}) == []
    for wrong, fields in (({"total": Decimal(41)}, ["total"]), ({"peers": Decimal(1)}, ["total"])):
        assert [fault.field for fault in entry_faults(scales, wrong)] == fields
    assert [fault.code for fault in entry_faults(scales, {"total": Decimal(1), "x": Decimal(1)})] == [
        "instruments.fault.no_scale"
    ]


def test_a_chart_names_its_bands_and_escapes_what_it_is_given():
    dots = tuple(Dot(DAY + n * WEEK, str(n), value, n == 1, "<b>") for n, value in enumerate((0, 14, 27)))
    picture = drawn(Trend("t", "A & <b>", "About", 0, 27, dots, (Strip(0, "low"), Strip(10, "high")), 10, "Screen"))
    assert picture.count("<circle") == 3 and picture.count('class="dot open"') == 1
    assert "low" in picture and "high" in picture and "<b>" not in picture and 'role="img"' in picture
    assert "<circle" in drawn(Trend("t", "T", "A", 0, 4, dots[:1])) and "<svg" in drawn(Trend("t", "T", "A", 0, 4, ()))
