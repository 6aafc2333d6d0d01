"""What the author's hand makes of a draft: evidence stays, own words are marked, nothing typed is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.notes.forms_in_use import formats
from alongside.notes.rules import editing
from alongside.notes.rules.figures import figures
from alongside.notes.rules.formats import arranged
from alongside.notes.rules.said import ROLES
from alongside.notes.tests import bodies


def edit(body=None, **changes):
    plain = {"texts": {}, "added": {}, "present": "teacher", "format": "BIRP"}
    return editing.edited(body or bodies.body(), **{**plain, **changes})


def sentence(body, id):
    return next(s for s in body["sentences"] if s["id"] == id)


def test_other_words_with_the_same_figures_keep_their_evidence():
    now = sentence(edit(texts={"d3": "He hit 2 times in 1 h 30 min, both in math."}), "d3")
    assert not now["own"] and now["evidence"]


@pytest.mark.parametrize("text", ["He hit 3 times.", "He hit twice, 4 others watched.", "He hit three times."])
def test_other_figures_are_the_authors_words_and_keep_the_evidence(text):
    now = sentence(edit(texts={"d3": text}), "d3")
    assert now["own"] and now["evidence"]


def test_own_paragraphs_are_added_marked_and_numbered_on():
    now = edit(added={"behavior": "He hummed.", "plan": "Ask Imani."})
    assert [(s["id"], s["role"], s["own"]) for s in now["sentences"][-2:]] == [
        ("o3", "behavior", True), ("o4", "plan", True),
    ]  # fmt: skip


def test_an_emptied_sentence_is_left_out_and_can_be_put_back():
    out = edit(texts={"d3": "", "o1": ""})
    assert [s["id"] for s in out["left_out"]] == ["d3"]
    back = edit(out, back={"d3"})
    assert sentence(back, "d3")["text"] == "Hits others was counted 2 times in 1 h 30 min."
    assert back["left_out"] == []


def test_a_text_of_a_sentence_that_is_gone_is_kept():
    now = edit(texts={"o9": "Typed in an older window."})
    assert now["sentences"][-1]["text"] == "Typed in an older window."


def test_what_the_author_wrote_is_what_differs_from_the_draft():
    now = edit(texts={"d3": "He hit 2 times."}, added={"plan": "Ask Imani."})
    assert editing.written(now) == [
        "He hit 2 times.", "Nobody was hurt and nothing of risk was said.", "Keep the card within reach in math.",
        "Ask Imani.",
    ]  # fmt: skip


def test_too_many_sentences_are_a_fault():
    many = bodies.body(sentences=[bodies.own(f"o{n}", "plan", "x") for n in range(201)])
    assert [f.code for f in editing.faults(many)] == ["notes.fault.too_many"]
    assert editing.faults(bodies.body()) == []


@pytest.mark.parametrize("format", list(formats()))
def test_every_format_holds_every_sentence_once(format):
    body = bodies.body(sentences=[bodies.own(f"o{n}", role, role) for n, role in enumerate(ROLES)])
    shown = [s["id"] for _, some in arranged(body["sentences"], formats()[format]) for s in some]
    assert sorted(shown) == sorted(s["id"] for s in body["sentences"])


@given(st.dictionaries(st.sampled_from(["d1", "d2", "d3", "d4", "d5", "o1", "o2", "o77"]), st.text(max_size=40)))
def test_whatever_is_typed_stands_somewhere(texts):
    now = edit(texts=texts)
    kept = [s["text"] for s in now["sentences"]]
    assert all(text in kept for text in texts.values() if text)
    ids = [s["id"] for s in (*now["sentences"], *now["left_out"])]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("twice at 4:12 pm, 1,200 s", {"2", "4:12", "1200"}),
        ("6 min 12.50 s", {"6", "12.5"}),
        ("nothing", set()),
        ("one-to-one, Twelve", {"1", "12"}),
    ],
)
def test_figures(text, found):
    assert figures(text) == found
