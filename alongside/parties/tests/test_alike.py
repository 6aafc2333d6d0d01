"""When two names are alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.parties.alike import names_alike, one_slip
from alongside.parties.lookups import called
from alongside.parties.names import folded, sounds, words


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (("Theo", "Bell"), ("Thea", "Brown"), True),
        (("Theo", "Bell"), ("Theo", "Brown"), True),
        (("Shaun", "Ward"), ("Shawn", "Ortiz"), True),
        (("Lucía", "Fernández"), ("Lucia", "Gomez"), True),
        (("Catherine", "A"), ("Kathryn", "B"), True),
        (("Jo", "Reyes"), ("Jim", "Rayes"), True),
        (("Jo", "Reyes"), ("Ida", "Reyes"), False),
        (("Al", "Moss"), ("Ed", "Bell"), False),
        (("Amy", "Stone"), ("Omar", "Saleh"), False),
        (("ياسمين", ""), ("ياسمين", ""), True),
    ],
)
def test_names_alike(one, other, alike):
    assert names_alike(called(*one), called(*other)) is alike
    assert names_alike(called(*other), called(*one)) is alike


@pytest.mark.parametrize(
    ("a", "b", "near"),
    [
        ("theo", "theo", True), ("theo", "thea", True), ("theo", "teho", True), ("theo", "the", True),
        ("theo", "theos", True), ("theo", "thaeo", True), ("theo", "toeh", False), ("theo", "bell", False),
    ],
)  # fmt: skip
def test_one_slip(a, b, near):
    assert one_slip(a, b) is near and one_slip(b, a) is near


@given(st.text("abc", min_size=1, max_size=8), st.integers(0, 8), st.sampled_from("abc"))
def test_one_letter_added_is_one_slip(word, at, letter):
    assert one_slip(word, word[:at] + letter + word[at:])


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("D'Angelo-Smith III", ("dangelo", "smith", "iii")),
        ("de la Cruz", ("de", "la", "cruz")),
        ("O\u2019Brien", ("obrien",)),
        ("Łukasz Øster", ("lukasz", "oster")),
        ("Nguyễn", ("nguyen",)),
        ("  ", ()),
    ],
)
def test_words_of_a_name(name, found):
    assert words(name) == found


def test_folding_ignores_case_accents_and_how_they_were_typed():
    assert folded("LUCI\u0301A") == folded("Lucía") == folded("lucia")


def test_other_scripts_have_no_sound():
    assert sounds("ياسمين") == ()
