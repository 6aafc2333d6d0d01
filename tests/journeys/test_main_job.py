"""The main job: a visit from its plan to its co-signed note and the chart, as Rosa and Imani do it."""

from datetime import UTC, datetime

import pytest
import time_machine
from playwright.sync_api import expect

from alongside.documents.verifying import verify
from alongside.foundation.tenancy import inside
from alongside.notes.models import Note
from tests.journeys.browser import DESK, PHONE
from tests.journeys.proving import prove
from tests.journeys.visits import HOUR, visit_due

pytestmark = pytest.mark.journey
SAID = "He hit the aide’s arm once, in math, when the page was handed out."
CORRECTED = "He hit the aide’s arm once, in math, and put the page down when he saw the card."
SAFE = "Nobody was hurt, and nothing was said or seen that points to danger."
NEXT = "Keep the break card within reach in math, and ask whether half pages can go into the plan."


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_from_plan_to_cosigned_note_and_chart(world, page_at, looks_right_in_both, script):
    visit_due(world)
    look = looks_right_in_both if script else lambda page: None
    phone = page_at("rosa", size=PHONE, script=script)
    begin(phone, look, read_card=True)
    record(phone, script)
    end(phone, look)

    sentence(phone, "Aggression").fill(SAID)
    sign(phone, look)
    phone.get_by_role("link", name="Say what comes next").click()
    say_what_only_she_can(phone)
    sign(phone, look)
    expect(phone.get_by_text(SAID)).to_be_visible()
    sign(phone, look)
    prove(phone)
    look(phone)
    sign(phone, look)
    expect(phone.get_by_role("status").filter(has_text="Signed")).to_be_visible()
    look(phone)

    desk = page_at("imani", size=DESK, script=script)
    desk.goto("/to-cosign/")
    look(desk)
    desk.locator("main a", has_text="Rosa Delgado").click()
    expect(desk.get_by_text(SAID)).to_be_visible()
    look(desk)
    desk.get_by_role("button", name="Co-sign").click()
    prove(desk)
    desk.get_by_role("button", name="Co-sign").click()
    expect(desk.get_by_text("No notes to co-sign")).to_be_visible()
    with inside(world.agency):
        note = Note.objects.get()
        assert note.state == "co-signed" and verify(note.document_id).whole
    the_chart_shows_it(desk, world, look)


def test_a_note_goes_back_is_corrected_cosigned_and_added_to(world, page_at, looks_right_in_both):
    visit_due(world)
    phone = page_at("rosa", size=PHONE)
    begin(phone, lambda page: None)
    tile(phone, "Hands").get_by_role("button").first.click()
    expect(tile(phone, "Hands").locator(".count")).to_have_text("1")
    use_strategy(phone)
    end(phone, lambda page: None)
    sentence(phone, "Aggression").fill(SAID)
    say_what_only_she_can(phone)
    sign(phone, lambda page: None)
    sign(phone, lambda page: None)
    prove(phone)
    sign(phone, lambda page: None)

    desk = page_at("imani", size=DESK)
    desk.goto("/to-cosign/")
    desk.locator("main a", has_text="Rosa Delgado").click()
    desk.get_by_role("link", name="Return with a comment").click()
    desk.get_by_label("What should change").fill("What did he do when you showed the card?")
    looks_right_in_both(desk)
    desk.locator("main button[type=submit]").click()
    desk.wait_for_url("**/to-cosign/")

    phone.goto("/returned/")
    looks_right_in_both(phone)
    phone.locator("main a[href^='/notes/']").first.click()
    expect(phone.get_by_text("What did he do when you showed the card?").first).to_be_visible()
    looks_right_in_both(phone)
    phone.get_by_role("button", name="Correct").click()
    sentence(phone, "He hit").fill(CORRECTED)
    sign(phone, lambda page: None)
    sign(phone, lambda page: None)

    desk.locator(".nav a", has_text="Co-sign").click()
    desk.locator("main a", has_text="Rosa Delgado").click()
    expect(desk.locator("main")).to_contain_text(CORRECTED)
    desk.get_by_role("button", name="Co-sign").click()
    prove(desk)
    desk.get_by_role("button", name="Co-sign").click()
    desk.wait_for_url("**/to-cosign/")

    with inside(world.agency):
        note = Note.objects.get()
    phone.goto(f"/notes/{note.pk}/addendum/")
    phone.locator("main textarea").first.fill("The aide told me later that she was not hurt.")
    phone.locator("main [name=reason]").fill("Learned after signing.")
    looks_right_in_both(phone)
    phone.locator("main button[type=submit]").click()
    phone.wait_for_url(f"**/notes/{note.pk}/**")
    expect(phone.locator("main")).to_contain_text("not hurt")
    expect(phone.locator("main")).to_contain_text(CORRECTED)
    with inside(world.agency):
        assert verify(note.document_id).whole


