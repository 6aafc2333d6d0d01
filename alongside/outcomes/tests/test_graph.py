"""The single-case graph keeps the rules of its field, whatever it is given."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from alongside.foundation.webkit.svg import wide_of
from alongside.outcomes.graph.draw import drawn
from alongside.outcomes.graph.layout import WIDTH
from alongside.outcomes.graph.picture import Change, Goal, Graph, Phase, Point
from tests.kit.graphs import GRAPHS, ordinary

SHEET = Path(__file__).resolve().parents[3] / "web" / "css" / "components" / "chart.css"
FIRST = date(2026, 1, 5)


def svg(graph):
    return ElementTree.fromstring(drawn(graph))


def parts(root, tag, kind):
    return [part for part in root.iter(tag) if kind in (part.get("class") or "").split()]


def xs(polyline):
    return [float(pair.split(",")[0]) for pair in polyline.get("points").split()]


def phase_xs(root):
    return [float(line.get("x1")) for line in parts(root, "line", "phase")]


def values(*of_phases, days=None):
    at = iter(days or (FIRST + timedelta(days=n) for n in range(1000)))
    phases = tuple(Phase(f"P{n}", tuple(Point(next(at), v) for v in one)) for n, one in enumerate(of_phases))
    return Graph("g", "T", "Count", phases)


graphs = some.builds(
    lambda phases, calendar, same_day, gap: Graph(
        "g",
        "T",
        "Count",
        tuple(
            Phase(
                f"Phase {n} with a name",
                tuple(Point(FIRST + timedelta(days=(at + i) // same_day), v) for i, v in enumerate(phase)),
            )
            for n, (at, phase) in enumerate((sum(map(len, phases[:n])), phase) for n, phase in enumerate(phases))
        ),
        by_calendar=calendar,
        gap_days=gap,
    ),
    some.lists(some.lists(some.none() | some.floats(0, 1e7), max_size=12), min_size=1, max_size=7),
    some.booleans(),
    some.integers(1, 3),
    some.none() | some.just(1),
)


@given(graphs)
@settings(max_examples=60, deadline=None)
def test_no_path_crosses_a_phase_line(graph):
    root = svg(graph)
    for path in parts(root, "polyline", "path"):
        for line in phase_xs(root):
            sides = {x < line for x in xs(path)}
            assert len(sides) == 1


@given(graphs)
@settings(max_examples=60, deadline=None)
def test_everything_stands_on_the_sheet_and_each_value_is_a_dot(graph):
    root = svg(graph)
    width, height = map(float, root.get("viewBox").split()[2:])
    assert width == WIDTH
    dots = parts(root, "circle", "dot")
    assert len(dots) == sum(point.value is not None for point in graph.points)
    assert all(0 <= float(dot.get("cx")) <= width and 0 <= float(dot.get("cy")) <= height for dot in dots)


@given(graphs)
@settings(max_examples=40, deadline=None)
def test_labels_of_one_row_never_touch(graph):
    rows = {}
    for text in svg(graph).iter("text"):
        if text.get("text-anchor") == "middle" and text.get("x"):
            rows.setdefault(text.get("y"), []).append((float(text.get("x")), wide_of(text.text or "")))
    bottom = [row for y, row in rows.items() if float(y) > 300]
    for row in bottom:
        for (x, wide), (other, its) in zip(sorted(row), sorted(row)[1:], strict=False):
            assert other - x >= (wide + its) / 2


def test_a_phase_line_stands_between_two_sessions():
    root = svg(values([1, 2], [3, 4]))
    dots = [float(dot.get("cx")) for dot in parts(root, "circle", "dot")]
    assert phase_xs(root) == [pytest.approx((dots[1] + dots[2]) / 2, abs=0.1)]


@pytest.mark.parametrize(
    ("given_values", "runs"),
    [([1, 2, 3], [3]), ([1, None, 3, 4], [2]), ([1, 2, None, 3, 4], [2, 2]), ([None, None], []), ([5], [])],
)
def test_a_gap_breaks_the_path(given_values, runs):
    assert [len(xs(path)) for path in parts(svg(values(given_values)), "polyline", "path")] == runs


def test_a_long_pause_breaks_the_path():
    days = [FIRST, FIRST + timedelta(days=1), FIRST + timedelta(days=60), FIRST + timedelta(days=61)]
    graph = values([1, 2, 3, 4], days=days)
    broken = Graph(graph.key, graph.title, graph.measure, graph.phases, gap_days=30)
    assert [len(xs(path)) for path in parts(svg(broken), "polyline", "path")] == [2, 2]


def test_zero_is_a_value():
    root = svg(values([0, 0, 3]))
    assert len(parts(root, "circle", "dot")) == 3
    assert len(xs(parts(root, "polyline", "path")[0])) == 3


def test_names_are_escaped():
    nasty = '<script>"&</script>'
    graph = Graph(
        nasty.replace("<", "").replace('"', "").replace("&", ""),
        nasty,
        nasty,
        (Phase(nasty, (Point(FIRST, 1, nasty),)),),
        unit=nasty,
        goal=Goal(1, nasty),
        changes=(Change(FIRST, nasty),),
    )
    assert "<script" not in drawn(graph)
    assert svg(graph).find("title").text == nasty


def test_an_unsigned_point_is_an_open_dot_that_says_so():
    root = svg(ordinary())
    [dot] = parts(root, "circle", "open")
    assert dot.find("title").text == (
        "Visit 21, Tue 17 Nov 2026: 0.8 per hour. Break card + visual timer. Not signed yet."
    )


def test_level_and_trend_are_in_the_picture():
    root = svg(ordinary())
    assert (len(parts(root, "line", "level")), len(parts(root, "line", "trend"))) == (3, 3)
    assert {"level 6.2", "level 3.8", "level 1.3"} <= {text.text for text in root.iter("text")}


def test_a_trend_is_cut_at_the_edge_of_the_plot():
    points = tuple(Point(FIRST + timedelta(days=n), v) for n, v in enumerate([4, 3, 1, 0]))
    [trend] = parts(svg(Graph("g", "T", "C", (Phase("A", points, 2, (4.0, -2.0)),))), "line", "trend")
    zero = max(float(line.get("y1")) for line in parts(svg(values([4, 0])), "line", "grid"))
    assert float(trend.get("y2")) == pytest.approx(zero, abs=0.1)


def test_a_change_stands_between_the_sessions_around_it():
    root = svg(ordinary())
    [event] = parts(root, "line", "event")
    dots = [float(dot.get("cx")) for dot in parts(root, "circle", "dot")]
    assert dots[8] < float(event.get("x1")) < dots[9]


def test_the_label_of_a_change_keeps_clear_of_the_path_between_two_dots():
    steep = values([20.0, 20.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0])
    root = svg(replace(steep, changes=(Change(FIRST + timedelta(days=1), "Medicine changed"),)))
    [label] = [text for text in root.iter("text") if text.text == "Medicine changed"]
    left, foot = float(label.get("x")), float(label.get("y"))
    right = left + wide_of("Medicine changed")
    (x, y), (to_x, to_y) = ((float(dot.get("cx")), float(dot.get("cy"))) for dot in parts(root, "circle", "dot")[1:3])
    assert left < x < right < to_x, "the path falls behind the label: otherwise this shows nothing"
    assert not y - 2 < foot < y + (to_y - y) * (right - x) / (to_x - x) + 12, "the steep line runs through the words"


def test_the_alternative_says_each_phase():
    said = svg(ordinary()).find("desc").text
    assert said.startswith("3 phases. Baseline, 5 sessions: median 6.2 per hour. Break card, 9 sessions")
    assert said.endswith("Goal: 1 per hour or fewer. Medicine changed 5 Oct.")


@pytest.mark.parametrize("name", GRAPHS)
def test_classes_only_and_each_has_its_style(name):
    css = SHEET.read_text()
    for part in svg(GRAPHS[name]()).iter():
        assert "style" not in part.attrib and "fill" not in part.attrib and "stroke" not in part.attrib
        assert all(f".{kind}" in css for kind in (part.get("class") or "").split())


@pytest.mark.parametrize("name", GRAPHS)
def test_it_is_named_by_its_title_and_alternative(name):
    root = svg(GRAPHS[name]())
    assert root.get("role") == "img"
    assert root.get("aria-labelledby").split() == [root.find("title").get("id"), root.find("desc").get("id")]


def test_four_hundred_sessions_stay_legible():
    root = svg(GRAPHS["many"]())
    radii = {dot.get("r") for dot in parts(root, "circle", "dot")}
    assert radii == {"2"}
    numbers = [text.text for text in root.iter("text") if (text.text or "").isdigit()]
    assert len(numbers) < 60


def test_a_phase_too_narrow_for_words_is_numbered_and_named_on_pointing():
    root = svg(GRAPHS["many"]())
    [two] = [text for text in parts(root, "text", "strong") if text.text == "2"]
    assert two.find("title").text == "One"


def test_a_name_is_cut_only_with_its_whole_beside_it():
    cut = [text for text in svg(GRAPHS["many"]()).iter("text") if (text.text or "").endswith("…")]
    assert cut and all(len(text.find("title").text) > len(text.text) for text in cut)


def test_no_session_says_so():
    assert "No visits with this measure yet." in drawn(GRAPHS["none"]())
    assert svg(GRAPHS["none"]()).find("desc").text == "No visits with this measure yet."


def test_by_calendar_a_pause_takes_its_room():
    dots = [float(dot.get("cx")) for dot in parts(svg(GRAPHS["gaps"]()), "circle", "dot")]
    assert dots[3] - dots[0] < 40
    assert dots[4] - dots[3] > 600


def test_sessions_of_one_day_stand_side_by_side():
    graph = values([1, 2, 3], days=[FIRST, FIRST, FIRST])
    root = svg(Graph("g", "T", "C", graph.phases, by_calendar=True))
    places = [float(dot.get("cx")) for dot in parts(root, "circle", "dot")]
    assert places == sorted(set(places))
