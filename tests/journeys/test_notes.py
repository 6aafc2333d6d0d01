"""A note, from draft to co-signature: Rosa on her phone, Imani at her desk."""

import time

import pytest
from django.conf import settings

from alongside.accounts.store import SessionStore
from alongside.documents.verifying import verify
from alongside.foundation.tenancy import inside
from alongside.notes.models import Note
from alongside.notes.tests import scenes
from tests.journeys.browser import DESK, PHONE


def confirm(page) -> None:
    """As after the confirmation page: this browser's person has just shown who they are."""
    [cookie] = [c for c in page.context.cookies() if c["name"] == settings.SESSION_COOKIE_NAME]
    store = SessionStore(cookie["value"])
    store["confirmed_at"] = time.time()
    store.save()


def add(page, label: str, words: str) -> None:
    """Open "Add ..." and write there."""
    page.locator("summary", has_text=label).click()
    page.get_by_label(label).fill(words)


@pytest.mark.journey
@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_rosa_signs_what_she_corrected_and_imani_cosigns_it(world, page_at, looks_right, script):
    with inside(world.agency):
        note = scenes.note(world)
    phone = page_at("rosa", size=PHONE, script=script)
    phone.goto(f"/notes/{note.pk}/")
    looks_right(phone)

    phone.get_by_text("Aggression was counted").fill("He hit the aide’s arm 2 times in 1 h, 2 per hour, both in math.")
    add(phone, "Add something about safety", "Nobody was hurt.")
    phone.get_by_role("button", name="Sign note").click()
    phone.get_by_role("link", name="Say what comes next").click()
    add(phone, "Add what comes next", "Keep the break card within reach.")
    add(phone, "Add an objective in your words", "Asks for a break.")
    phone.get_by_role("button", name="Sign note").click()
    looks_right(phone)
    assert "He hit the aide’s arm 2 times" in phone.inner_text("main")

    phone.get_by_role("button", name="Sign note").click()
    assert "Show that it is you before you sign" in phone.inner_text("main")
    confirm(phone)
    phone.goto(f"/notes/{note.pk}/sign/")
    phone.get_by_role("button", name="Sign note").click()
    phone.wait_for_url(f"**/notes/{note.pk}/?signed=1")
    looks_right(phone)

    desk = page_at("imani", size=DESK, dark=True, script=script)
    desk.goto("/to-cosign/")
    looks_right(desk)
    desk.get_by_role("link", name="Rosa Delgado’s note").click()
    looks_right(desk)
    confirm(desk)
    desk.get_by_role("button", name="Co-sign").click()
    desk.wait_for_url("**/to-cosign/")
    assert "No notes to co-sign" in desk.inner_text("main")

    desk.goto(f"/notes/{note.pk}/print/")
    looks_right(desk)
    with inside(world.agency):
        assert Note.objects.get(pk=note.pk).state == "co-signed"
        assert verify(note.document_id).whole
