"""What payers ask: each element with a note that passes and one that fails; editions by date; units by examples."""

from datetime import date

import pytest

from alongside.foundation import reference
from alongside.notes import payers
from alongside.notes.rules import payer as rules
from alongside.notes.rules.units import POLICIES, cms8_total, units
from alongside.notes.tests import bodies

FAILING = {
    "client": bodies.without_head(identifier=""),
    "times": bodies.without_head(ended_at=""),
    "units": bodies.without_head(units=0),
    "place": bodies.without_head(place_code="99"),
    "service": bodies.without_head(service_code=""),
    "diagnosis": bodies.without_head(diagnosis=" "),
    "modality": bodies.without_head(modality=""),
    "present": bodies.body(present="  "),
    "objective": bodies.without_role("objective"),
    "behavior": bodies.body(sentences=[bodies.drafted("d2", "behavior", "I was with Theo, 1 h.", "session", ("s",))]),
    "intervention": bodies.without_role("intervention"),
    "response": bodies.without_role("response"),
    "numbers": bodies.body(
        sentences=[
            bodies.drafted("d2", "behavior", "I was with Theo, 1 h.", "session", ("s",)),
            bodies.own("o1", "response", "He went along."),
        ]
    ),
    "safety": bodies.without_role("safety"),
    "plan": bodies.without_role("plan"),
}
DAY = date(2026, 11, 19)
PAYERS = ("pa_medicaid", "eight_minute", "private", "agency")


def checked(body, key, day=DAY):
    return rules.check(body, needs=payers.payer(key, on=day).needs, elements=payers.elements())


@pytest.mark.parametrize("key", PAYERS)
def test_a_complete_note_passes_every_payer(key):
    assert [c.element for c in checked(bodies.body(), key) if not c.met] == []


@pytest.mark.parametrize(("key", "element"), [(k, e) for k in PAYERS for e in payers.payer(k, on=DAY).needs])
def test_a_note_without_it_fails(key, element):
    assert element in [c.element for c in checked(FAILING[element], key) if not c.met]


def test_every_element_has_a_question_a_place_and_a_failing_note():
    assert set(payers.elements()) == set(rules.ASKS) == set(FAILING)


def test_only_what_the_author_can_mend_stands_before_a_signature():
    faults = rules.faults(checked(FAILING["diagnosis"], "pa_medicaid"), payer="x")
    assert faults == []
    [fault] = rules.faults(checked(FAILING["safety"], "pa_medicaid"), payer="x")
    assert (fault.code, fault.place) == ("notes.payer.missing.safety", "role-safety")


def test_the_edition_in_force_on_the_day_counts():
    assert "safety" not in payers.payer("agency", on=date(2026, 6, 30)).needs
    assert "safety" in payers.payer("agency", on=date(2026, 7, 1)).needs
    assert payers.payer("agency", on=date(2026, 6, 30)).sign_hours == 72


def test_a_payer_whom_nobody_described_has_the_agencys_rules():
    assert payers.payer("nobody", on=DAY).key == "agency"
    assert payers.payer("private", on=date(2019, 1, 1)).key == "agency"


@pytest.mark.parametrize(
    ("policy", "minutes", "earlier", "expected"),
    [(e["units"], *case) for e in reference.load("payers")["example"] for case in e["cases"]],
)
def test_units_as_their_worked_examples(policy, minutes, earlier, expected):
    assert units(policy, minutes, earlier=earlier) == expected


def test_every_policy_has_examples_and_every_payer_a_policy():
    assert {e["units"] for e in reference.load("payers")["example"]} == set(POLICIES)
    assert {payers.payer(k, on=DAY).units for k in PAYERS} == set(POLICIES)


def test_eight_minutes_are_summed_over_codes_and_allotted_by_remainder():
    assert cms8_total({"97153": 18, "H2014": 10}) == {"97153": 1, "H2014": 1}
    assert cms8_total({"a": 33, "b": 7}) == {"a": 2, "b": 1}
    assert sum(cms8_total({"a": 7, "b": 7, "c": 7}).values()) == 1
