"""On a visit without signal: a procedure with its limits, a technique and how it went, something looked at again."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from alongside.documents import lookups as documents
from alongside.field.models import Receipt
from alongside.foundation.tenancy import inside
from alongside.notes.models import Note
from alongside.plans import actions as plans
from alongside.skills import actions as skills
from alongside.skills.lookups import used_in
from alongside.skills.models import Probed, TechniqueUse
from alongside.skills.tests import scenes
from tests.journeys.field import begin, enrolled, sent, unlock
from tests.journeys.visits import visit_due
from tests.plans import COST, agreed, drafted, restricted

pytestmark = pytest.mark.journey
BREATHING = "Breathing around a square"


def restricting(world):
    """Theo's plan with a response cost that everybody agrees to."""
    version = drafted(world)
    agreed(world.imani, restricted(world.imani, version), "committee", "consent")
    plans.publish(by=world.imani, on=version)


def taught(world):
    """A technique is chosen, and waving was learned and is to be looked at again."""
    skills.choose(by=world.imani, on=world.theo.pk, technique="coping/box_breathing", words="Before math")
    waves = scenes.target(world, name="Waves")
    program = skills.begin(
        by=world.imani, on=waves.pk, domain="social", whole=scenes.whole(steps=(), kinds=()),
        began_at=scenes.LONG_AGO,
    )  # fmt: skip
    began = datetime.now(UTC) - timedelta(days=10)
    skills.move(by=world.imani, on=program.pk, reason="Done.", begins_at=began)


def test_what_is_taught_is_recorded_and_what_limits_a_right_is_shown(world, page_at, looks_right):
    visit_due(world, restricting)
    with inside(world.agency):
        taught(world)
    page = page_at("rosa")
    enrolled(page)
    page.context.set_offline(True)
    page.reload()
    unlock(page)
    begin(page)
    page.get_by_role("button", name="Plan card").click()
    procedures = page.locator("#procedures")
    expect(procedures.get_by_text(COST.what)).to_be_visible()
    expect(procedures.get_by_text(COST.when)).to_be_visible()
    expect(procedures.get_by_text("until", exact=False)).to_be_visible()
    looks_right(page)
    page.get_by_role("button", name="Now", exact=True).click()
    page.get_by_role("button", name="Techniques").click()
    page.get_by_role("button", name="This visit answers it").click()
    expect(page.locator("#probes").get_by_text("Answered by this visit")).to_be_visible()
    looks_right(page)
    page.get_by_role("button", name=f"Used {BREATHING}").click()
    page.get_by_role("button", name="Keep").click()
    expect(page.get_by_role("alert")).to_be_visible()
    page.get_by_role("button", name="It helped", exact=True).click()
    page.get_by_label("In the client's own words").fill("like a balloon")
    looks_right(page)
    page.get_by_role("button", name="Keep").click()
    expect(page.locator("#used").get_by_text("like a balloon")).to_be_visible()
    page.get_by_role("button", name="Back").click()
    page.get_by_role("button", name="End visit").click()
    early = page.get_by_label("Why it ends early")
    if early.is_visible():
        early.fill("The school closed early")
    page.get_by_role("button", name="End visit and write the note").click()
    expect(page.get_by_text("1 technique, ")).to_be_visible()
    page.context.set_offline(False)
    sent(page)
    with inside(world.agency):
        assert set(Receipt.objects.values_list("outcome", flat=True)) == {"done"}
        probed = Probed.objects.get()
        [used] = used_in(probed.session_id)
        assert (used.went, used.felt_words) == ("helped", "like a balloon")
        said = documents.at_work(Note.objects.get().document_id).body["sentences"]
        assert any(f"I used “{BREATHING}”: it helped." in one["text"] for one in said)
        assert TechniqueUse.objects.get().staff_id == world.staff["rosa"]
