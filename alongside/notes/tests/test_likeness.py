"""Which texts are copies: small edits do not hide one, similar visits are none, drafted texts do not count."""

from uuid import UUID

import pytest

from alongside.notes.likeness import LIMIT, fingerprint, likeness, most_alike
from alongside.notes.rules.alike import MOST_CHARACTERS, comparable, normalised
from alongside.notes.tests import bodies
from bench import likeness as planted

TEXT = (
    "Theo sat near the window for 12 minutes and asked for help in a full sentence. On Tuesday the aide told me that he"
    " waited for his turn. I halved the page in math and read the first 4 lines together with him."
)


def alike(one, other):
    return likeness(normalised([one], names=["Theo", "Ida"]), normalised([other], names=["Theo", "Ida"]))


@pytest.mark.parametrize(
    "copy",
    [
        TEXT,
        TEXT.replace("12", "25").replace("4 lines", "nine lines"),
        TEXT.replace("Theo", "Ida").replace(" he ", " she ").replace("his", "her"),
        TEXT.replace("Tuesday", "Friday"),
        TEXT.upper(),
        ". ".join(reversed(TEXT.rstrip(".").split(". "))) + ".",
        TEXT.replace("sentence", "sentense") + " As planned.",
    ],
)
def test_small_edits_do_not_hide_a_copy(copy):
    assert alike(TEXT, copy) > LIMIT


def test_an_honest_account_of_a_similar_visit_is_none():
    other = (
        "Theo sat at the round table for 5 minutes and pushed the sheet away. The teacher told me that he covered his"
        " ears before I came. We practiced greeting the bus driver on the way out."
    )
    assert alike(TEXT, other) < LIMIT


def test_only_what_the_author_wrote_counts():
    assert "counted" not in fingerprint(bodies.body())
    assert "nobody was hurt" in fingerprint(bodies.body())


def test_short_texts_are_not_compared():
    short = normalised(["Next visit as planned."])
    assert not comparable(short)
    assert most_alike("a " * 30, [(UUID(int=1), short, False)]) is None


def test_a_comparison_costs_the_same_whatever_was_typed():
    assert len(normalised(["long words here. " * 10_000])) <= MOST_CHARACTERS


def test_the_planted_notes_are_told_apart():
    found = planted.run()
    assert (found["planted"], found["copies"]) == (200, 100)
    assert found["precision"] >= 0.95 and found["recall"] >= 0.95