def begin(page, look, *, read_card=False):
    """From today's page to the recording page, as if an hour had passed since."""
    page.goto("/")
    look(page)
    if read_card:
        page.get_by_role("link", name="See this visit").click()
        look(page)
        page.locator("main a[href$='/plan-card/']").click()
        page.wait_for_url("**/plan-card/")
        look(page)
        page.locator("summary", has_text="Escalating").click()
        expect(page.get_by_text("Do what helps when escalating")).to_be_visible()
        page.goto("/")
    with time_machine.travel(datetime.now(UTC) - HOUR):
        page.get_by_role("button", name="Start visit").click()
        page.wait_for_url("**/sessions/*/")
    look(page)


def tile(page, name):
    return page.locator(".tally, .timer, .trials, .card").filter(has_text=name).first


def record(page, script):
    """Two taps, one of them taken back; a duration; a trial with help; how strong it was; a strategy."""
    for number in ("1", "2"):
        tile(page, "Hands").get_by_role("button").first.click()
        expect(tile(page, "Hands").locator(".count")).to_have_text(number)
    page.get_by_role("button", name="Undo").click()
    expect(tile(page, "Hands").locator(".count")).to_have_text("1")
    page.get_by_role("button", name="Start Out of the room").click()
    page.get_by_role("button", name="Stop Out of the room").click()
    expect(tile(page, "Out of the room")).to_contain_text("1 time")
    tile(page, "Greets a classmate").get_by_role("button", name="gesture").click()
    page.get_by_text("1 trial · 0 without help").wait_for()
    tile(page, "How strong").get_by_role("button", name="2 pushes").click()
    expect(tile(page, "How strong")).to_contain_text("1 today")
    use_strategy(page)


def use_strategy(page):
    page.locator("#strategies").get_by_role("button", name="Used").first.click()
    page.get_by_text("Used 1 time").wait_for()


def end(page, look):
    page.get_by_role("link", name="End visit").click()
    look(page)
    page.get_by_label("Asks for a break").check()
    page.get_by_role("button", name="End visit").click()
    page.wait_for_url("**/notes/*/")
    look(page)


def sentence(page, begins):
    """The field of the drafted sentence that holds these words."""
    return page.locator("#draft textarea").filter(has_text=begins).first


def add(page, label, words):
    page.locator("summary", has_text=label).click()
    page.get_by_label(label).fill(words)


def say_what_only_she_can(page):
    add(page, "Add something about safety", SAFE)
    add(page, "Add what comes next", NEXT)
    add(page, "Add an objective in your words", "Asks for a break.")
    page.get_by_role("textbox", name="Also present").fill("nobody else")


def sign(page, look):
    with page.expect_navigation():
        page.get_by_role("button", name="Sign note").click()
    look(page)


def the_chart_shows_it(page, world, look):
    """One hit in an hour is a point of the graph, and a row of its numbers."""
    page.goto(f"/clients/{world.theo.pk}/")
    look(page)
    page.get_by_role("link", name="Aggression").click()
    page.wait_for_url("**/behaviors/*/")
    look(page)
    page.locator("summary", has_text="Show the numbers").click()
    rows = page.locator("details table").last.locator("tbody tr")
    expect(rows).to_have_count(1)
    expect(rows.locator(".n")).to_have_text("1")
