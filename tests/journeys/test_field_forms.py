"""A form answered, scored and signed without signal: kept as it is typed, handed in once, and the same at the desk."""

import pytest
from playwright.sync_api import expect

from alongside.field.models import Receipt
from alongside.foundation.tenancy import inside
from alongside.instruments import actions as instruments
from alongside.instruments import lookups
from alongside.instruments.models import Answering
from tests.journeys.field import PIN, by_pin, enrolled, sent, unlock
from tests.journeys.visits import visit_due

pytestmark = pytest.mark.journey
ITEMS = 17


def test_answered_scored_and_signed_without_signal(world, page_at, looks_right):
    visit_due(world)
    with inside(world.agency):
        asked = {"form": "psc-17", "respondent": "parent", "occasion": "every", "every_days": 90}
        instruments.ask(by=world.imani, on=world.theo, **asked)
    page = page_at("rosa")
    enrolled(page)
    page.context.set_offline(True)
    page.reload()
    unlock(page)
    page.get_by_role("button", name="Theo").first.click()
    page.get_by_role("button", name="Answer a form").click()
    looks_right(page)
    page.get_by_role("button", name="PSC-17").click()
    page.get_by_label("Name of who answers").fill("June, his mother")
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_role("heading", name="PSC-17")).to_be_visible()
    looks_right(page)
    for n in range(1, ITEMS + 1):
        page.locator(f'input[name="q0-0_{n}-0"][value="{1 if n % 2 else 2}"]').check()
    page.reload()
    unlock(page)
    page.get_by_role("button", name="Theo").first.click()
    page.get_by_role("button", name="Answer a form").click()
    page.get_by_role("button", name="PSC-17").first.click()
    expect(page.locator('input[name="q0-0_17-0"][value="1"]')).to_be_checked()
    page.get_by_role("button", name="Hand in").click()
    expect(page.get_by_text("It is a draft of yours until you sign it")).to_be_visible()
    page.get_by_role("button", name="To signing").click()
    expect(page.get_by_role("listitem").filter(has_text="All").filter(has_text="25, ")).to_be_visible()
    looks_right(page)
    page.get_by_label("Your PIN").fill(f"{PIN}0")
    page.get_by_role("button", name="Sign", exact=True).click()
    expect(page.get_by_role("alert")).to_be_visible()
    by_pin(page)
    expect(page.get_by_text("It is handed in as you signed it.")).to_be_visible()
    page.get_by_role("button", name="Back").click()  # nothing that is signed is typed into again
    expect(page.get_by_text("It is handed in as you signed it.")).to_be_visible()
    looks_right(page)
    page.context.set_offline(False)
    sent(page)
    with inside(world.agency):
        assert set(Receipt.objects.values_list("outcome", flat=True)) == {"done"}
        one = Answering.objects.get()
        assert (one.form, one.answered_by, one.state) == ("psc-17", "June, his mother", "signed")
        found = {score.scale: score.total for score in lookups.scores_of(world.theo.pk)}
    expected = {n: 1 if n % 2 else 2 for n in range(1, ITEMS + 1)}
    assert found["total"] == sum(expected.values()) == 25
    assert found["internalizing"] == sum(expected[n] for n in range(1, 6))
    page.goto(f"/answers/{one.pk}/")
    expect(page.get_by_text("Signed on the device")).to_be_visible()
