"""What a form's fields mean, and how answers stand in them: one is the other's way back."""

import json
from pathlib import Path

import pytest

from alongside.questionnaires.controls import controls
from alongside.questionnaires.filling import filled
from alongside.questionnaires.naming import name_of, numbers
from alongside.questionnaires.reading import taken
from alongside.questionnaires.tests.fields import fields_of
from alongside.questionnaires.typed import typed

ZONE = "America/New_York"
VECTORS = Path(__file__).parents[3] / "tests" / "vectors" / "asking"
ROUND = [
    (name, case)
    for name in ("every_type", "household", "scored")
    for case, known in json.loads((VECTORS / f"{name}.json").read_text()).items()
    if case != "asked" and "answers" in known and not known["unsound"]
]


def ordered(nodes):
    """Several choices have no order, and each is chosen once."""
    found = []
    for node in nodes:
        answers = [
            {**one, **({"item": ordered(one["item"])} if "item" in one else {})} for one in node.get("answer", [])
        ]
        if any("valueCoding" in one for one in answers):
            answers = [json.loads(one) for one in sorted({json.dumps(each, sort_keys=True) for each in answers})]
        below = {"item": ordered(node["item"])} if "item" in node else {}
        found.append({**node, **({"answer": answers} if answers else {}), **below})
    return found


def drawn(asked, answers, **more):
    return controls(asked, answers, filled(asked, answers, {}), zone=ZONE, **more)


@pytest.mark.parametrize(("name", "case"), ROUND)
def test_answers_come_back_from_the_fields_they_stand_in(name, case):
    known = json.loads((VECTORS / f"{name}.json").read_text())
    asked, answers = taken(known["asked"]["source"]), known[case]["answers"]
    found = typed(asked, fields_of(drawn(asked, answers)), before=answers, zone=ZONE)
    assert not found.wrong
    now, then = (ordered(filled(asked, each, {}).response) for each in (found.answers, answers))
    assert now == then


def form(*items):
    return taken({"resourceType": "Questionnaire", "item": list(items)})


def read(asked, fields, before=()):
    return typed(asked, {name: [text] for name, text in fields.items()}, before=before, zone=ZONE)


KINDS = [
    ("integer", "12", {"valueInteger": 12}), ("integer", "−3", {"valueInteger": -3}), ("integer", "1.5", None),
    ("integer", "99999999999", None), ("integer", "١٢", None), ("decimal", "2.50", {"valueDecimal": 2.5}),
    ("decimal", "1e9", None), ("decimal", "NaN", None), ("decimal", "4", {"valueDecimal": 4}),
    ("date", "2026-11-22", {"valueDate": "2026-11-22"}), ("date", "2026", {"valueDate": "2026"}),
    ("date", "2026-02-30", None), ("date", "tomorrow", None),
    ("dateTime", "2026-11-22T10:30", {"valueDateTime": "2026-11-22T10:30:00-05:00"}),
    ("dateTime", "2026-07-01T10:30", {"valueDateTime": "2026-07-01T10:30:00-04:00"}),
    ("dateTime", "2026-13-22T10:30", None), ("time", "07:15", {"valueTime": "07:15:00"}), ("time", "25:00", None),
    ("boolean", "true", {"valueBoolean": True}), ("boolean", "perhaps", None),
    ("string", " Bo ", {"valueString": "Bo"}),
    ("url", "https://example.org/a", {"valueUri": "https://example.org/a"}),
    ("reference", "Dr. Wells", {"valueReference": {"display": "Dr. Wells"}}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "value"), KINDS)
def test_what_is_typed_is_read_or_kept(kind, text, value):
    found = read(form({"linkId": "a", "type": kind, "text": "A"}), {"q0-0": text})
    if value is None:
        assert (found.answers, found.raw) == ((), {"q0-0": text}) and found.wrong[0].code == "type"
        return
    assert found.answers == ({"linkId": "a", "answer": [value]},) and not found.raw


def test_a_field_shows_what_could_not_be_read():
    asked = form({"linkId": "a", "type": "integer", "text": "A", "repeats": True})
    found = typed(asked, {"n0-0": ["3"], "q0-0": ["1"], "q0-1": ["two"], "q0-2": ["3"]}, before=(), zone=ZONE)
    assert found.answers == ({"linkId": "a", "answer": [{"valueInteger": 1}, {"valueInteger": 3}]},)
    [control] = drawn(asked, found.answers, raw=found.raw, wrong={"q0-1": found.wrong})
    assert [(part.text, bool(part.wrong)) for part in control.parts] == [("1", False), ("two", True), ("3", False)]


def test_copies_are_counted_and_not_without_end():
    asked = form({"linkId": "g", "type": "group", "repeats": True, "item": [{"linkId": "a", "type": "string"}]})
    found = typed(asked, {"n0-0": ["2"], "q0-1_1-0": ["Bo"]}, before=(), zone=ZONE)
    assert found.answers == (
        {"linkId": "g"},
        {"linkId": "g", "item": [{"linkId": "a", "answer": [{"valueString": "Bo"}]}]},
    )
    assert len(typed(asked, {"n0-0": ["999"]}, before=(), zone=ZONE).answers) == 50
    assert len(typed(asked, {"n0-0": ["-1"]}, before=(), zone=ZONE).answers) == 1


def test_words_of_ones_own_stand_beside_a_choice():
    asked = form({"linkId": "a", "type": "open-choice", "text": "A", "answerOption": [{"valueCoding": {"code": "x"}}]})
    assert read(asked, {"q0-0": "0", "o0-0": "else"}).answers[0]["answer"] == [{"valueCoding": {"code": "x"}}]
    assert read(asked, {"q0-0": "o", "o0-0": "else"}).answers[0]["answer"] == [{"valueString": "else"}]
    assert read(asked, {"o0-0": "else"}).answers[0]["answer"] == [{"valueString": "else"}]
    assert read(asked, {"q0-0": "7"}).answers == ()


def test_what_nobody_types_stays():
    asked = form({"linkId": "a", "type": "string", "readOnly": True}, {"linkId": "f", "type": "attachment"})
    file = {"contentType": "text/plain", "data": "aGk="}
    before = [{"linkId": "a", "answer": [{"valueString": "given"}]},
              {"linkId": "f", "answer": [{"valueAttachment": file}]}]  # fmt: skip
    assert list(read(asked, {"q0-0": "mine"}, before).answers) == before
    assert list(read(asked, {"x1-0": "1"}, before).answers) == before[:1]


def test_what_is_not_asked_is_drawn_off():
    asked = form({"linkId": "a", "type": "boolean"}, {"linkId": "b", "type": "string", "enableBehavior": "all",
                 "enableWhen": [{"question": "a", "operator": "=", "answerBoolean": True}]})  # fmt: skip
    assert [control.off for control in drawn(asked, [])] == [False, True]
    yes = [{"linkId": "a", "answer": [{"valueBoolean": True}]}]
    assert [control.off for control in drawn(asked, yes)] == [False, False]


def test_names_are_made_of_numbers_alone():
    asked = form({"linkId": "/a b<'\"", "type": "group", "item": [{"linkId": "ü", "type": "string"}]})
    assert name_of(numbers(asked), (("/a b<'\"", 0), ("ü", 2))) == "q0-0_1-2"
