"""Every page that somebody finds by following links, with a whole record on it: axe, both themes, three widths."""

from functools import partial

import pytest

from tests.journeys.browser import faults_of, sideways
from tests.walk.browsing import Shown, Walk, route_of

pytestmark = [pytest.mark.journey, pytest.mark.slow]

WIDTHS = (320, 390, 1440)
PARTS = 4  # so that several processes share the pages


def each_kind(found: Walk) -> list[Shown]:
    """One page of each kind, the longest that was met by anybody."""
    best: dict[str, Shown] = {}
    for page in found.pages:
        kind = route_of(page.path)
        if page.status != 200 or "<html" not in page.html or kind == "field/":  # the app has journeys of its own
            continue
        if kind not in best or len(page.html) > len(best[kind].html):
            best[kind] = page
    return list(best.values())


@pytest.mark.parametrize("part", range(PARTS))
def test_every_page_is_readable_at_every_width_in_both_themes(walked, live, window, part):
    context = window(size=(1440, 900))
    page, wrong, looked = context.new_page(), [], 0
    for shown in each_kind(walked)[part::PARTS]:
        address = live + shown.path
        page.route(address, partial(_answer, html=shown.html))
        page.goto(address)
        page.unroute(address)
        wrong += [f"{shown.who} {route_of(shown.path)}: {fault}" for fault in faults_in_both(page)]
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            if (more := sideways(page)) > 0:
                wrong.append(f"{shown.who} {route_of(shown.path)}: {more} px too wide at {width}")
        looked += 1
    assert not wrong, "\n".join(wrong)
    assert looked > 100 / PARTS


def faults_in_both(page) -> list[str]:
    """All that axe finds in light, and what it finds of contrast in dark."""
    found = faults_of(page)
    page.emulate_media(color_scheme="dark")
    found += [f"dark {fault}" for fault in faults_of(page, "color-contrast")]
    page.emulate_media(color_scheme="light")
    return found


def _answer(route, *, html: str) -> None:
    route.fulfill(body=html, content_type="text/html")
