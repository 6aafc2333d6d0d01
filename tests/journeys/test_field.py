"""A visit without signal, from the door to the signed note, in a real browser; then everything arrives once."""

import re

import pytest
from playwright.sync_api import expect

from alongside.behaviour.models import Observation
from alongside.documents.verifying import verify
from alongside.field.models import Receipt
from alongside.foundation.tenancy import inside
from alongside.incidents.models import Crisis
from alongside.notes.models import Note
from alongside.sessions.models import Ending, Session
from tests.journeys.field import enrolled, record_a_visit, sent, sign_the_note, unlock
from tests.journeys.visits import visit_due

pytestmark = pytest.mark.journey


def test_a_whole_visit_without_signal_arrives_once(world, page_at, looks_right_in_both):
    visit_due(world)
    page = page_at("rosa")
    enrolled(page, looks_right_in_both)
    page.context.set_offline(True)
    page.reload()
    unlock(page, looks_right_in_both)
    record_a_visit(page, looks_right_in_both)
    sign_the_note(page, looks_right_in_both)
    expect(page.get_by_role("button", name=re.compile("not sent, since"))).to_be_visible()
    with inside(world.agency):
        assert Session.objects.count() == Receipt.objects.count() == 0
    page.context.set_offline(False)
    sent(page)
    with inside(world.agency):
        assert set(Receipt.objects.values_list("outcome", flat=True)) == {"done"}
        assert Session.objects.count() == Ending.objects.count() == 1
        counted = Observation.objects.filter(measure="rate")
        assert counted.filter(retracts=False).count() - counted.filter(retracts=True).count() == 3
        note = Note.objects.get()
        assert note.state == "signed" and note.author_id == world.staff["rosa"]
        assert verify(note.document_id).whole
    page.reload()
    unlock(page)
    sent(page)
    with inside(world.agency):
        assert Session.objects.count() == Note.objects.count() == 1


def test_a_crisis_while_locked_shows_nothing_and_is_kept(world, page_at, looks_right):
    visit_due(world)
    page = page_at("rosa")
    enrolled(page)
    page.get_by_role("button", name="Lock").click()
    expect(page.get_by_role("heading", name="Locked")).to_be_visible()
    page.context.set_offline(True)
    page.get_by_role("button", name="Help now").click()
    page.locator("[id^=mark-]").first.click()
    expect(page.get_by_role("heading", name="So far")).to_be_visible()
    looks_right(page)
    assert "Theo" not in page.content() and "Theodore" not in page.content()
    page.get_by_role("button", name="Close").click()
    page.context.set_offline(False)
    unlock(page)
    expect(page.get_by_role("heading", name="Who was it about")).to_be_visible()
    page.get_by_role("button", name="Theo").click()
    page.get_by_role("button", name="Calmer now").click()
    sent(page)
    with inside(world.agency):
        crisis = Crisis.objects.get()
        assert crisis.staff_id == world.staff["rosa"]
