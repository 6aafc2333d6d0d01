"""Where an objective stands, and why it waits."""

from datetime import date, timedelta

import pytest

from alongside.foundation import reference
from alongside.outcomes.reading.status import Facts, first_met, stands

TODAY = date(2026, 11, 20)
ASKED = reference.load("outcomes")


def ago(days):
    return TODAY - timedelta(days=days)


def facts(**said):
    given = {"verdict": "no_change", "begun_on": ago(70), "last_on": ago(2), "met_on": None, "meets": False,
             "checks": 3, "fidelity": 0.95, "decided_on": ago(5)}  # fmt: skip
    return Facts(**{**given, **said})


@pytest.mark.parametrize(
    ("said", "status", "reasons", "days"),
    [
        ({}, "stuck", (), 70),
        ({"verdict": "change"}, "improving", (), 70),
        ({"verdict": "change", "meets": True, "met_on": ago(9)}, "met", (), 70),
        ({"verdict": "change", "met_on": ago(30)}, "regressing", (), 70),
        ({"verdict": "worse"}, "regressing", (), 70),
        ({"verdict": "undecidable"}, "undecidable", (), 70),
        ({"verdict": "undecidable", "begun_on": ago(10)}, "new", (), 10),
        ({"verdict": "not_carried_out", "fidelity": 0.6}, "stuck", ("low_fidelity",), 70),
        ({"last_on": ago(20)}, "stuck", ("no_data",), 20),
        ({"verdict": "change", "last_on": ago(20)}, "stuck", ("no_data",), 20),
        ({"verdict": "none", "last_on": None, "checks": 0, "fidelity": None}, "stuck", ("no_data", "not_watched"), 70),
        ({"decided_on": None}, "stuck", ("no_decision",), 70),
        ({"decided_on": ago(31)}, "stuck", ("no_decision",), 70),
        ({"decided_on": ago(60), "look_again_on": ago(-3)}, "stuck", (), 70),
        ({"decided_on": ago(5), "look_again_on": ago(1)}, "stuck", ("no_decision",), 70),
        ({"last_on": ago(20), "fidelity": 0.5, "decided_on": None}, "stuck",
         ("no_data", "low_fidelity", "no_decision"), 20),
    ],
)  # fmt: skip
def test_where_it_stands(said, status, reasons, days):
    found = stands(facts(**said), TODAY, ASKED)
    assert (found.status, found.reasons, found.days) == (status, reasons, days)


def test_a_criterion_is_kept_as_often_as_it_asks():
    values = [(ago(9 - n), value) for n, value in enumerate((3, 1, 1, 2, 1, 1, 1, 0))]
    assert first_met(values, comparator="<=", criterion=1, in_a_row=3) == (ago(3), True)
    assert first_met(values, comparator="<=", criterion=1, in_a_row=5) == (None, False)
    assert first_met(values, comparator=">=", criterion=3, in_a_row=1) == (ago(9), False)
    assert first_met(values, comparator="<=", criterion=None, in_a_row=1) == (None, False)
    assert first_met([], comparator="<=", criterion=1, in_a_row=1) == (None, False)
