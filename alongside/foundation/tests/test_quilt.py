"""Quilt blocks: each pattern and hue can be drawn, and a caseload shares none."""

from xml.etree import ElementTree

import pytest

from alongside.foundation.webkit.quilt import HUES, PATTERNS, Mark, drawn, given, hue_class


@pytest.mark.parametrize("hue", range(1, 7))
@pytest.mark.parametrize("pattern", range(1, 10))
def test_every_block_is_well_formed(pattern, hue):
    svg = ElementTree.fromstring(drawn(pattern, hue))
    assert svg.get("class") == f"mark is-{HUES[hue - 1]}"
    assert svg.find("path").get("d") == list(PATTERNS.values())[pattern - 1]


def test_a_block_can_be_large():
    assert 'class="mark is-marine large"' in drawn(1, 2, size="large")


@pytest.mark.parametrize(("pattern", "hue", "size"), [(0, 1, ""), (10, 1, ""), (1, 0, ""), (1, 7, ""), (1, 1, "vast")])
def test_what_does_not_exist_is_an_error(pattern, hue, size):
    with pytest.raises(ValueError):
        drawn(pattern, hue, size=size)


def test_a_hue_has_a_class():
    assert hue_class(2) == "is-marine"


def test_no_two_of_nine_clients_share_a_pattern():
    caseload = []
    for _ in range(9):
        caseload.append(given(caseload))
    assert len({mark.pattern for mark in caseload}) == 9
    assert max(map([mark.hue for mark in caseload].count, range(1, 7))) == 2


def test_fifty_four_clients_share_no_block():
    caseload = []
    for _ in range(54):
        caseload.append(given(caseload))
    assert len(set(caseload)) == 54


def test_what_is_rare_everywhere_is_given_first():
    assert given([], [Mark(1, 1)]) == Mark(1, 2)
