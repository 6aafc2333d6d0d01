"""What somebody who searches meant: words, a birth date in several written forms, or a number."""

from datetime import date

import pytest

from alongside.parties.asked import understood

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("typed", "words", "born"),
    [
        ("theo", ("theo",), ""),
        ("Bell, Theo", ("bell", "theo"), ""),
        ("D'Angelo-Smith", ("dangelo", "smith"), ""),
        ("2017-03-04", (), "2017-03-04"),
        ("3/4/2017", (), "2017-03-04"),
        ("03-04-2017", (), "2017-03-04"),
        ("3/4/17", (), "2017-03-04"),
        ("3/4/44", (), "1944-03-04"),
        ("03042017", (), "2017-03-04"),
        ("4 Mar 2017", (), "2017-03-04"),
        ("March 4, 2017", (), "2017-03-04"),
        ("Mar 2017", (), "2017-03"),
        ("2017-03", (), "2017-03"),
        ("2017", (), "2017"),
        ("theo 3/4/2017", ("theo",), "2017-03-04"),
        ("March", ("march",), ""),
        ("April May 2017", ("april",), "2017-05"),
        ("13/45/2017", ("13", "45"), "2017"),
        ("a b c d e f g h", ("a", "b", "c", "d", "e", "f"), ""),
        ("' OR 1=1--", ("or", "1", "1")[:2], ""),
        ("%_\\", (), ""),
        ("", (), ""),
    ],
)
def test_what_was_meant(typed, words, born):
    asked = understood(typed, TODAY)
    assert (asked.words, asked.born) == (words, born)


@pytest.mark.parametrize(("typed", "number"), [("c-2", "C-2"), (" b 0012 ", "B 0012"), ("theo", "")])
def test_a_number_is_taken_as_it_is_kept(typed, number):
    assert understood(typed, TODAY).number == number


def test_nothing_is_nothing():
    assert understood("  ?! ", TODAY).empty
