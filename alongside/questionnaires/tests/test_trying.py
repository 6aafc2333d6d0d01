"""Expressions of others: what asks for too much is found before anybody answers, and stops all the same."""

import pytest

from alongside.questionnaires.checking import findings
from alongside.questionnaires.filling import filled
from alongside.questionnaires.reading import taken
from alongside.questionnaires.trying import slow, whole

SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-"
SQUARED = "%resource.descendants().select(%resource.descendants().select(%resource.descendants())).count()"
DOUBLED = f"({' | '.join(map(str, range(40)))}).aggregate($total & $total & 'xx').length()"


def form(text, kind="calculatedExpression"):
    computed = {"url": f"{SDC}{kind}", "valueExpression": {"language": "text/fhirpath", "expression": text}}
    many = [{"linkId": "a", "type": "string"}, {"linkId": "b", "type": "choice", "answerOption": [{"valueInteger": 1}]}]
    return taken({
        "resourceType": "Questionnaire", "title": "T", "url": "urn:t",
        "item": [
            {"linkId": "g", "type": "group", "repeats": True, "item": many},
            {"linkId": "c", "type": "integer", "extension": [computed]},
        ],
    })  # fmt: skip


@pytest.mark.parametrize("text", [SQUARED, DOUBLED])
def test_what_asks_for_too_much_is_named(text):
    assert slow(form(text)) == ["c"]


def test_what_asks_for_little_is_not():
    assert slow(form("%resource.descendants().count()")) == [] == slow(taken(QUIET))


def test_a_process_that_takes_its_time_is_ended():
    assert slow(form("%resource.item.count()"), seconds=0) == [""]


def test_it_stops_for_whoever_answers_too():
    asked = form(SQUARED)
    found = filled(asked, whole(asked), {})
    assert found.spent == {"c"} <= found.failed and not found.settled
    assert form(DOUBLED) and filled(form(DOUBLED), [], {}).failed == {"c"}


@pytest.mark.parametrize("text", ["'a'.matches('(a+)+b')", "'a'.replaceMatches('a', 'b')", "2.power(99999999)"])
def test_what_nobody_can_count_is_not_called(text):
    assert ("unsafe", True) in {(one.code, one.blocks) for one in findings(form(text))}


QUIET = {"resourceType": "Questionnaire", "title": "T", "item": [{"linkId": "a", "type": "string"}]}
