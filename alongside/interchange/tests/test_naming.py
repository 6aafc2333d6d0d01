"""What a case is called here: always the same, and always something that the agency can keep."""

from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.interchange.single_case import naming
from alongside.measure.series import Case, Outcome
from alongside.people.rules import client_faults


def case(series, dataset="Schmidt2007", measure="", scale=None, minutes=None):
    return Case(dataset, series, Outcome("increase", scale, minutes), (), (), "", measure)


@pytest.mark.parametrize(
    ("series", "name", "identifier", "outcome"),
    [
        ("Period 1", "Period 1", "SCHMIDT2007/PERIOD 1", "Reported outcome"),
        ("Albert | Disruptive Behavior", "Albert, Disruptive Behavior", "SCHMIDT2007/ALBERT-DISRUPTIVE BEHAVIOR",
         "Disruptive Behavior"),
        ("Theo | ", "Theo", "SCHMIDT2007/THEO", "Reported outcome"),
        ("Lisa (Turkish)", "Lisa (Turkish)", "SCHMIDT2007/LISA -TURKISH-?", "Reported outcome"),
    ],
)  # fmt: skip
def test_names(series, name, identifier, outcome):
    this = case(series)
    assert (naming.name(this), naming.outcome(this)) == (name, outcome)
    assert naming.identifier(this) == identifier or naming.identifier(this).startswith(identifier.removesuffix("?"))


def test_a_measure_of_the_file_names_the_outcome():
    assert naming.outcome(case("P1 | PSWQ", measure="PSWQ")) == "PSWQ"


@pytest.mark.parametrize(
    ("scale", "minutes", "unit"),
    [(None, None, "as reported"), ("other", 10, "as reported"), ("count", 20, "count in 20 min"),
     ("percentage", 20, "percentage"), ("rate", None, "rate")],
)  # fmt: skip
def test_the_unit_is_what_the_file_says(scale, minutes, unit):
    assert naming.unit(case("x", scale=scale, minutes=minutes)) == unit


@given(st.text(min_size=1), st.text(min_size=1))
def test_every_identifier_can_be_kept(dataset, series):
    assert client_faults(identifier=naming.identifier(case(series, dataset)), diagnosis="") == []


@given(st.lists(st.text(min_size=1), min_size=2, max_size=8, unique=True))
def test_two_series_are_two_clients(names):
    agency = uuid4()
    assert len({naming.client_id(agency, case(name)) for name in names}) == len(names)


def test_names_that_differ_only_in_letters_that_are_not_kept_have_numbers_of_their_own():
    assert len({naming.identifier(case(name)) for name in ("é", "è", "(é)", "_" * 50, "_" * 51)}) == 5
