"""Scenes of the field app: a device is set up, signal goes away, a visit is recorded."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.journeys.field import enrolled


def _device(page: Page) -> None:
    enrolled(page)
    page.context.set_offline(True)


def today(page: Page) -> None:
    _device(page)


def card(page: Page) -> None:
    _device(page)
    page.get_by_role("button", name="Theo Bell").click()
    page.get_by_text("Escalating").click()


def record(page: Page) -> None:
    """Theo at school, some taps, a timer that runs."""
    _device(page)
    page.get_by_role("button", name="Theo Bell").click()
    page.get_by_role("button", name="Start visit").click()
    place = page.get_by_label("Where")
    if place.is_visible():
        place.select_option(label="Willow Street School")
    page.get_by_role("main").get_by_role("button", name="Start visit").click()
    expect(page.locator(".tally").first).to_be_visible()
    for tile, taps in ((0, 4), (1, 1), (2, 2)):
        for _ in range(taps):
            page.locator(".tally").nth(tile).get_by_role("button").first.click()
    page.locator(".timer").first.get_by_role("button").click()
    page.locator(".tally").nth(0).get_by_role("button").first.click()
    expect(page.locator(".tally .count").first).to_have_text("5")


def beside(name: str) -> Callable[[Page], None]:
    """A sheet of the recording page."""

    def go(page: Page) -> None:
        record(page)
        page.get_by_role("button", name=name).click()

    return go


def locked(page: Page) -> None:
    record(page)
    page.get_by_role("button", name="Lock").click()


def crisis(page: Page) -> None:
    record(page)
    page.get_by_role("button", name="Help now").click()
    page.get_by_role("button", name="Done, next step").click()


def note(page: Page) -> None:
    record(page)
    page.get_by_role("button", name="End visit").click()
    early = page.get_by_label("Why it ends early")
    if early.is_visible():
        early.fill("The school closed early")
    page.get_by_role("button", name="End visit and write the note").click()
    expect(page.get_by_role("button", name="To signing")).to_be_visible()


def unsent(page: Page) -> None:
    note(page)
    page.locator("#sync").click()
