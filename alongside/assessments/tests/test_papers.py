"""An assessment and a structured analysis as PDF: everything that the page says, every picture with its words."""

import pytest

from alongside.assessments.tests import scenes
from tests.papers import figures, read, text_of


@pytest.fixture
def signed(cast):
    """An assessment with records that speak of escape, and a decision that Imani signed."""
    of = scenes.target(cast)
    scenes.escape(cast, of)
    assessment = scenes.opened(cast, of, question="Why does he leave during writing?")
    scenes.signed(cast, assessment)
    return assessment


def test_the_paper_says_what_was_decided_and_by_whom(signed, at):
    answer = at("rosa").get(f"/assessments/{signed.pk}/paper.pdf")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert 'filename="functional-assessment.pdf"' in answer["Content-Disposition"]
    text = text_of(answer.content)
    for words in (
        "Functional behavior assessment", "Why does he leave during writing?", "Decided and signed", "Getting away",
        "When little sleep: after being asked to write", "nobody followed him", "What is missing", "For it",
        "Supported before and after", "Just before", "being asked to do something", "Contingency space",
        "Before, behavior, after", "What stands out", "From before to after", "Residual",
        "When it happens", "Day of the week", "Signatures", "Imani", "Fingerprint",
        "Page 1 of",
    ):  # fmt: skip
        assert words in text, words


def test_every_picture_of_it_has_words_and_it_is_tagged(signed, at):
    made = at("imani").get(f"/assessments/{signed.pk}/paper.pdf").content
    found = figures(made)
    assert len(found) >= 4 and all(len(words) > 20 for words in found)
    assert any("being asked to do something" in words for words in found)
    assert read(made).metadata.title == "Functional behavior assessment"


def test_what_nobody_decided_says_so(cast, at):
    assessment = scenes.opened(cast, scenes.target(cast))
    text = text_of(at("imani").get(f"/assessments/{assessment.pk}/paper.pdf").content)
    assert "Nobody has decided yet" in text and "There are no ABC records" in text and "Not yet signed" in text


PREFERENCE = {"one": "Trains", "other": "Music", "chosen": "Trains"}


@pytest.mark.parametrize(
    ("kind", "names", "more", "entries", "said"),
    [
        ("paired", ["Trains", "Music"], {}, [PREFERENCE], "Trains and Music: chose Trains"),
        ("mswo", ["Trains", "Music"], {}, [{"order": ["Music", "Trains"]}], "Music → Trains"),
        (
            "alternating", ["Paper", "Tablet"],
            {"control": "Paper", "unit": "times a minute", "improvement": "decrease"},
            [{"condition": "Paper", "value": 4}, {"condition": "Tablet", "value": 1}], "Mean distance from Paper",
        ),
        (
            "trial_based", ["Demand", "Attention"], {"improvement": "decrease"},
            [{"condition": "Demand", "control": False, "test": True}], "Seen in the control part",
        ),
    ],
)  # fmt: skip
def test_an_analysis_is_printed_with_its_picture_and_entries(cast, at, kind, names, more, entries, said):
    made = scenes.analysis(cast, kind=kind, names=names, title="What he works for", **more)
    for entry in entries:
        scenes.enter(cast, made, entry)
    answer = at("rosa").get(f"/analyses/{made.pk}/paper.pdf")
    text = text_of(answer.content)
    assert said in text and "What he works for" in text and "Procedure" in text and "Rosa" in text
    assert len(figures(answer.content)) == 1


def test_an_analysis_without_entries_says_so(cast, at):
    made = scenes.analysis(cast)
    assert "Nothing was entered yet" in text_of(at("imani").get(f"/analyses/{made.pk}/paper.pdf").content)


@pytest.mark.parametrize("who", ["dev", "ada"])
def test_whoever_does_not_care_for_him_gets_no_paper(signed, cast, at, who):
    made = scenes.analysis(cast)
    for path in (f"/assessments/{signed.pk}/paper.pdf", f"/analyses/{made.pk}/paper.pdf"):
        assert at(who).get(path).status_code == 403


def test_long_words_stay_on_the_page(cast, at):
    made = scenes.analysis(cast, names=["W" * 80, "Music"], title="A long title " * 9)
    scenes.enter(cast, made, {"one": "W" * 80, "other": "Music", "chosen": "W" * 80})
    assert "chose" in text_of(at("imani").get(f"/analyses/{made.pk}/paper.pdf").content)
