"""Two clients open at once: what belongs to one is never written to the other."""

import pytest
from playwright.sync_api import expect

from alongside.foundation.tenancy import inside
from alongside.notes.tests import scenes
from alongside.sessions.models import Presence
from tests.journeys.browser import DESK

pytestmark = pytest.mark.journey


def test_a_form_of_one_client_never_writes_to_another(world, page_at):
    """Two tabs: the visit that Rosa makes is Theo's; the form that she sends was opened for Lucía."""
    with inside(world.agency):
        visit = scenes.visit(world, end=False, recorded=False)
    theo = page_at("rosa", size=DESK)
    theo.goto(f"/sessions/{visit.pk}/presences/")
    lucia = theo.context.new_page()
    lucia.goto(f"/clients/{world.lucia.pk}/sessions/new/")
    opened_for = lucia.locator("main input[name=client]").first.get_attribute("value")
    theo.locator("main input[name=client]").first.evaluate("(field, value) => { field.value = value }", opened_for)
    theo.locator("main [name=who]").first.fill("Ms. Nunes")
    theo.locator("main button[type=submit]").first.click()
    expect(theo.get_by_text("This form was opened for another client. Nothing was saved.").first).to_be_visible()
    with inside(world.agency):
        assert not Presence.objects.exists()
