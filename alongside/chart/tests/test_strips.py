"""Sparklines, visit strips and cells: well formed, honest about gaps, with words for whoever does not see them."""

from datetime import timedelta
from xml.etree import ElementTree

import pytest

from alongside.chart.graph.cells import cells
from alongside.chart.graph.spark import spark
from alongside.chart.graph.visit import Row, Strip, strip
from tests.kit.graphs import strip as sample


def test_a_sparkline_ends_in_a_dot_and_shows_its_goal():
    svg = ElementTree.fromstring(spark([6.2, 5.0, 1.2], goal=1))
    assert len(svg.find("polyline").get("points").split()) == 3
    assert svg.find("circle").get("cx") == "109"
    assert svg.find("line").get("class") == "aim"


@pytest.mark.parametrize(("values", "paths"), [([1, None, 2], 0), ([1, 2, None, 3, 4], 2), ([3], 0), ([0, 0], 1)])
def test_a_sparkline_breaks_at_a_gap(values, paths):
    assert spark(values).count("<polyline") == paths


@pytest.mark.parametrize("values", [[], [None]])
def test_no_value_no_sparkline(values):
    assert spark(values) == ""


def test_a_visit_says_what_was_recorded_and_when():
    svg = ElementTree.fromstring(strip(sample()))
    said = svg.find("desc").text
    assert "Hands, 2 times, at 4:12 pm, 4:31 pm." in said
    assert "Leaves the area, once, at 3:47 pm." in said
    assert said.endswith("Aggression toward adults at school, not recorded.")


def test_a_visit_keeps_everything_between_its_ends():
    visit = sample()
    early = Row("Early", (visit.start - timedelta(minutes=5), visit.end + timedelta(minutes=5)))
    svg = ElementTree.fromstring(strip(Strip("k", visit.start, visit.end, visit.zone, (early,))))
    assert [circle.get("cx") for circle in svg.iter("circle")] == ["126", "428"]


@pytest.mark.parametrize("minutes", [1, 7, 45, 90, 480, 1440])
def test_times_under_a_visit_are_few(minutes):
    visit = sample()
    short = Strip("k", visit.start, visit.start + timedelta(minutes=minutes), visit.zone, visit.rows)
    texts = [text for text in ElementTree.fromstring(strip(short)).iter("text") if text.get("text-anchor") != "end"]
    assert len(texts) <= 8


def test_a_visit_that_ends_before_it_starts_is_an_error():
    visit = sample()
    with pytest.raises(ValueError):
        strip(Strip("k", visit.end, visit.start, visit.zone, ()))


def test_a_label_is_escaped():
    visit = sample()
    row = Row("<b>", (visit.start,))
    assert "<b>" not in strip(Strip("k", visit.start, visit.end, visit.zone, (row,)))


def test_cells_tell_results_apart_by_shape():
    svg = ElementTree.fromstring(cells(["yes", "no", "unseen", "prompted"], "Four looks"))
    assert [part.get("class") for part in svg] == ["on", "off", "none", "off", "on"]
    assert svg.get("aria-label") == "Four looks"


def test_many_cells_go_on_in_the_next_row():
    assert ElementTree.fromstring(cells(["yes"] * 31, "x")).get("viewBox") == "0 0 422 30"


def test_no_results_no_cells():
    assert cells([], "x") == ""
