"""Text as typed: settled once for all, and refused where it cannot be kept. Numbers are those of the bad inputs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.foundation.typed_text import fault_in, settled


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (" ", ""),
        ("\u00a0\u2003", ""),
        ("\ufeffAnn", "Ann"),
        ("ann\u200b", "ann"),
        ("e\u0301", "\u00e9"),
        (" O'Brien ", "O'Brien"),
        ("👩‍👩‍👧🏽", "👩‍👩‍👧🏽"),
        ("İ ß ﬁ", "İ ß ﬁ"),
    ],
)
def test_text_is_settled(typed, kept):
    assert settled(typed) == kept


def test_line_endings_become_one():
    assert settled("a\r\nb\rc\u2028d  \n", lines=True) == "a\nb\nc\nd"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a\x00b", "unfit"),
        ("\ud800", "unfit"),
        ("a\x1b[2J", "unfit"),
        ("a\x7fb", "unfit"),
        ("a\uffffb", "unfit"),
        ("a" + "\u0301" * 500, "too_long"),
        ("a" + "\u0316" * 50, "unfit"),
        ("abc\u202egpj.exe", "direction"),
        ("\u2066abc", "direction"),
        ("x\r\n2026-01-01 INFO user=admin ok", "one_line"),
        ("a\u2029b", "one_line"),
        ("a" * 201, "too_long"),
    ],
)
def test_what_cannot_be_kept_on_one_line_is_named(text, code):
    assert fault_in(text, most=200).code == f"foundation.field.{code}"


@pytest.mark.parametrize("text", ["", "María José", "ياسمين", "ไทย", "Nguyễn", "null", "a" * 200])
def test_what_people_are_called_is_kept(text):
    assert fault_in(text, most=200) is None


@given(st.text(), st.booleans())
def test_settling_twice_changes_nothing(text, lines):
    once = settled(text, lines=lines)
    assert settled(once, lines=lines) == once


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Cn", "Mn", "Mc", "Me", "Cf", "Zl", "Zp"])))
def test_letters_of_any_script_are_kept(text):
    assert fault_in(settled(text), most=10_000) is None
