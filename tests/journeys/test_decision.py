"""A decision about an objective, on the verdict that the page shows: kept with it; what is missing is said first."""

import pytest
from playwright.sync_api import expect

from alongside.chart.tests.scenes import scene
from alongside.chart.tests.test_objectives import aimed, soon
from alongside.foundation.tenancy import inside
from alongside.outcomes.models import Decision
from tests.journeys.browser import DESK

pytestmark = pytest.mark.journey
REASON = "He asks for a break more and leaves less."


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_imani_decides_on_what_the_graph_says(world, page_at, looks_right, script):
    with inside(world.agency):
        objective = aimed(world, scene(world).target)
    page = page_at("imani", size=DESK, script=script)
    page.goto(f"/objectives/{objective.pk}/")
    expect(page.get_by_role("heading", name="Leaves the area: down from 6.2 to 2.2 per hour")).to_be_visible()
    expect(page.get_by_text("Real change. Not yet proof that the plan did it.")).to_be_visible()
    page.get_by_label("Go on as it is").check()
    page.get_by_label("Why").fill(REASON)
    page.get_by_role("button", name="Keep the decision").click()
    expect(page.locator(".error-summary")).to_contain_text("Say when somebody looks again")
    expect(page.get_by_label("Why")).to_have_value(REASON)
    page.locator("[name=look_again_on]").fill(soon().isoformat())
    if script:
        looks_right(page)
    page.get_by_role("button", name="Keep the decision").click()
    kept = page.locator("#decided li").first
    expect(kept).to_contain_text(REASON)
    expect(kept).to_contain_text("Imani Okafor")
    expect(kept).to_contain_text("14 visits")
    with inside(world.agency):
        assert Decision.objects.values_list("choice", "verdict", "visits").get() == ("continue", "change", 14)
