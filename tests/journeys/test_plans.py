"""Imani writes a plan and puts it in force; Rosa reads its card beside the child."""

import pytest

from alongside.foundation.tenancy import inside
from alongside.plans import actions as plans
from alongside.plans import lookups
from tests import plans as planned
from tests.journeys.browser import DESK, PHONE, TABLET

pytestmark = pytest.mark.journey


@pytest.fixture
def theo(world):
    """Theo with both plans in force, a draft of the next behavior plan, a phase and another change."""
    with inside(world.agency):
        behaviour = planned.published(world)
        planned.published(world, kind="treatment")
        hands = lookups.targets_of(world.theo.pk)[0]
        at = behaviour.begins_at
        plans.begin_phase(by=world.imani, on=hands.id, condition="baseline", label="Baseline", begins_at=at)
        plans.note_change(by=world.imani, on=world.theo, kind="school", label="Winter break", at=at)
        draft = plans.draft(by=world.imani, on=behaviour.plan_id)
    return {
        "plans": f"/clients/{world.theo.pk}/plans/",
        "card": f"/clients/{world.theo.pk}/plan-card/",
        "phases": f"/clients/{world.theo.pk}/phases/of/{hands.id}/",
        "comparison": f"/plans/{behaviour.plan_id}/comparison/",
        "paper": f"/plans/versions/{behaviour.pk}/paper/",
        "publication": f"/plans/versions/{draft.pk}/publication/",
        "target": f"/plans/versions/{draft.pk}/sections/target-{hands.id}/",
        "crisis": f"/plans/versions/{draft.pk}/sections/crisis/",
        "goal": f"/plans/versions/{draft.pk}/sections/about/",
    }


@pytest.mark.parametrize(("size", "dark"), [(PHONE, False), (TABLET, True), (DESK, False), (DESK, True)])
def test_every_page_of_plans_looks_right(page_at, theo, looks_right, size, dark):
    page = page_at("imani", size=size, dark=dark)
    for address in theo.values():
        assert page.goto(address).status == 200
        looks_right(page)


def test_rosa_keeps_the_stage_that_she_opened(page_at, theo, looks_right):
    page = page_at("rosa")
    page.goto(theo["card"])
    page.get_by_role("button", name="I have read it").click()
    page.get_by_text("3 Escalating").click()
    looks_right(page)
    page.goto(theo["plans"])
    page.goto(theo["card"])
    assert page.get_by_text("Do what helps when escalating").is_visible()
    assert page.get_by_role("button", name="I have read it").count() == 0


@pytest.mark.parametrize("script", [True, False])
def test_imani_writes_a_section_and_sees_what_is_missing(page_at, theo, script):
    page = page_at("imani", size=DESK, script=script)
    page.goto(theo["publication"])
    page.get_by_role("link", name="Go there").first.click()
    page.get_by_label("What is new in this version").fill("A quiet corner.")
    page.get_by_label("Next review").fill(planned.IN_THREE_MONTHS.isoformat())
    page.get_by_role("button", name="Save this section").click()
    assert page.get_by_text("Saved.").is_visible()
    page.get_by_role("link", name="Review and publish").click()
    page.get_by_role("button", name="Publish as Imani Okafor").click()
    page.get_by_text("Version 2, from").first.wait_for()
