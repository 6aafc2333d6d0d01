"""Forms on paper: every question is there to be answered, and every answer that was given."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from alongside.documents import sheets
from alongside.printing import Paper, Part, pdf
from alongside.questionnaires.reading import Unreadable, read, taken
from tests.papers import text_of

ROOT = Path(__file__).resolve().parents[3]
OTHERS = sorted((ROOT.parent / "shared" / "data" / "fhir" / "questionnaires").rglob("*.json"))
SCALE = [{"valueCoding": {"code": f"a{n}", "display": word}} for n, word in enumerate(("Never", "Sometimes", "Often"))]
FORM = {
    "resourceType": "Questionnaire",
    "title": "Sleep",
    "status": "active",
    "item": [
        {"linkId": "g", "type": "group", "text": "Last week", "item": [
            {"linkId": "g1", "type": "choice", "text": "Woke at night", "answerOption": SCALE},
            {"linkId": "g2", "type": "choice", "text": "Woke too early", "answerOption": SCALE},
        ]},
        {"linkId": "b", "type": "boolean", "text": "Takes naps", "required": True},
        {"linkId": "n", "type": "integer", "text": "How many", "enableWhen": [
            {"question": "b", "operator": "=", "answerBoolean": True}]},
        {"linkId": "d", "type": "display", "text": "Almost done."},
        {"linkId": "t", "type": "text", "text": "What helps"},
        {"linkId": "m", "type": "choice", "repeats": True, "text": "Where", "answerOption": SCALE[:2]},
        {"linkId": "q", "type": "quantity", "text": "Hours in bed"},
    ],
}  # fmt: skip
ANSWERS = [
    {"linkId": "g", "item": [{"linkId": "g1", "answer": [SCALE[2]]}]},
    {"linkId": "b", "answer": [{"valueBoolean": False}]},
    {"linkId": "t", "answer": [{"valueString": "A story #read(1)"}]},
    {"linkId": "m", "answer": SCALE[:2]},
    {"linkId": "q", "answer": [{"valueQuantity": {"value": 7, "unit": "h"}}]},
]


def printed(rows):
    at = datetime(2026, 1, 1, tzinfo=UTC)
    return text_of(pdf(Paper("Form", "en", "Harbor", (Part("Form", tuple(rows)),), at, "c", "{page}", "")))


def test_a_blank_form_has_every_question_with_its_answers_and_conditions():
    text = printed(sheets.blank(taken(FORM)))
    for word in ("Last week", "Woke too early", "Sometimes", "Takes naps", "Yes", "What helps", "Tick all that apply",
                 "Only if “Takes naps” is “Yes”", "Almost done.", "Hours in bed"):  # fmt: skip
        assert word in text, word
    assert text.count("☐") == 6 + 2 + 2 and "☒" not in text


def test_an_answered_form_shows_what_was_given_and_what_was_not():
    text = printed(sheets.answered(taken(FORM), ANSWERS))
    assert text.count("☒") == 1 + 2
    for word in ("A story #read(1)", "7 h", "No"):
        assert word in text
    assert "How many" not in text  # it was not asked
    assert "Not answered" in printed(sheets.answered(taken(FORM), []))


def test_every_form_of_others_can_be_printed():
    if not OTHERS:
        pytest.skip("the folder of questionnaires of others is not here")
    count = 0
    for path in OTHERS:
        try:
            asked = read(path.read_bytes())
        except Unreadable:
            continue
        text = printed(sheets.blank(asked))
        first = next((one for one in asked.every() if one.text and not one.hidden and one.is_asked), None)
        assert first is None or " ".join(first.text.split())[:12] in text, path.name
        count += 1
    assert count > 5
