"""A draft says what was recorded and nothing else: asked of 5,000 generated sessions."""

from dataclasses import replace

import pytest

from alongside.foundation import reference
from alongside.notes import wording
from alongside.notes.rules.drafting import BESIDE, drafted
from alongside.notes.rules.figures import figures
from alongside.notes.rules.honesty import unheld_figures, unheld_words, without
from alongside.notes.tests import held
from alongside.notes.tests.generated import session

FORBIDDEN = [w for kind in ("cause", "effect", "mood") for w in reference.load("drafting_words")[kind]]
SESSIONS = 5_000


@pytest.fixture(scope="module")
def drafts():
    """Each session with its sentences as the rules make them, none held back."""
    return [(f, [wording.as_kept("d", s, f.zone) for s in drafted(f)]) for f in map(session, range(SESSIONS))]


def test_no_sentence_states_a_cause_an_effect_or_a_mood(drafts):
    faults = []
    for facts, body in drafts:
        quotes = {wording.quoted(text) for text in held.words(facts)} | held.words(facts)
        for s in body:
            faults += [
                (facts.session, word, s["text"]) for word in unheld_words(s["text"], quotes=quotes, forbidden=FORBIDDEN)
            ]
    assert faults == []


def test_every_figure_is_in_the_rows_that_the_sentence_names(drafts):
    faults = []
    for facts, body in drafts:
        alone, quotes = held.figures_by_id(facts), {wording.quoted(text) for text in held.words(facts)}
        for s in body:
            groups = [set(e["ids"]) for e in s["evidence"]]
            may = set().union(*(alone.get(id, set()) for ids in groups for id in ids))
            may = may.union(*(held.together(facts, ids) for ids in groups))
            left = figures(without(s["text"], quotes)) - may
            faults += [(facts.session, left, s["text"])] if left else []
    assert faults == []


def test_every_sentence_names_rows_that_exist(drafts):
    for facts, body in drafts:
        known = set(held.figures_by_id(facts)) | {p.id for p in facts.present} | {u.line for u in facts.used}
        for s in body:
            assert s["evidence"] and all(e["ids"] and set(e["ids"]) <= known for e in s["evidence"])


def test_every_row_is_behind_some_sentence(drafts):
    for facts, body in drafts:
        said = {id for s in body for e in s["evidence"] for id in e["ids"]}
        assert {seen.id for t in facts.targets for seen in t.seen} <= said
        assert {a.id for a in facts.abc} | {d.id for d in facts.deviated} <= said
        beside = (facts.noticed, facts.tokens, facts.exchanges, facts.helped, facts.crises, facts.preferences)
        assert {one.id for some in beside for one in some} <= said


def test_no_sentence_of_the_rules_is_held_back():
    for facts in map(session, range(500)):
        assert all(wording.honest_in_words(s, zone=facts.zone) for s in drafted(facts))


def test_a_sentence_that_says_too_much_is_not_drafted():
    facts = next(f for f in map(session, range(50)) if f.early_reason)
    [visit, *_] = (s for s in drafted(facts) if s.role == "behavior")
    assert wording.body_of((visit,), zone=facts.zone)
    assert wording.body_of((replace(visit, evidence=()),), zone=facts.zone) == []


def test_an_empty_visit_gives_two_honest_lines(drafts):
    empty = [(f, b) for f, b in drafts if not (any(t.seen for t in f.targets) or f.early_reason
                                                or any(getattr(f, name) for name in BESIDE))]  # fmt: skip
    assert len(empty) > 100
    for _facts, body in empty:
        assert [s["role"] for s in body] == ["behavior", "behavior"]
        assert body[1]["text"] == "No behavior was recorded in this visit."


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("He hit because of the noise.", "because"),
        ("The break card helped.", "helped"),
        ("He seemed tired.", "tired"),
        ("Hits were reduced to 2.", "reduced"),
        ("Due to a demand he left.", "due to"),
    ],
)
def test_the_checker_bites(text, word):
    assert word in unheld_words(text, quotes=(), forbidden=FORBIDDEN)
    assert unheld_words(text, quotes=(text,), forbidden=FORBIDDEN) == []


@pytest.mark.parametrize(("text", "left"), [("9 times", set()), ("nine times at 3:36", set()), ("8 times", {"8"})])
def test_the_checker_counts(text, left):
    assert unheld_figures(text, held=["9", "3:36 pm"]) == left
