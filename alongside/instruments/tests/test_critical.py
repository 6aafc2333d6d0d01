"""A question that is known by its code opens its path in a form of whoever made it; of ours nothing changes."""

import json
from datetime import date

import pytest

from alongside.foundation import reference
from alongside.foundation.models import Letter
from alongside.instruments import actions, lookups
from alongside.instruments.critical import critical_items, is_critical
from alongside.instruments.editions import asked_of
from alongside.instruments.models import Alarm
from alongside.instruments.tests.generated import answers
from alongside.instruments.tests.scenes import DAY, sign
from alongside.instruments.tests.test_theirs import OURS, ROOT, SHARED, published
from alongside.questionnaires.reading import read

CODED = OURS / "coded.json"
KNOWN = reference.load("critical_items")
LOINC, SNOMED, OWN = "http://loinc.org", "http://snomed.info/sct", "urn:alongside:test"
PHQ = "Thoughts that you would be better off dead"


def coding(code, system=OWN, display="", score=None):
    worth = {"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": score}]}
    named = {"system": system} if system else {}
    return {"valueCoding": {**named, "code": code, "display": display, **(worth if score is not None else {})}}


@pytest.mark.parametrize(
    ("link", "value", "opens"),
    [
        ("scored", coding("a", display="Never so", score=0), False),
        ("scored", coding("b", display="Now and then", score=1), True),
        ("scored", coding("b", display="not at all", score=1), True),
        ("named", coding("LA6568-5", system=""), False), ("named", coding("LA6569-3", system=""), True),
        ("named", coding("LA6568-5", system=LOINC, score=3), False), ("named", coding("LA6568-5"), True),
        ("said", coding("f", display=" Not at all"), False), ("said", coding("d", display="Nearly every day"), True),
        ("placed", coding("g", display="Nunca"), False), ("placed", coding("h", display="A veces"), True),
        ("number", {"valueInteger": 0}, False), ("number", {"valueInteger": 1}, True),
        ("bool", {"valueBoolean": False}, False), ("bool", {"valueBoolean": True}, True),
        ("yes", coding("LA32-8", system=LOINC), False), ("yes", coding("LA33-6", system=LOINC), True),
        ("asked", coding("373067005", system=SNOMED), False), ("asked", coding("none", display="Rather not"), True),
        ("open", {"valueString": " No "}, False), ("open", {"valueString": "Sometimes at night"}, True),
        ("open", coding("j", display="Yes"), True), ("open", coding("k", display="no"), False),
    ],
)  # fmt: skip
def test_which_answers_open_it(link, value, opens):
    [one] = [one for one in critical_items(read(CODED.read_bytes())) if one.item.link_id == link]
    assert is_critical(one, value) is opens


def test_other_systems_other_questions_and_groups_are_not_meant():
    found = {one.item.link_id for one in critical_items(read(CODED.read_bytes()))}
    assert "scored" in found and not found & {"other", "free", "all"}


@pytest.mark.parametrize("one", KNOWN["item"], ids=lambda one: one["code"])
def test_every_code_is_whole_sourced_and_has_its_path(one):
    number, _, check = one["code"].partition("-")
    odd, even = number[::-1][0::2][::-1], number[::-1][1::2]
    assert -sum(map(int, str(int(odd) * 2) + even)) % 10 == int(check), "the check digit of LOINC"
    assert one["system"] == LOINC and one["source"] and one["about"] and one["answers"] in KNOWN["answers"]
    assert one["path"] in {path["key"] for path in reference.load("instrument_paths")["path"]}
    assert KNOWN["effective_from"] <= date(2026, 11, 22) and KNOWN["source"]


def test_a_code_stands_once():
    codes = [(one["system"], one["code"]) for one in KNOWN["item"]]
    assert len(set(codes)) == len(codes)


def given(**values):
    return [{"linkId": "all", "item": [{"linkId": link, "answer": [one]} for link, one in values.items()]}]


def begun(cast, edition, nodes, client=None):
    one = actions.begin(by=cast.rosa, on=client or cast.theo, edition=edition.pk, respondent="self", taken_on=DAY)
    actions.save(by=cast.rosa, on=one, based_on=1, answers=nodes)
    return one


def test_before_signing_at_the_signature_and_in_the_letter(cast, at):
    one = begun(
        cast, published(cast, CODED), given(placed=coding("h", display="A veces"), free=coding("LA6568-5", LOINC))
    )
    page = at("rosa").get(f"/answers/{one.pk}/signature/").content.decode()
    assert "An answer speaks of suicide" in page and not Alarm.objects.exists()
    sign(cast.rosa, one)
    [alarm] = lookups.alarms_in(one.pk)
    assert (alarm.path, alarm.grave, alarm.because) == ("suicide", False, ("placed",))
    assert Letter.objects.filter(code="instruments.letter.alarm", to_staff_id=cast.staff["imani"]).exists()
    assert "An answer speaks of suicide" in at("imani").get(f"/answers/{one.pk}/").content.decode()


def test_somebody_who_is_not_left_alone(cast):
    one = begun(cast, published(cast, CODED), given(asked=coding("373066001", system=SNOMED, display="Yes")))
    sign(cast.rosa, one)
    [alarm] = lookups.alarms_in(one.pk)
    assert alarm.grave and alarm.because == ("asked",)


def test_harmless_answers_open_nothing(cast):
    nothing = given(placed=coding("g", display="Nunca"), yes=coding("LA32-8", LOINC), bool={"valueBoolean": False})
    sign(cast.rosa, begun(cast, published(cast, CODED), nothing))
    assert not Alarm.objects.exists()


def response(asked, nodes):
    said = {"resourceType": "QuestionnaireResponse", "status": "completed", "authored": "2026-10-05T22:30:00-04:00"}
    return json.dumps({**said, "questionnaire": asked.canonical, "item": nodes}).encode()


def test_from_elsewhere_it_is_told_before_and_opened_when_taken_in(cast, at):
    edition = published(cast, CODED)
    body = response(asked_of(edition.pk), given(scored=coding("b")))
    one = actions.take_in(by=cast.hana, on=cast.ida, body=body, respondent="self")
    assert Alarm.objects.get(answering=one.pk).because == ["scored"]


@SHARED
@pytest.mark.parametrize(
    "name", ["lforms_phq9", "lforms_phq9-with-the-weight-function", "lforms_argonaut-phq9-ish", "uwcirg_PHQ-9"]
)
@pytest.mark.parametrize("last", [True, False])
def test_published_forms_of_the_phq_9_open_the_path(cast, name, last):
    edition = published(cast, ROOT / "questionnaires" / f"{name}.json")
    asked = asked_of(edition.pk)
    [ninth] = [item for item in asked.every() if item.text.startswith(PHQ)]
    one = begun(cast, edition, answers(asked, last=last))
    sign(cast.rosa, one)
    assert [alarm.because for alarm in lookups.alarms_in(one.pk)] == [(ninth.link_id,)] * last
