"""Several series on one picture: who may put which above each other, the drawing, and the effect between cases."""

import re
from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from alongside.chart import queries
from alongside.chart.between import between
from alongside.chart.graph.stacked import Tier, stacked
from alongside.chart.tests.scenes import scene
from alongside.foundation.errors import Refused
from alongside.foundation.models import Entry
from alongside.outcomes.graph.picture import Graph, Phase, Point

SECOND = {"Baseline": (5.0, 6.1, 5.5, 6.4, 5.9, 6.2, 5.1), "Break card": (2.0, 2.4, 1.9, 2.1, 2.6)}
DAY = date(2026, 3, 2)


def tier(name, before, after, shift=0):
    days = [DAY + timedelta(days=n + shift) for n in range(len(before) + len(after))]
    points = [Point(day, float(v)) for day, v in zip(days, [*before, *after], strict=True)]
    phases = (Phase("A", tuple(points[: len(before)]), 4.0), Phase("B", tuple(points[len(before) :]), 2.0))
    return Tier(name, Graph("k", name, "Count", phases), tuple(float(n + 1 + shift) for n in range(len(days))))


def test_the_phase_line_steps_down():
    drawing = stacked([tier("One", [4, 5], [2, 1, 2]), tier("Two", [4, 5, 4], [2, 1])], key="b", title="Two <b>")
    lines = [
        dict(re.findall(r'(x1|x2|y1|y2)="([\d.]+)"', found))
        for found in re.findall(r'<line class="phase"[^>]*>', drawing)
    ]
    assert len(lines) == 4
    down, down_two, across, last = lines
    assert across["y1"] == across["y2"] == down["y2"]
    assert (across["x1"], across["x2"]) == (down["x1"], down_two["x1"])
    assert last["x1"] == last["x2"] == down_two["x1"]
    assert float(down["x1"]) < float(down_two["x1"])
    assert "&lt;b&gt;" in drawing
    assert "One. A, 2 sessions: median 4. B, 3 sessions: median 2." in drawing


def test_the_same_visit_stands_at_the_same_place():
    drawing = stacked([tier("One", [4], [2]), tier("Two", [4], [2], shift=1)], key="b", title="Two")
    xs = re.findall(r'<circle class="dot small" cx="([\d.]+)"', drawing)
    assert xs[1] == xs[2]


def test_nothing_is_no_picture():
    assert stacked([], key="b", title="None") == ""
    assert stacked([Tier("One", Graph("k", "t", "m", ()), ())], key="b", title="None") == ""


def test_gaps_break_the_path():
    one = tier("One", [4, 5, 4], [2, 1])
    points = tuple(replace(p, value=None) if n == 1 else p for n, p in enumerate(one.graph.phases[0].points))
    graph = replace(one.graph, phases=(replace(one.graph.phases[0], points=points), one.graph.phases[1]))
    drawing = stacked([replace(one, graph=graph)], key="b", title="One")
    assert drawing.count("<circle") == 4
    assert drawing.count('class="path"') == 1


def test_who_is_offered_which(cast, at):
    scene(cast)
    assert [one.name for one in queries.baselines(by=cast.imani, on=cast.imani.staff_id)] == ["Leaves the area"]
    assert [one.name for one in queries.baselines(by=cast.amara, on=cast.amara.staff_id)] == ["Leaves the area"]
    assert queries.baselines(by=cast.hana, on=cast.hana.staff_id) == ()
    with pytest.raises(Refused):
        queries.baselines(by=cast.imani, on=cast.hana.staff_id)
    assert at("rosa").get("/outcomes/baselines/").status_code == 403


def test_the_page_draws_what_is_chosen_and_reads_nothing_else(cast, at):
    one, two = scene(cast), scene(cast, SECOND, name="Hits")
    path = f"/outcomes/baselines/?series={one.target.pk}&series={two.target.pk}&series={uuid4()}&series=x"
    text = at("imani").get(path).content.decode()
    assert "2 series" in text
    assert text.count('<circle class="dot small"') == 14 + 12
    assert "Three clients with a baseline and an intervention are the fewest." in text
    assert Entry.objects.filter(verb="chart.series", outcome="read", client_id=cast.theo.pk).count() == 2
    hana = at("hana").get(path)
    assert hana.status_code == 200
    assert "<circle" not in hana.content.decode()
    assert at("imani").get(path + "&axis=calendar").status_code == 200


def test_the_effect_between_cases_needs_three_clients_and_one_measure(cast):
    shown = tuple(queries.series(by=cast.imani, on=scene(cast, SECOND, name=str(n)).target.pk) for n in range(3))
    assert between(shown).why_not == "few"
    three = tuple(replace(one, client_id=uuid4()) for one in shown)
    found = between(three)
    assert (found.why_not, found.effect) == ("nothing", None) or found.effect.delta_hat > 1
    other = replace(three[0], target=replace(three[0].target, measure="count"))
    assert between((other, *three[1:])).why_not == "measures"


def test_one_series_costs_as_many_statements_whatever_its_length(cast, django_assert_max_num_queries):
    one = scene(cast)
    with django_assert_max_num_queries(8):
        queries.series(by=cast.imani, on=one.target.pk)
    with django_assert_max_num_queries(5):
        queries.baselines(by=cast.imani, on=cast.imani.staff_id)
