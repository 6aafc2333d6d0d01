"""A progress report: drafted from the visits, changed, signed, and sent on a release that allows it."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from alongside.chart.tests.scenes import scene
from alongside.foundation.moments import today
from alongside.foundation.tenancy import inside
from alongside.reports.models import Sending
from tests import papers, plans
from tests.journeys.browser import DESK
from tests.journeys.proving import prove, with_password

pytestmark = pytest.mark.journey
OWN = "Theo asks for a break now, and the class has noticed."


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_imani_drafts_signs_and_sends_a_report(world, page_at, looks_right, script):
    with_password(world, "imani")
    with inside(world.agency):
        scene(world, concerns_school=True)
        plans.published(world)
    look = looks_right if script else lambda page: None
    page = page_at("imani", size=DESK, script=script)
    page.goto(f"/clients/{world.theo.pk}/reports/")
    page.get_by_role("link", name="Begin a report").click()
    page.get_by_role("radio", name="School").check()
    page.locator("[name=addressee]").fill("Lea Elementary")
    page.locator("[name=first_day]").fill("2026-03-01")
    page.locator("[name=last_day]").fill("2026-03-31")
    page.get_by_label("Leaves the area").check()
    look(page)
    page.get_by_role("button", name="Draft it").click()
    expect(page.get_by_text("6.2 per hour").first).to_be_visible()
    look(page)
    page.locator("textarea").first.fill(OWN)
    page.get_by_role("button", name="Save and go to sign").click()
    expect(page.get_by_text(OWN)).to_be_visible()
    look(page)
    page.get_by_role("button", name="Sign as Imani Okafor").click()
    prove(page)
    page.get_by_role("button", name="Sign as Imani Okafor").click()
    expect(page.locator(".signature")).to_contain_text("Imani Okafor")
    report = page.url

    expect(page.get_by_role("button", name="Record that it is sent")).to_have_count(0)
    page.locator("aside .alert-strip a").click()
    release(page)
    page.goto(report)
    page.locator("[name=ground]").check()
    page.locator("[name=recipient]").fill("Lea Elementary")
    page.locator("[name=way]").select_option("post")
    look(page)
    page.locator("form[action$='/sendings/'] button").click()
    expect(page.get_by_text("Lea Elementary · By post")).to_be_visible()
    look(page)

    paper = page.request.get(page.get_by_role("link", name="PDF").get_attribute("href"))
    assert OWN in papers.text_of(paper.body())
    with inside(world.agency):
        assert Sending.objects.values_list("recipient", "way").get() == ("Lea Elementary", "post")


def release(page):
    """His mother allows telling the school, for ninety days."""
    page.get_by_role("link", name="Record one").click()
    day = today("America/New_York")
    page.locator("[name=what]").select_option("release")
    page.locator("[name=given][value=yes]").check()
    page.locator("[name=by_whom]").fill("June Bell, his mother")
    page.locator("[name=reader]").select_option("school")
    page.locator("[name=recipient]").fill("Lea Elementary")
    page.locator("[name=way]").select_option("paper")
    page.locator("[name=decided_on]").fill(day.isoformat())
    page.locator("[name=until]").fill((day + timedelta(days=90)).isoformat())
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Lea Elementary")).to_be_visible()
