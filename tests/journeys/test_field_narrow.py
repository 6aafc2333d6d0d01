"""A very small phone with very long words: no page of the field app is wider than its window, and each can be read."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from alongside.field.models import Hold
from alongside.foundation.ids import uuid7
from alongside.foundation.tenancy import inside
from alongside.people import actions as people
from alongside.people.models import TeamPlace
from alongside.safety import actions as safety
from alongside.sessions import actions as sessions
from tests.journeys.browser import DESK
from tests.journeys.field import PIN, begin, enrolled, sign_the_note
from tests.journeys.long_words import UNBROKEN, WORDS, long_words
from tests.journeys.test_field_kept import end_the_visit, go_on

pytestmark = pytest.mark.journey
SHEETS = ("around", "different", "present", "otherwise", "tokens")


def back(page: Page) -> None:
    page.get_by_role("button", name="Back", exact=True).click()


def test_every_page_bears_long_words_on_the_smallest_phone(world, page_at, looks_right_in_both):
    narrow = looks_right_in_both
    long_words(world)
    page = page_at("rosa", size=(320, 640))
    enrolled(page, narrow)
    narrow(page)
    _before_the_visit(page, narrow)
    begin(page, narrow)
    narrow(page)
    _recording(page, narrow)
    _beside_the_tiles(page, narrow)
    _crisis(page, narrow)
    _device(page, narrow)
    _locked(page, narrow)
    go_on(page)
    page.get_by_role("button", name="End visit").click()
    narrow(page)
    back(page)
    end_the_visit(page)
    page.get_by_role("button", name="To signing").click()
    narrow(page)
    page.get_by_role("button", name="Back to the note").click()
    page.locator("#present").fill("Nobody")
    sign_the_note(page, narrow)
    page.get_by_role("button", name="To today").click()
    expect(page.get_by_text("You are expected to report")).to_be_hidden()  # the watch ended with the visit
    narrow(page)


def _before_the_visit(page: Page, narrow) -> None:
    page.get_by_role("button", name="Plan card").click()
    for tab in page.get_by_role("navigation").get_by_role("button").all():
        tab.click()
        narrow(page)
    back(page)


def _recording(page: Page, narrow) -> None:
    page.locator(".tally button").first.click()
    page.locator(".timer button").first.click()
    page.locator("[id^=watch-]").first.click()
    narrow(page)
    page.get_by_role("button", name="Plan card", exact=True).click()
    for stage in page.locator("details.stage summary").all():
        stage.click()
        narrow(page)
    page.get_by_role("button", name="Recorded").click()
    narrow(page)
    page.get_by_role("button", name="Set right").first.click()
    narrow(page)
    back(page)
    back(page)
    page.get_by_role("navigation").get_by_role("button").first.click()


def _beside_the_tiles(page: Page, narrow) -> None:
    for sheet in SHEETS:
        page.locator(f"#{sheet}").click()
        for more in page.locator("details summary").all():
            more.click()
        narrow(page)
        back(page)
    page.locator("#tokens").click()
    page.locator("#give").click()
    expect(page.locator("#main .clock")).to_have_text("1")
    back(page)
    page.locator("#living").click()
    for choice in ("activity-bathing", "level-verbal", "choice-taken", "keep"):
        page.locator(f"#{choice}").click()
    expect(page.get_by_role("button", name="End visit")).to_be_visible()
    page.locator("#living").click()
    expect(page.get_by_role("listitem").filter(has_text="Bathing")).to_be_visible()
    narrow(page)
    back(page)
    page.locator("#watch").click()
    narrow(page)
    page.locator("#in-30").click()
    expect(page.get_by_role("button", name="End visit")).to_be_visible()


def _crisis(page: Page, narrow) -> None:
    page.locator("#help").click()
    narrow(page)
    page.locator("#next-step").click()
    expect(page.get_by_role("heading", name="So far")).to_be_visible()
    narrow(page)
    page.locator("#calmer").click()
    expect(page.get_by_role("button", name="End visit")).to_be_visible()
    back(page)
    narrow(page)


def _device(page: Page, narrow) -> None:
    page.locator("#sync").click()
    narrow(page)
    page.locator("#this-device").click()
    narrow(page)


def _locked(page: Page, narrow) -> None:
    page.get_by_role("button", name="Lock").click()
    narrow(page)
    page.get_by_role("button", name="This device").click()
    narrow(page)
    back(page)
    page.locator("#help").click()
    page.locator("[id^=mark-]").first.click()
    narrow(page)
    page.get_by_role("button", name="Close").click()
    page.get_by_label(re.compile("PIN")).fill(PIN)
    page.get_by_role("button", name="Unlock").click()
    expect(page.get_by_role("heading", name="Who was it about")).to_be_visible()
    narrow(page)
    page.get_by_role("button", name="Later").click()


def test_the_desk_bears_what_was_held_and_who_is_out_there(world, page_at, looks_right_in_both):
    long_words(world)
    page = page_at("rosa")
    enrolled(page, _named)
    page.context.set_offline(True)
    begin(page)
    page.locator("#otherwise").click()
    page.get_by_label("What you did").fill(WORDS)
    page.get_by_label("Why").fill(WORDS)
    page.locator("#keep").click()
    with inside(world.agency):
        people.end_place(by=world.dev, on=TeamPlace.objects.get(client=world.theo.pk, staff=world.staff["rosa"]))
        _out_there(world)
    page.context.set_offline(False)
    expect(page.locator("#sync")).to_have_text(re.compile("held"))
    with inside(world.agency):
        start, left = Hold.objects.get(kind="sessions.start/1"), Hold.objects.get(kind="behaviour.deviate/1")
    here, them = f"/held/{left.pk}/", f"/staff/{world.staff['rosa']}/devices/"
    desk = page_at("imani", size=DESK)
    begun = f"/held/{start.pk}/correction/"
    for path in ("/held/", here, f"{here}correction/", f"{here}aside/", begun, "/safety/", them):
        for width, height in (DESK, (320, 640)):
            desk.set_viewport_size({"width": width, "height": height})
            assert desk.goto(path).status == 200
            looks_right_in_both(desk)


def _named(page: Page) -> None:
    if (label := page.get_by_label("What to call this device")).is_visible():
        label.fill(UNBROKEN)


def _out_there(world) -> None:
    """Rosa is watched with Lucía, and signalled twice; Imani looked after it once."""
    now, rosa = datetime.now(UTC), {"by": world.rosa, "on": world.staff["rosa"]}
    where = {"programme_id": world.programme.pk, "place": WORDS, "zone": "America/New_York"}
    session = sessions.start(by=world.rosa, on=world.lucia.pk, id=uuid7(), began_at=now, **where)
    safety.watch(by=world.rosa, on=session, id=uuid7(), due_at=now + timedelta(minutes=30))
    safety.duress(**rosa, id=uuid7(), latitude=40.0, longitude=-75.0)
    earlier = safety.duress(**rosa, id=uuid7(), at=now - timedelta(hours=3))
    safety.answer(by=world.imani, on=earlier, words=WORDS)
