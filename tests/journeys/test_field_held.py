"""What the server held: shown on the device with its reason, decided at the desk, settled on the device."""

import re
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect

from alongside.behaviour.models import Observation
from alongside.field.models import Decision, Hold, Receipt
from alongside.foundation.ids import uuid7
from alongside.foundation.tenancy import inside
from alongside.people import actions as people
from alongside.people.models import TeamPlace
from alongside.sessions import actions as sessions
from alongside.sessions.models import Session
from tests.journeys.browser import DESK
from tests.journeys.field import begin, enrolled, sent
from tests.journeys.test_field_kept import hands, tap_hands
from tests.journeys.visits import visit_due

pytestmark = pytest.mark.journey


def recorded_offline(page: Page, *counts: int) -> None:
    enrolled(page)
    page.context.set_offline(True)
    begin(page)
    tap_hands(page, *counts)


def held_list(page: Page, count: int) -> None:
    """Back online, what waits is handed in, and the line at the top says how much of it is held."""
    page.context.set_offline(False)
    expect(page.locator("#sync")).to_have_text(re.compile(f"^{count} (is|are) held"))
    page.locator("#sync").click()


def asked_again(page: Page) -> None:
    for _ in range(2):
        page.get_by_role("button", name="Back", exact=True).click()
    page.get_by_role("button", name="Fetch what is new").click()


def test_what_its_author_may_not_do_any_more_is_carried_out_or_set_aside(world, page_at, looks_right_in_both):
    visit_due(world)
    page = page_at("rosa")
    recorded_offline(page, 1, 2)
    with inside(world.agency):
        place = TeamPlace.objects.get(client=world.theo.pk, staff=world.staff["rosa"])
        people.end_place(by=world.dev, on=place)
    held_list(page, 4)  # the start, where it was, two taps
    rows = page.get_by_role("list").filter(has_text="Visit, ").get_by_role("listitem")
    expect(rows).to_have_count(4)
    expect(rows.first).to_contain_text("Its author may not do this any more.")
    expect(rows.last).to_contain_text("It builds on something that is held.")
    expect(page.get_by_text("Your supervisor sees them and decides")).to_be_visible()
    looks_right_in_both(page)

    desk = page_at("imani", size=DESK)
    desk.goto("/held/")
    expect(desk.get_by_role("main").get_by_role("listitem")).to_have_count(4)
    looks_right_in_both(desk)
    desk.get_by_role("link", name="Observation").last.click()
    looks_right_in_both(desk)
    desk.get_by_role("link", name="Set aside").click()
    desk.get_by_label("Reason").fill("One tap too many")
    looks_right_in_both(desk)
    desk.get_by_role("button", name="Set aside").click()
    desk.get_by_role("link", name="Start of a visit").click()
    desk.get_by_role("button", name="Carry out as it is").click()
    expect(desk.get_by_text("Whoever recorded it might not do this then either.")).to_be_visible()
    with inside(world.agency):
        people.place_on_team(by=world.dev, on=world.theo.pk, staff=world.staff["rosa"])
    desk.get_by_role("button", name="Carry out as it is").click()
    expect(desk.get_by_text("Nothing is held")).to_be_visible()
    with inside(world.agency):
        assert Observation.objects.get().observer_id == world.staff["rosa"]
        assert sorted(Decision.objects.values_list("way", flat=True)) == ["applied", "set_aside"]
        assert not Hold.objects.filter(settled_at=None).exists()

    asked_again(page)
    sent(page)
    page.get_by_role("button", name="Go on").click()
    expect(hands(page).locator(".count")).to_have_text("1")


def test_what_a_rule_speaks_against_is_set_right_at_the_desk(world, page_at, looks_right_in_both):
    visit_due(world)
    page = page_at("rosa")
    recorded_offline(page, 1)
    with inside(world.agency):
        with_lucia = {"programme_id": world.programme.pk, "place": "at home", "zone": "America/New_York"}
        sessions.start(by=world.rosa, on=world.lucia.pk, id=uuid7(), began_at=datetime.now(UTC), **with_lucia)
    held_list(page, 3)
    expect(page.get_by_text("A rule of the work speaks against it.")).to_be_visible()

    desk = page_at("imani", size=DESK)
    desk.goto("/held/")
    desk.get_by_role("link", name="Start of a visit").click()
    desk.get_by_role("link", name="Correct").click()
    desk.get_by_label("Reason for the overlap").fill("Both children were in one group")
    desk.get_by_label("Why you correct it").fill("Asked Rosa")
    looks_right_in_both(desk)
    desk.get_by_role("button", name="Carry out").click()
    expect(desk.get_by_text("Nothing is held")).to_be_visible()
    with inside(world.agency):
        assert Session.objects.get(client=world.theo.pk).overlap_reason == "Both children were in one group"
        assert Observation.objects.get().session.client_id == world.theo.pk
        assert Receipt.objects.order_by("-turn").first().outcome == "done"

    asked_again(page)
    sent(page)
