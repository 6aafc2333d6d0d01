"""An instrument answered at the desk with somebody, saved on the way, signed and scored: with scripts and without."""

import pytest
from playwright.sync_api import expect

from alongside.foundation.tenancy import inside
from alongside.instruments import lookups
from tests.journeys.browser import DESK
from tests.journeys.proving import prove, with_password

pytestmark = pytest.mark.journey
ITEMS = 17


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_rosa_asks_a_mother_at_the_desk(world, page_at, looks_right, script):
    with_password(world, "rosa")
    look = looks_right if script else lambda page: None
    page = page_at("rosa", size=DESK, script=script)
    page.goto(f"/clients/{world.theo.pk}/instruments/")
    page.locator("main").get_by_role("link", name="Begin a form").first.click()
    page.get_by_role("link", name="PSC-17").click()
    page.locator("[name=respondent]").select_option("parent")
    page.locator("[name=answered_by]").fill("June, his mother")
    look(page)
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_role("heading", name="PSC-17")).to_be_visible()
    look(page)
    for n in range(1, ITEMS):
        page.locator(f'input[name="q0-0_{n}-0"][value="{1 if n % 2 else 2}"]').check()
    page.get_by_role("button", name="Save draft").click()
    expect(page.get_by_text("Saved.")).to_be_visible()
    expect(page.locator('input[name="q0-0_2-0"][value="2"]')).to_be_checked()
    page.locator(f'input[name="q0-0_{ITEMS}-0"][value="1"]').check()
    page.get_by_role("button", name="Look over and sign").click()
    expect(page.get_by_role("heading", name="Sign these answers?")).to_be_visible()
    look(page)
    page.get_by_role("button", name="Sign").click()
    prove(page)
    page.get_by_role("button", name="Sign").click()
    expect(page.get_by_text("25, at or above the cut-off")).to_be_visible()
    look(page)
    with inside(world.agency):
        assert {score.scale: score.total for score in lookups.scores_of(world.theo.pk)}["total"] == 25
