"""Files that are questionnaires, and files that are not."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.questionnaires.carried import as_json
from alongside.questionnaires.checking import findings
from alongside.questionnaires.items import Questionnaire
from alongside.questionnaires.reading import Unreadable, read, taken

OURS = Path(__file__).parents[3] / "tests" / "data" / "questionnaires"
THEIRS = Path(__file__).parents[4] / "shared" / "data" / "fhir" / "questionnaires"
ITEM = {"linkId": "a", "type": "string", "text": "A"}


def of(*items, **more):
    return taken({"resourceType": "Questionnaire", "title": "T", "url": "urn:t", "item": list(items), **more})


def found(*items, **more):
    return {(one.code, one.link_id, one.blocks) for one in findings(of(*items, **more))}


def why(body):
    with pytest.raises(Unreadable) as no:
        read(body if isinstance(body, bytes) else json.dumps(body).encode())
    return no.value.code


@pytest.mark.parametrize("path", sorted(OURS.glob("*.json")), ids=lambda path: path.stem)
def test_what_is_written_for_the_tests_can_be_published(path):
    assert [one for one in findings(read(path.read_bytes())) if one.blocks] == []


def test_every_type_is_read_as_it_is_written():
    asked = read((OURS / "every_type.json").read_bytes())
    by = {item.link_id: item for item in asked.every()}
    assert (by["decimal"].min_value, by["decimal"].max_value, by["decimal"].decimals) == (0.5, 99.5, 2)
    assert by["decimal"].unit == "miles" and by["string"].max_length == 12 and by["string"].required
    assert [option.score for option in by["choice"].options] == [0, 1, 2]
    assert [option.label for option in by["set"].options] == ["Yes", "No"]
    assert [option.alone for option in by["several"].options] == [False, False, False, True]
    assert by["list"].least == 2 and by["list"].most == 3 and by["code"].pattern == "[A-Z]{2}-[0-9]{3}"
    assert json.loads(json.dumps(as_json(asked)))["items"][0]["type"] == "display"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"\xff\xfe", "not_utf8"), (b'{"a": }', "not_json"), (b"[1]", "no_resource"), ({"a": 1}, "no_resource"),
        (b'{"resourceType": "Questionnaire", "item": [{"x": NaN}]}', "no_number"),
        ({"resourceType": "QuestionnaireResponse"}, "other_resource"),
        ({"resourceType": "Questionnaire"}, "no_items"),
        ({"resourceType": "Questionnaire", "item": "x"}, "not_a_list"),
        ({"resourceType": "Questionnaire", "title": 3, "item": [ITEM]}, "not_text"),
        ({"resourceType": "Questionnaire", "item": [{"type": "string"}]}, "no_link_id"),
        ({"resourceType": "Questionnaire", "item": [{"linkId": "a", "type": "coding"}]}, "no_type"),
        ({"resourceType": "Questionnaire", "item": [{**ITEM, "required": "yes"}]}, "not_a_flag"),
        (b" " * 2_000_001, "too_large"), (b'{"a": 1, "a": 2}', "twice"), (b'{"a": "\\u0000"}', "unfit_text"),
        (b'{"a": "\\ud800"}', "unfit_text"), (b'{"a": 1e999}', "no_number"),
        (b'{"a": ' + b"9" * 5_000 + b"}", "no_number"),
        (b'{"a": "' + b"x" * 100_001 + b'"}', "long_text"), (b'{"a":' * 101 + b"1" + b"}" * 101, "too_deep"),
        (b'{"a": [1,]}', "not_json"), (b"// a\n{}", "not_json"),
    ],
)  # fmt: skip
def test_what_is_none_is_refused_by_name(body, code):
    assert why(body) == code


def test_too_deep_and_too_many_are_refused():
    deep = dict(ITEM)
    for _ in range(30):
        deep = {"linkId": "g", "type": "group", "item": [deep]}
    assert why({"resourceType": "Questionnaire", "item": [deep]}) == "too_deep"
    assert why(b"[" * 100_000) == "too_deep"
    assert why({"resourceType": "Questionnaire", "item": [ITEM] * 2_001}) == "too_many"


CORE = "http://hl7.org/fhir/StructureDefinition/"
SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-"


def path(url, text, language="text/fhirpath"):
    return {"extension": [{"url": url, "valueExpression": {"language": language, "expression": text}}]}


@pytest.mark.parametrize(
    ("item", "finding"),
    [
        ({"type": "choice"}, ("no_options", False)),
        ({"type": "choice", "required": True}, ("no_options", True)),
        ({"option": [{"valueCoding": {"code": "a"}}]}, ("member", True)),
        ({"type": "choice", "answerValueSet": "http://example.org/unknown"}, ("no_options", True)),
        ({"type": "boolean", "answerOption": [{"valueInteger": 1}]}, ("options_of_type", True)),
        ({"enableWhen": [{"question": "z", "operator": "exists", "answerBoolean": True}]}, ("asks_unknown", True)),
        ({"enableWhen": [{"question": "a", "operator": "exists", "answerBoolean": True}]}, ("asks_itself", True)),
        ({"enableWhen": [{"question": "b", "operator": "~", "answerString": "x"}]}, ("operator", True)),
        ({"enableWhen": [{"question": "b", "operator": "=", "answerString": x} for x in "xy"]}, ("no_behavior", True)),
        (path(f"{SDC}calculatedExpression", "1 +"), ("expression", True)),
        (path(f"{SDC}calculatedExpression", "1", "text/cql"), ("language", True)),
        (path(f"{SDC}calculatedExpression", "iif(true)"), ("call", True)),
        (path(f"{SDC}calculatedExpression", "nothing()"), ("call", True)),
        (path(f"{SDC}calculatedExpression", "%resource.trace('x')"), ("unsafe", True)),
        (path(f"{SDC}calculatedExpression", "%resource.item.resolve()"), ("unsafe", True)),
        (path(f"{SDC}calculatedExpression", "%encounter.id"), ("not_given", True)),
        (path(f"{SDC}calculatedExpression", "%patient.gender"), ("not_given", False)),
        ({"extension": [{"url": f"{CORE}regex", "valueString": "("}]}, ("pattern", True)),
        ({"extension": [{"url": f"{CORE}regex", "valueString": "(?=a)b"}]}, ("pattern", True)),
        ({"extension": [{"url": f"{CORE}regex", "valueString": "a{999}"}]}, ("pattern_large", True)),
        ({"extension": [{"url": f"{SDC}answerExpression"}]}, ("extension", True)),
        ({"extension": [{"url": "http://example.org/color"}]}, ("extension", False)),
        ({"modifierExtension": [{"url": "http://example.org/not"}]}, ("modifier", True)),
        ({"type": "display", "item": [{"linkId": "c", "type": "string"}]}, ("display_with_items", True)),
    ],
)  # fmt: skip
def test_what_cannot_be_honoured_is_named(item, finding):
    code, blocks = finding
    assert (code, "a", blocks) in found({**ITEM, **item}, {"linkId": "b", "type": "string"})


def test_of_the_whole():
    assert ("double", "a", True) in found(ITEM, ITEM)
    assert ("no_title", "", True) in found(ITEM, title="")
    assert ("no_url", "", False) in found(ITEM, url="")
    assert ("implicit_rules", "", True) in found(ITEM, implicitRules="http://example.org")
    assert found(ITEM) == set()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(
        ["linkId", "type", "item", "extension", "url", "valueExpression", "expression", "answerOption", "valueCoding",
         "code", "enableWhen", "question", "operator", "contained", "compose", "include", "concept", "repeats"]
    ), inner, max_size=4), max_leaves=20,
)  # fmt: skip


@given(JSON, JSON)
def test_any_json_is_read_or_refused(item, more):
    source = {"resourceType": "Questionnaire", "item": [item], "contained": more}
    try:
        asked = taken(source)
    except Unreadable:
        return
    assert isinstance(asked, Questionnaire)
    findings(asked)


@pytest.mark.skipif(not THEIRS.is_dir(), reason="the published questionnaires are not on this machine")
def test_questionnaires_that_others_wrote():
    refused, blocked = {}, {}
    for file in sorted(THEIRS.glob("*.json")):
        try:
            asked = read(file.read_bytes())
        except Unreadable as no:
            refused[file.stem] = no.code
        else:
            blocked[file.stem] = {one.code for one in findings(asked) if one.blocks}
    assert refused == {"hl7_qr_bluebook": "other_resource", "uwcirg_GAD-7": "not_json"}
    assert {name: codes for name, codes in blocked.items() if codes} == {
        "hl7_questionnaire_example": {"no_options"},  # its set of values is HL7's own, and not in the file
        "lforms_Argonaut-questionnaire-questionnaire-example-asq3": {"member", "no_options"},  # `option`, as before R4
        "uwcirg_CIRG-CNICS-AUDIT": {"call"},  # iif with one argument, and with five
    }
    assert len(blocked) == 11
