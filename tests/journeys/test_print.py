"""Pages printed from the browser: what is pressed is gone, graphs are whole, and both themes print on white."""

import pytest

from alongside.assessments.tests import scenes as function
from alongside.chart.tests.scenes import scene
from alongside.chart.tests.test_objectives import aimed
from alongside.foundation.tenancy import inside
from alongside.instruments.tests import scenes as instruments
from tests import papers, plans
from tests.journeys.browser import DESK

pytestmark = pytest.mark.journey

PAPER = (691, 900)  # the width of Letter within its margins, in CSS pixels
ASKED = """() => {
  const shown = (one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0;
  const all = (what) => [...document.querySelectorAll(what)].filter(shown);
  const color = (one, what) => getComputedStyle(one)[what];
  const GROUND = "body, main, .page, .card, .section, .client-banner, figure";
  const PRESSED = "nav, .topbar, .tabs, .crumbs, button, a.button, dialog, select, textarea, input[type=text]";
  const wide = document.documentElement.clientWidth;
  return {
    pressed: all(PRESSED).map((one) => one.outerHTML.slice(0, 120)),
    grounds: [...new Set(all(GROUND).map((one) => color(one, "backgroundColor")))],
    ink: [...new Set(all("main p, main h1, main li, main td").map((one) => color(one, "color")))],
    words: [...new Set(all("svg.plot text").map((one) => color(one, "fill")))],
    cut: all("svg.plot").filter((one) => one.getBoundingClientRect().right > wide + 1).length,
    plots: all(".chart svg.plot[role=img]").length,
    scrolled: all(".scroll, .table-wrap").filter((one) => one.scrollWidth > one.clientWidth + 1).length,
  };
}"""
WHITE = {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}


def dark(rgb: str) -> bool:
    """Whether something can be read on white in black and white: at least as dark as a mid gray."""
    channels = [float(part) for part in rgb.removeprefix("rgb(").removeprefix("rgba(").rstrip(")").split(",")[:3]]
    return sum(weight * one for weight, one in zip((0.299, 0.587, 0.114), channels, strict=True)) < 120


@pytest.fixture
def pages(world):
    """Address -> what has to stand on its paper, and how many graphs at least."""
    with inside(world.agency):
        version = plans.published(world)
        of = function.target(world, "Hits others")
        function.escape(world, of)
        assessment = function.opened(world, of)
        objective = aimed(world, scene(world).target, kind="treatment")
        answered = instruments.signed(world)
    return {
        f"/objectives/{objective.pk}/": ("Leaves the area: down from 6.2", 1),
        f"/assessments/{assessment.pk}/": ("Supported before and after", 5),
        f"/plans/versions/{version.pk}/": ("Show the day in pictures.", 0),
        f"/clients/{world.theo.pk}/plan-card/": ("Do what helps when crisis", 0),
        f"/answers/{answered.pk}/": ("What it comes to", 0),
    }


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_is_read_is_printed_whole_on_white(pages, page_at, theme):
    page = page_at("imani", size=DESK, dark=theme == "dark")
    for path, (words, plots) in pages.items():
        page.goto(path)
        page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
        page.emulate_media(media="print")
        page.set_viewport_size({"width": PAPER[0], "height": PAPER[1]})
        found = page.evaluate(ASKED)
        assert found["pressed"] == [], path
        assert set(found["grounds"]) <= WHITE, path
        assert all(map(dark, found["ink"] + found["words"])), (path, found["ink"], found["words"])
        assert (found["cut"], found["scrolled"]) == (0, 0), path
        assert found["plots"] >= plots, path
        assert words in papers.text_of(page.pdf(format="Letter")), path
        page.emulate_media(media="screen")
        page.set_viewport_size({"width": DESK[0], "height": DESK[1]})
