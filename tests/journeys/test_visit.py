"""Rosa's visit with Theo on her phone: from the day to its end, as she does it."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from alongside.behaviour.models import Observation, OpenTimer, Tally
from alongside.foundation.tenancy import inside
from alongside.plans.models import Target
from alongside.schedule import actions as schedule
from alongside.sessions.lookups import of_client
from tests import plans
from tests.journeys.browser import DESK

pytestmark = pytest.mark.journey
expect.set_options(timeout=60_000)
MORE = (
    ("Elopement", "Out of the room", "duration", {}),
    ("Starts work after being asked", "", "latency", {"cue": "the teacher asks"}),
    ("Greets a classmate", "", "trial", {"prompts": ["independent", "gesture", "model"]}),
    ("In his seat, right now?", "", "momentary", {"interval_length": 120, "interval_count": 26}),
    ("Brushes teeth", "", "task_analysis", {"prompts": ["independent", "gesture"], "steps": ["Take brush", "Rinse"]}),
    ("How strong", "", "magnitude", {"anchors": ["none", "words", "pushes", "hits", "injures"]}),
)


@pytest.fixture
def theos_day(world):
    """A plan in force, everything to record, and a visit that should have begun."""
    with inside(world.agency):
        plans.make_ready(plans.published(world), by=world.imani, who=world.rosa)
        for number, (name, screen, measure, settings) in enumerate(MORE, 3):
            Target.objects.create(
                client_id=world.theo.pk, kind="behaviour", name=name, screen_name=screen, measure=measure,
                settings=settings, improvement="decrease", pinned=number,
            )  # fmt: skip
        begins = datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=2)
        return schedule.book(
            by=world.dev, on=world.theo.pk, staff_id=world.staff["rosa"], programme_id=world.programme.pk,
            begins_at=begins, ends_at=begins + timedelta(minutes=10), zone="America/New_York",
            site_id=world.site.pk, place="room 12",
        )  # fmt: skip


def tile(page, name):
    return page.locator(".tally, .timer, .trials, .card").filter(has_text=name).first


def recorded(world):
    with inside(world.agency):
        return Observation.objects.count()


def test_rosa_makes_a_visit(page_at, looks_right, world, theos_day):
    page = page_at("rosa")
    page.goto("/")
    looks_right(page)
    page.get_by_role("button", name="Start visit").click()
    page.wait_for_url("**/sessions/*/")
    looks_right(page)
    assert "Aggression" not in page.content()  # a child may read the screen

    hands = tile(page, "Hands")
    for _ in range(3):
        hands.get_by_role("button").first.click()
    page.get_by_text("Hands, ").wait_for()
    expect(page.locator(".tally.just .count")).to_have_text("3")
    page.get_by_role("button", name="Undo").click()
    page.get_by_text("Taken back.").wait_for()
    expect(tile(page, "Hands").locator(".count")).to_have_text("2")

    page.get_by_role("button", name="Start Out of the room").click()
    page.locator(".timer.running").wait_for()
    page.reload()
    assert "Running" in page.locator(".timer.running").inner_text()
    page.get_by_role("button", name="Stop Out of the room").click()
    page.get_by_text("Out of the room, ").wait_for()

    tile(page, "Greets a classmate").get_by_role("button", name="gesture").click()
    page.get_by_text("1 trial · 0 without help").wait_for()
    tile(page, "Brushes teeth").get_by_role("button", name="Without help").click()
    page.get_by_text("Step 2 of 2").wait_for()
    tile(page, "How strong").get_by_role("button", name="2 pushes").click()
    page.get_by_text("How strong, ").wait_for()
    page.locator("#strategies").get_by_role("button", name="Used").first.click()
    page.get_by_text("Used 1 time").wait_for()
    with inside(world.agency):
        values = {t.measure: t.value for t in Tally.objects.all()}
        assert (Tally.objects.get(measure="rate").numerator, values["trial"], values["magnitude"]) == (2, 0.0, 2.0)
        assert not OpenTimer.objects.exists()

    page.get_by_role("link", name="What happened before and after").click()
    looks_right(page)
    page.get_by_label("Was asked to do something").check()
    page.get_by_label("Hands").check()
    page.get_by_label("Break, task ended").check()
    page.get_by_role("button", name="Keep this record").click()
    page.wait_for_url("**/sessions/*/?just=*")

    page.get_by_role("link", name="recorded").first.click()
    looks_right(page)
    page.get_by_role("link", name="Set right").last.click()
    looks_right(page)
    page.go_back()
    page.get_by_role("link", name="Back to the visit").click()
    page.get_by_role("link", name="End visit").click()
    looks_right(page)
    page.get_by_label("Asks for a break").check()
    page.get_by_role("button", name="End visit").click()
    page.wait_for_url(lambda url: "/end/" not in url)
    looks_right(page)
    with inside(world.agency):
        [session] = of_client(world.theo.pk)
        assert session.ended_at is not None and Tally.objects.get(measure="count").value == 0.0


def test_a_visit_is_recorded_without_any_script(page_at, world, theos_day):
    page = page_at("rosa", script=False)
    page.goto("/")
    page.get_by_role("button", name="Start visit").click()
    tile(page, "Hands").get_by_role("button").first.click()
    assert page.get_by_text("Kept.").is_visible()
    page.get_by_role("button", name="Undo").click()
    assert page.get_by_text("Taken back.").is_visible()
    assert recorded(world) == 2


def test_taps_made_without_signal_arrive_once(page_at, world, theos_day):
    page = page_at("rosa")
    page.goto("/")
    page.get_by_role("button", name="Start visit").click()
    page.wait_for_url("**/sessions/*/")
    page.context.set_offline(True)
    for _ in range(3):
        tile(page, "Hands").get_by_role("button").first.click()
    assert tile(page, "Hands").locator(".count").inner_text() == "3"
    assert recorded(world) == 0
    page.context.set_offline(False)
    expect(page.locator("#sync")).to_have_text("All saved")
    assert recorded(world) == 3


@pytest.mark.parametrize("dark", [False, True])
def test_the_pages_around_a_visit_look_right(page_at, looks_right, world, theos_day, dark):
    rosa, dev = page_at("rosa", dark=dark, size=(320, 640)), page_at("dev", dark=dark, size=DESK)
    theo, lucia = world.theo.pk, world.lucia.pk
    for path in ("/week/", "/help/", f"/visits/{theos_day.pk}/", f"/visits/{theos_day.pk}/call-off/",
                 f"/clients/{theo}/help/", f"/clients/{theo}/visits/", f"/clients/{lucia}/sessions/new/"):  # fmt: skip
        assert rosa.goto(path).status == 200
        looks_right(rosa)
    for path in ("/schedule/", f"/clients/{theo}/visits/new/",
                 f"/clients/{theo}/visits/{theos_day.pk}/move/"):  # fmt: skip
        assert dev.goto(path).status == 200
        looks_right(dev)
