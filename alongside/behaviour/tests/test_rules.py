"""What is true of observations: tables of examples, and what holds for all."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.behaviour.measures import definitions
from alongside.behaviour.rules import details, intervals, sums, times
from alongside.behaviour.rules.sums import Sum

MEASURES = definitions()
NOON = datetime(2026, 3, 10, 16, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("measure", "given", "kept"),
    [
        ("count", {"count": 3}, {"count": 3}),
        ("count", {"count": Decimal("2")}, {"count": 2}),
        ("count", {"count": -0.0 + 0}, {"count": 0}),
        ("duration", {"seconds": 12.5}, {"seconds": 12.5}),
        ("duration", {"seconds": 72.0}, {"seconds": 72}),
        ("momentary", {"interval": 3, "scored": False, "length": 120}, {"interval": 3, "scored": False, "length": 120}),
        ("trial", {"outcome": "prompted", "prompt": " gesture "}, {"outcome": "prompted", "prompt": "gesture"}),
        ("trial", {"outcome": "no response", "prompt": ""}, {"outcome": "no response"}),
        ("irt", {}, {}),
        ("reported", {"value": -3.25}, {"value": -3.25}),
        (
            "abc",
            {"occurred": True, "antecedent": "peer", "consequence": "break", "setting_events": ["ill", "sleep", "ill"]},
            {"occurred": True, "antecedent": "peer", "consequence": "break", "setting_events": ["ill", "sleep"]},
        ),
        ("abc", {"occurred": True, "narrative": "He\r\nsat."}, {"occurred": True, "narrative": "He\nsat."}),
    ],
)  # fmt: skip
def test_what_a_measure_keeps(measure, given, kept):
    assert details.checked(MEASURES[measure], given) == (kept, [])


@pytest.mark.parametrize(
    ("measure", "given", "field", "code"),
    [
        ("count", {}, "count", "missing"),
        ("count", {"count": -1}, "count", "out_of_range"),
        ("count", {"count": 501}, "count", "out_of_range"),
        ("count", {"count": 1.5}, "count", "not_whole"),
        ("count", {"count": True}, "count", "not_a_number"),
        ("count", {"count": "3"}, "count", "not_a_number"),
        ("count", {"count": "٣"}, "count", "not_a_number"),
        ("count", {"count": [1]}, "count", "not_a_number"),
        ("count", {"count": {"a": 1}}, "count", "not_a_number"),
        ("count", {"count": float("nan")}, "count", "not_a_number"),
        ("count", {"count": float("inf")}, "count", "not_a_number"),
        ("count", {"count": 1e400}, "count", "not_a_number"),
        ("count", {"count": Decimal("1E+400")}, "count", "not_a_number"),
        ("count", {"count": Decimal("NaN")}, "count", "not_a_number"),
        ("count", {"count": 10**5000}, "count", "not_a_number"),
        ("count", {"count": 2**63}, "count", "not_a_number"),
        ("count", {"count": 2**31}, "count", "out_of_range"),
        ("count", {"count": 1, "__class__": 2}, "__class__", "unknown_detail"),
        ("duration", {"seconds": 0.0001}, "seconds", "too_fine"),
        ("duration", {"seconds": 86401}, "seconds", "out_of_range"),
        ("partial_interval", {"interval": 0, "scored": True, "length": 10}, "interval", "out_of_range"),
        ("partial_interval", {"interval": 1, "scored": "false", "length": 10}, "scored", "not_yes_or_no"),
        ("partial_interval", {"interval": 1, "scored": True, "length": 0}, "length", "out_of_range"),
        ("trial", {"outcome": "great"}, "outcome", "not_a_choice"),
        ("trial", {"outcome": ["correct"]}, "outcome", "not_a_choice"),
        ("trial", {"outcome": "prompted", "prompt": 7}, "prompt", "not_text"),
        ("magnitude", {"level": 5}, "level", "out_of_range"),
        ("rating", {"score": 11}, "score", "out_of_range"),
        ("abc", {"occurred": True}, "antecedent", "missing"),
        ("abc", {"occurred": True, "antecedent": "demand"}, "consequence", "missing"),
        ("abc", {"occurred": True, "narrative": "  "}, "narrative", "missing"),
        ("abc", {"occurred": True, "narrative": "a", "setting_events": "ill"}, "setting_events", "not_a_choice"),
    ],
)
def test_what_a_measure_refuses(measure, given, field, code):
    _, faults = details.checked(MEASURES[measure], given)
    assert (field, f"behaviour.fault.{code}") in [(f.field, f.code) for f in faults]


@pytest.mark.parametrize("text", ["a\x00b", "a\ud800", "a\u202eb", "x" * 4001])
def test_text_that_cannot_be_kept_is_refused(text):
    _, faults = details.checked(MEASURES["abc"], {"occurred": True, "narrative": text})
    assert [f.field for f in faults if f.field == "narrative"]


@pytest.mark.parametrize(
    ("kept", "settings", "code"),
    [
        ({"step": 4, "outcome": "correct"}, {"steps": ["a", "b", "c"]}, "no_such_step"),
        ({"outcome": "prompted", "prompt": "shout"}, {"prompts": ["independent", "gesture"]}, "not_a_choice"),
        ({"outcome": "correct", "prompt": "gesture"}, {"prompts": ["independent", "gesture"]}, "prompted_is_not_own"),
    ],
)
def test_what_does_not_fit_the_target(kept, settings, code):
    assert [f.code for f in details.fits(kept, settings)] == [f"behaviour.fault.{code}"]


def test_what_fits_the_target():
    settings = {"prompts": ["independent", "gesture"], "steps": ["a", "b"]}
    assert details.fits({"step": 2, "outcome": "prompted", "prompt": "gesture"}, settings) == []
    assert details.fits({"outcome": "prompted"}, settings) == []


def total(measure, *given):
    return sum((sums.adds(MEASURES[measure], one) for one in given), Sum())


@pytest.mark.parametrize(
    ("measure", "given", "hours", "value"),
    [
        ("count", [{"count": 2}, {"count": 3}], None, 5.0),
        ("count", [{"count": 0}], None, 0.0),
        ("count", [], None, None),
        ("rate", [{"count": 2}, {"count": 1}], 1.5, 2.0),
        ("rate", [{"count": 2}], None, None),
        ("rate", [{"count": 2}], 0.0, None),
        ("duration", [{"seconds": 90}, {"seconds": 30.5}], None, 120.5 / 60),
        ("latency", [{"seconds": 4}, {"seconds": 8}], None, 6.0),
        ("partial_interval", [{"scored": True}, {"scored": False}, {"scored": True}, {"scored": False}], None, 50.0),
        ("trial", [{"outcome": "correct"}, {"outcome": "prompted"}, {"outcome": "incorrect"}], None, 100 / 3),
        ("task_analysis", [{"outcome": "correct"}, {"outcome": "no response"}], None, 50.0),
        ("magnitude", [{"level": 0}, {"level": 3}], None, 1.5),
        ("rating", [{"score": 7}], None, 7.0),
        ("product", [{"count": 4}, {"count": 6}], None, 10.0),
        ("reported", [{"value": 13.62}], None, 13.62),
        ("abc", [{"occurred": True}, {"occurred": False}], None, 1.0),
    ],
)  # fmt: skip
def test_values(measure, given, hours, value):
    found = sums.value(MEASURES[measure], total(measure, *given), hours)
    assert found == (pytest.approx(value) if value is not None else None)


@pytest.mark.parametrize(
    ("outcomes", "in_a_row", "value"),
    [
        (["correct", "correct", "correct"], 3, 3.0),
        (["correct", "incorrect", "correct", "correct", "correct", "incorrect"], 3, 5.0),
        (["correct", "prompted", "correct"], 2, None),
        (["correct"], 1, 1.0),
    ],
)
def test_trials_to_criterion(outcomes, in_a_row, value):
    how = MEASURES["trials_to_criterion"]
    found = sums.in_order(how, {"in_a_row": in_a_row}, [(n, {"outcome": o}) for n, o in enumerate(outcomes)])
    assert (found.n, sums.value(how, found, None)) == (len(outcomes), value)


def test_inter_response_time_is_from_onset_to_onset():
    how = MEASURES["irt"]
    found = sums.in_order(how, {}, [(10.0, {}), (14.0, {}), (24.5, {}), (30.0, {"seconds": 2})])
    assert found == Sum(4, Decimal("16.5"), 3)
    assert sums.value(how, found, None) == pytest.approx(5.5)
    assert sums.value(how, sums.in_order(how, {}, [(3.0, {})]), None) is None


@given(st.lists(st.decimals(0, 86400, places=3), max_size=30), st.integers(0, 29))
def test_taking_one_back_ends_where_it_never_was(seconds, at):
    how = MEASURES["duration"]
    rows = [{"seconds": float(one)} for one in seconds]
    taken = rows[at : at + 1]
    assert total("duration", *rows) + (-total("duration", *taken)) == total(
        "duration", *(row for n, row in enumerate(rows) if n != at)
    )
    assert sums.adds(how, {"seconds": 0.1}).numerator * 3 == Decimal("0.3")


@pytest.mark.parametrize(
    ("happened", "ended", "code"),
    [
        (NOON - timedelta(minutes=6), None, "before_the_session"),
        (NOON + timedelta(hours=2, minutes=6), None, "in_the_future"),
        (NOON + timedelta(days=3650), None, "in_the_future"),
        (NOON + timedelta(hours=1, minutes=6), NOON + timedelta(hours=1), "after_the_session"),
        (NOON.replace(tzinfo=None), None, "no_zone"),
    ],
)
def test_when_it_cannot_have_happened(happened, ended, code):
    now, slack = NOON + timedelta(hours=2), timedelta(minutes=5)
    found = times.faults(happened, began_at=NOON, ended_at=ended, now=now, slack=slack)
    assert [f.code for f in found] == [f"behaviour.fault.{code}"]


def test_a_clock_may_be_a_little_off():
    slack = timedelta(minutes=5)
    for happened in (NOON - timedelta(minutes=4), NOON + timedelta(minutes=64)):
        later = {"began_at": NOON, "ended_at": NOON + timedelta(hours=1), "now": NOON + timedelta(hours=1)}
        assert times.faults(happened, **later, slack=slack) == []


@pytest.mark.parametrize(
    ("measure", "scored", "elapsed", "number"),
    [
        ("partial_interval", True, 0.0, 1), ("partial_interval", True, 14.9, 1), ("partial_interval", True, 15.0, 2),
        ("partial_interval", False, 14.0, 1), ("partial_interval", False, 20.0, 1),
        ("partial_interval", False, 24.0, 2),
        ("whole_interval", False, 3.0, 1), ("whole_interval", True, 16.0, 1), ("whole_interval", True, 2.0, 1),
        ("momentary", True, 29.0, 2), ("momentary", False, 31.0, 2), ("momentary", True, 1.0, 1),
    ],
)  # fmt: skip
def test_which_interval_an_answer_is_about(measure, scored, elapsed, number):
    assert intervals.number(measure, scored, elapsed, 15) == number


def test_seconds_until_the_next_interval():
    assert intervals.until_next(31.0, 15) == 14.0


def test_every_measure_says_all_that_is_needed():
    for name, how in MEASURES.items():
        assert how["unit"] and how["over"] in ("one", "records", "hours") and isinstance(how["one_tap"], bool), name
        assert how["adds"] in how["fields"] or how["adds"] == "own", name
        assert {field["kind"] for field in how["fields"].values()} <= set(details.KINDS), name
