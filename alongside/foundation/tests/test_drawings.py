"""The small drawings are well-formed SVG without styles, and say no to what cannot be drawn."""

from xml.etree import ElementTree

import pytest

from alongside.foundation.webkit.bars import bars
from alongside.foundation.webkit.dial import dial, tone
from alongside.foundation.webkit.discs import DISCS, disc
from alongside.foundation.webkit.icons import icon, names
from alongside.foundation.webkit.meter import meter
from alongside.foundation.webkit.numbers import number, percent
from alongside.foundation.webkit.strokes import strokes


@pytest.mark.parametrize(
    "svg",
    [
        strokes(1),
        strokes(12),
        strokes(500),
        bars(1),
        bars(5),
        dial("late"),
        dial("done"),
        dial("later"),
        dial("", 0.4),
    ]
    + [disc(name) for name in DISCS]
    + [meter(248, 400), meter(500, 400, planned=10, now=12, tone="warn"), icon("clock", "/static/icons.svg")],
)
def test_a_drawing_is_well_formed_and_has_no_style(svg):
    element = ElementTree.fromstring(svg)
    assert element.get("aria-hidden") == "true"
    assert not [part for part in element.iter() if "style" in part.attrib]


@pytest.mark.parametrize(("count", "drawn"), [(0, 0), (1, 1), (5, 5), (9, 9), (500, 50)])
def test_one_stroke_for_each_count(count, drawn):
    assert strokes(count).count("M") == drawn


def test_every_fifth_stroke_goes_across():
    assert [part.count("L") for part in (strokes(4), strokes(5), strokes(10))] == [0, 1, 2]


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: strokes(-1),
        lambda: bars(6),
        lambda: dial("", 1.5),
        lambda: meter(1, 0),
        lambda: icon("nothing", "/"),
    ],
)
def test_what_cannot_be_drawn_is_an_error(wrong):
    with pytest.raises(ValueError):
        wrong()


@pytest.mark.parametrize(("left", "said"), [(0, "late"), (-1, "late"), (0.2, "soon"), (0.25, ""), (1, "")])
def test_the_tone_of_a_duty(left, said):
    assert tone(left) == said


def test_a_meter_ends_at_its_limit():
    assert 'class="used" width="100"' in meter(500, 400)
    assert 'class="used" width="62"' in meter(248, 400)


def test_the_sprite_has_the_icons():
    assert {"help", "cover", "clock", "signature"} <= names()


@pytest.mark.parametrize(
    ("value", "places", "said"),
    [
        (0, None, "0"),
        (-0.5, None, "−0.5"),
        (-0.001, None, "0"),
        (2872, None, "2,872"),
        (6.2, None, "6.2"),
        (1.0, 1, "1.0"),
        (10, None, "10"),
        (1234567.891, 1, "1,234,567.9"),
        (100, 0, "100"),
    ],
)
def test_a_number(value, places, said):
    assert number(value, places) == said


def test_a_percentage():
    assert (percent(0.944), percent(-0.37), percent(1)) == ("94%", "−37%", "100%")
