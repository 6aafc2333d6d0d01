"""How a consent stands on a day, and what it must say."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from alongside.consents import rules
from alongside.consents.models import READERS, TELLING, WAYS, WHAT

DAY = date(2026, 11, 3)
ALLOWED = {"what": WHAT, "way": WAYS, "reader": ("", *READERS)}
TREATMENT = {
    "what": "treatment", "given": True, "way": "paper", "reader": "", "recipient": "", "by_whom": "", "words": "",
    "decided_on": DAY, "begins_on": DAY, "until": None,
}  # fmt: skip
RELEASE = {**TREATMENT, "what": "release", "reader": "school", "recipient": "Lea Elementary", "until": DAY}


@pytest.mark.parametrize(
    ("said", "fields"),
    [
        (TREATMENT, []), (RELEASE, []), ({**TREATMENT, "what": "x"}, ["what"]), ({**TREATMENT, "way": "x"}, ["way"]),
        ({**TREATMENT, "reader": "x"}, ["reader"]),
        ({**TREATMENT, "decided_on": DAY + timedelta(days=1), "begins_on": DAY + timedelta(days=1)}, ["decided_on"]),
        ({**TREATMENT, "begins_on": DAY - timedelta(days=1)}, ["begins_on"]),
        ({**TREATMENT, "until": DAY - timedelta(days=1)}, ["until"]), ({**RELEASE, "until": None}, ["until"]),
        ({**RELEASE, "until": None, "given": False}, []), ({**RELEASE, "recipient": ""}, ["recipient"]),
        ({**RELEASE, "reader": ""}, ["reader"]), ({**RELEASE, "what": "order"}, ["by_whom"]),
        ({**RELEASE, "what": "order", "by_whom": "Family Court, 26-1041"}, []),
        ({**TREATMENT, "reader": "school"}, ["reader"]), ({**TREATMENT, "recipient": "Lea"}, ["recipient"]),
        ({**RELEASE, "what": "assessment"}, ["reader", "recipient"]), ({**RELEASE, "what": "x"}, ["what"]),
    ],
)  # fmt: skip
def test_what_a_consent_must_say(said, fields):
    assert [fault.field for fault in rules.faults(said, allowed=ALLOWED, telling=TELLING, today=DAY)] == fields


@given(
    what=some.sampled_from(WHAT), given=some.booleans(), reader=some.sampled_from(["", *READERS]),
    recipient=some.sampled_from(["", "Lea"]), decided_on=some.dates(), begins_on=some.dates(),
    until=some.none() | some.dates(),
)  # fmt: skip
def test_what_has_no_fault_is_taken_by_the_table(**of):
    """The checks of consents/migrations/0002_walls.py: none of them is the first to refuse something."""
    if not rules.faults({**TREATMENT, **of}, allowed=ALLOWED, telling=TELLING, today=DAY):
        assert of["decided_on"] <= of["begins_on"] <= (of["until"] or date.max)
        named, ends = bool(of["reader"] and of["recipient"]), not of["given"] or of["until"] is not None
        assert named and ends if of["what"] in TELLING else not (of["reader"] or of["recipient"])


@pytest.mark.parametrize(
    ("on", "state"),
    [
        (date(2026, 1, 4), "later"), (date(2026, 1, 5), "given"), (date(2026, 12, 31), "given"),
        (date(2027, 1, 1), "over"),
    ],
)  # fmt: skip
def test_it_holds_from_its_first_day_to_its_last(on, state):
    span = {"begins_on": date(2026, 1, 5), "until": date(2026, 12, 31)}
    assert rules.state(given=True, ended=False, day=on, **span) == state


@given(
    given=some.booleans(), ended=some.booleans(), begins_on=some.dates(), until=some.none() | some.dates(),
    day=some.dates(),
)  # fmt: skip
def test_it_holds_only_where_it_was_given_and_not_taken_back_and_the_day_lies_within(**of):
    holds = of["given"] and not of["ended"] and of["begins_on"] <= of["day"] <= (of["until"] or date.max)
    assert (rules.state(**of) == "given") is holds and rules.state(**of) in rules.STATES
