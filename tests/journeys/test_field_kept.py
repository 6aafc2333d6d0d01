"""The field app when things go wrong: killed as it records, a full disk, storage thrown away, an update, an expiry."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from alongside.behaviour.models import Observation
from alongside.field.models import Receipt
from alongside.field.shell import files
from alongside.foundation.tenancy import inside
from alongside.incidents.models import Crisis
from alongside.notes.models import Note
from alongside.sessions.models import Ending, Session
from tests.journeys.field import PIN, begin, enrolled, sent, sign_the_note, unlock
from tests.journeys.visits import visit_due

pytestmark = pytest.mark.journey
MARK = "Plain-Marker-Oxbow-4402"
OF_THE_VISIT = ("Theodore", "C-2", "Hold up the break card", "break card", "Nobody was hurt")
CANARIES = (*OF_THE_VISIT, "Wilhelmina", PIN, "Rosa Delgado")
IN_CLEAR = """(mark) => new Promise((done) => { const asked = indexedDB.open("control", 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore("plain", {keyPath: "id"}).put({id: mark});
  asked.onsuccess = () => done(); })"""

TYPED_IN_CLEAR = """(mark) => { const field = document.createElement("textarea"); document.body.append(field);
  field.value = mark; }"""


def hands(page: Page):
    return page.locator(".tally", has_text="Hands")


def tap_hands(page: Page, *counts: int) -> None:
    for count in counts:
        hands(page).get_by_role("button").first.click()
        expect(hands(page).locator(".count")).to_have_text(str(count))


def end_the_visit(page: Page) -> None:
    page.get_by_role("button", name="End visit").click()
    early = page.get_by_label("Why it ends early")
    if early.is_visible():
        early.fill("The school closed early")
    page.get_by_role("button", name="End visit and write the note").click()
    expect(page.get_by_role("button", name="To signing")).to_be_visible()


def go_on(page: Page) -> None:
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("timer").first).to_be_visible()


def test_killed_while_it_records_it_goes_on_and_arrives_once(world, tablet):
    visit_due(world)
    tablet.sign_in("rosa")
    page = tablet.window.pages[0]
    enrolled(page)
    page.evaluate(IN_CLEAR, MARK)
    tablet.window.set_offline(True)
    begin(page)
    tap_hands(page, 1, 2, 3)
    room = page.locator(".timer", has_text="Out of the room")
    room.get_by_role("button").click()
    expect(room.get_by_text("running")).to_be_visible()
    page.get_by_role("button", name="Before and after").click()
    page.get_by_role("button", name="Was asked to do something").click()
    page.locator("[id^=target-]").first.click()
    page.locator("#consequence-break").click()
    page.get_by_role("button", name="Keep this record").click()
    tap_hands(page, 4)
    tablet.kill()

    tablet.reopen()
    tablet.window.set_offline(True)
    page = tablet.page()
    unlock(page)
    go_on(page)
    expect(hands(page).locator(".count")).to_have_text("4")
    room = page.locator(".timer", has_text="Out of the room")
    expect(room.get_by_text("running")).to_be_visible()
    room.get_by_role("button").click()
    expect(room.get_by_text("running")).to_be_hidden()
    page.get_by_role("button", name="Recorded").click()
    expect(page.locator("#main").get_by_text("Before and after")).to_be_visible()
    page.get_by_role("button", name="Back").click()
    end_the_visit(page)
    page.locator("#present").fill("His teacher")
    sign_the_note(page)
    tablet.window.set_offline(False)
    sent(page)
    with inside(world.agency):
        assert set(Receipt.objects.values_list("outcome", flat=True)) == {"done"}
        assert Session.objects.count() == Ending.objects.count() == Note.objects.count() == 1
        found = Observation.objects.values_list("measure", flat=True)
        assert sorted(found) == ["abc", "duration", "rate", "rate", "rate", "rate"]
    page.get_by_role("button", name="Lock").click()
    expect(page.get_by_role("heading", name="Locked", exact=True)).to_be_visible()
    assert "Theo" not in page.content()
    tablet.kill()
    assert {words: tablet.found(words) for words in CANARIES} == {words: [] for words in CANARIES}
    assert tablet.found(MARK), "the search finds what is in clear"


def test_what_is_typed_is_not_kept_by_the_browser(world, tablet):
    """Chromium writes the fields of an open page to its disk, to restore the tab after a crash."""
    visit_due(world)
    tablet.sign_in("rosa")
    page = tablet.window.pages[0]
    enrolled(page)
    begin(page)
    page.get_by_role("button", name="Who is here").click()
    page.get_by_label("Name or part").fill("Theodore")
    page.evaluate(TYPED_IN_CLEAR, f"{MARK}-sheet")
    assert {name.split("_")[0] for name in tablet.waited_for(f"{MARK}-sheet")} == {"Session"}
    page.get_by_role("button", name="Back").click()
    end_the_visit(page)
    page.locator("#present").fill("Theodore's aunt Wilhelmina")
    for field in page.locator("#app textarea:visible").all():
        field.fill("Nobody was hurt")
    page.evaluate(TYPED_IN_CLEAR, f"{MARK}-note")
    tablet.waited_for(f"{MARK}-note")
    tablet.kill()
    assert {words: tablet.found(words) for words in CANARIES} == {words: [] for words in CANARIES}


def test_a_full_disk_is_said_and_nothing_is_half_kept(world, tablet, live):
    visit_due(world)
    tablet.sign_in("rosa")
    page = tablet.window.pages[0]
    enrolled(page)
    tablet.no_line()
    begin(page)
    tap_hands(page, 1)
    tools = tablet.window.new_cdp_session(page)
    tools.send("Storage.overrideQuotaForOrigin", {"origin": live, "quotaSize": 1000})
    said = page.get_by_role("status").get_by_text("There is no room on this device.")
    for _ in range(600):  # Chromium remembers for a while how much room there was
        hands(page).get_by_role("button").first.click()
        page.wait_for_timeout(100)
        if said.is_visible():
            break
    expect(said).to_be_visible()
    expect(page.locator("#sync")).to_have_text("This device is full")
    shown = int(hands(page).locator(".count").inner_text())
    tools.send("Storage.overrideQuotaForOrigin", {"origin": live})
    for _ in range(600):
        hands(page).get_by_role("button").first.click()
        page.wait_for_timeout(100)
        if not said.is_visible():
            break
    expect(hands(page).locator(".count")).to_have_text(str(shown + 1))
    tablet.line(page)
    sent(page)
    with inside(world.agency):
        assert Observation.objects.count() == shown + 1
        assert set(Receipt.objects.values_list("outcome", flat=True)) == {"done"}


def test_storage_thrown_away_is_said_and_it_is_set_up_again(world, tablet, live):
    visit_due(world)
    tablet.sign_in("rosa")
    page = tablet.window.pages[0]
    enrolled(page)
    begin(page)
    tap_hands(page, 1)
    sent(page)
    kinds = "indexeddb,cache_storage,service_workers,local_storage,file_systems"
    tools = tablet.window.new_cdp_session(page)
    tools.send("Storage.clearDataForOrigin", {"origin": live, "storageTypes": kinds})
    hands(page).get_by_role("button").first.click()
    expect(page.get_by_text("This browser removed what was kept. Set this device up again.")).to_be_visible()
    assert "Theo" not in page.content()
    page.get_by_label("A PIN for this device").fill(PIN)
    page.get_by_label("The same again").fill(PIN)
    page.get_by_role("button", name="Set up this device").click()
    go_on(page)
    expect(hands(page).locator(".count")).to_have_text("1")
    tap_hands(page, 2)
    sent(page)
    with inside(world.agency):
        assert Session.objects.count() == 1 and Observation.objects.count() == 2


def test_an_update_waits_until_nothing_runs_and_loses_nothing(world, tablet, monkeypatch):
    visit_due(world)
    tablet.sign_in("rosa")
    page = tablet.window.pages[0]
    enrolled(page)
    tablet.no_line()
    begin(page)
    tap_hands(page, 1, 2)
    build = page.locator("html").get_attribute("data-build")
    monkeypatch.setattr(files, "build", lambda: "next")
    files.worker.cache_clear()
    page.evaluate("navigator.serviceWorker.getRegistration().then((one) => one.update()).then(() => null)")
    page.wait_for_function("navigator.serviceWorker.getRegistration().then((one) => Boolean(one.waiting))")
    tap_hands(page, 3)
    page.get_by_role("button", name="Lock").click()
    expect(page.get_by_role("heading", name="Goes on while locked")).to_be_visible()
    page.wait_for_timeout(2500)
    assert page.locator("html").get_attribute("data-build") == build, "not while a visit runs"
    unlock(page)
    go_on(page)
    end_the_visit(page)
    page.get_by_role("button", name="Lock").click()
    expect(page.locator("html[data-build=next]")).to_be_attached()
    unlock(page)
    expect(page.locator("#sync")).to_have_text(re.compile("not sent, since"))
    tablet.line(page)
    sent(page)
    files.worker.cache_clear()
    with inside(world.agency):
        assert set(Receipt.objects.values_list("outcome", flat=True)) == {"done"}
        assert Observation.objects.count() == 3 and Ending.objects.count() == 1 and Note.objects.count() == 1


def test_after_the_lease_nothing_is_readable_and_recording_goes_on(world, page_at):
    visit_due(world)
    page = page_at("rosa")
    enrolled(page)
    page.context.route("**/field/operations/", lambda route: route.abort())
    page.context.route("**/field/pack/", lambda route: route.abort())
    begin(page)
    tap_hands(page, 1)
    page.clock.set_fixed_time(datetime.now(UTC) + timedelta(hours=73))
    unlock(page)
    expect(page.get_by_text("What was on this device has expired.")).to_be_visible()
    page.get_by_role("button", name="Go on").click()
    tile = page.locator(".tally").first
    expect(tile.locator(".count")).to_have_text("1")
    tile.get_by_role("button").first.click()
    expect(tile.locator(".count")).to_have_text("2")
    shown = page.content()
    assert "Theo" not in shown and "Hands" not in shown and "break card" not in shown
    expect(page.locator("#sync")).to_have_text(re.compile("^3 not sent|^4 not sent"))


def test_a_crisis_right_after_a_restart_is_kept_for_whoever_was_here(world, tablet):
    visit_due(world)
    tablet.sign_in("rosa")
    page = tablet.window.pages[0]
    enrolled(page)
    tablet.kill()
    tablet.reopen()
    tablet.window.set_offline(True)
    page = tablet.page()
    page.get_by_role("button", name="Help now").click()
    page.locator("[id^=mark-]").first.click()
    expect(page.get_by_role("heading", name="So far")).to_be_visible()
    page.get_by_role("button", name="Close").click()
    unlock(page)
    page.get_by_role("button", name="Theo").click()
    page.get_by_role("button", name="Calmer now").click()
    tablet.window.set_offline(False)
    sent(page)
    with inside(world.agency):
        crisis = Crisis.objects.get()
        assert crisis.staff_id == world.staff["rosa"]
        assert set(Receipt.objects.values_list("outcome", flat=True)) <= {"done", "held"}
        assert not Receipt.objects.filter(outcome="held").exclude(reasons__0__code="unattested").exists()


def test_a_timer_begun_while_locked_runs_on_after_unlocking(world, page_at):
    visit_due(world)
    page = page_at("rosa")
    enrolled(page)
    begin(page)
    page.get_by_role("button", name="Lock").click()
    page.locator(".timer").get_by_role("button").first.click()
    expect(page.locator(".timer.running")).to_be_visible()
    page.locator(".tally").first.get_by_role("button").first.click()
    expect(page.locator(".tally").first.locator(".count")).to_have_text("1")
    unlock(page)
    go_on(page)
    expect(hands(page).locator(".count")).to_have_text("1")
    room = page.locator(".timer", has_text="Out of the room")
    expect(room.get_by_text("running")).to_be_visible()
    room.get_by_role("button").click()
    expect(room.get_by_text("running")).to_be_hidden()
    sent(page)
    with inside(world.agency):
        assert sorted(Observation.objects.values_list("measure", flat=True)) == ["duration", "rate"]
