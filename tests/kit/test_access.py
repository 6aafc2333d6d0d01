"""Every sample page passes axe and never scrolls sideways, from a small phone to a wide desk, light and dark."""

import pytest

from tests.journeys.browser import faults_of, sideways
from tests.kit.pages import PAGES

pytestmark = pytest.mark.journey


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (390, "dark"), (820, "light"), (1440, "dark")])
def test_the_sample_pages_look_right(browser, desk, width, scheme):
    context = browser.new_context(base_url=desk.address, viewport={"width": width, "height": 900}, color_scheme=scheme)
    tab = context.new_page()
    for name in PAGES:
        tab.goto(f"/{name}.html")
        assert sideways(tab) <= 0, name
        assert faults_of(tab) == [], name
    context.close()
