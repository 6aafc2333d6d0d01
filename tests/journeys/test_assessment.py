"""From ABC records to a signed decision on why, and a behavior plan begun from it with what was decided in it."""

import re

import pytest
from playwright.sync_api import expect

from alongside.assessments.tests import scenes
from alongside.foundation.tenancy import inside
from tests.journeys.browser import DESK
from tests.journeys.proving import prove, with_password

pytestmark = pytest.mark.journey
WHY = "It came before writing and not before play; nobody followed him."


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_imani_decides_why_and_begins_a_plan(world, page_at, looks_right, script):
    with_password(world, "imani")
    with inside(world.agency):
        scenes.escape(world, scenes.target(world))
    look = looks_right if script else lambda page: None
    page = page_at("imani", size=DESK, script=script)
    page.goto(f"/clients/{world.theo.pk}/function/")
    page.get_by_role("link", name="Begin an assessment").click()
    page.get_by_label("Leaves the room").check()
    page.get_by_label("What does the team want to know").fill("Why does he go?")
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_text("Supported before and after")).to_be_visible()
    expect(page.get_by_text("(80 %), and in 0 of 9 without (0 %)").first).to_be_visible()
    look(page)

    page.get_by_role("link", name="Write the decision").click()
    expect(page.get_by_label("Getting away")).to_be_checked()
    page.get_by_label("How sure are you").select_option("moderate")
    page.get_by_label("Why you think so").fill(WHY)
    look(page)
    page.get_by_role("button", name="Save and sign").click()
    expect(page.get_by_text(WHY)).to_be_visible()
    page.get_by_role("button", name="Sign").click()
    prove(page)
    page.get_by_role("button", name="Sign").click()
    expect(page.get_by_text("Decided and signed")).to_be_visible()
    look(page)

    page.locator("summary", has_text="Begin a behavior plan from this").click()
    page.get_by_label("Plan template").select_option("escape-middle_childhood")
    page.get_by_role("button", name="Begin the draft").click()
    page.wait_for_url("**/sections/about/")
    look(page)
    page.goto(page.url.replace("/about/", "/part-why/"))
    expect(page.locator("textarea").first).to_have_value(re.compile("Then a break, the task ended"))
