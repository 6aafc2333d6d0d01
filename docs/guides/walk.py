"""The walk-through's pictures: one visit with a published case, from the team to the co-signed note and the graph."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from playwright.sync_api import Page, expect

from docs.guides.places import DEV, IMANI, ROSA, graph, of, open_page

CASE = "Laski"
OWN = {
    "Add something about safety": "Nobody was hurt, and nothing was said or seen that points to danger.",
    "Add what comes next": "Play with the same toys again, and name one more of them.",
}
SignIn = Callable[[str, str], AbstractContextManager[Page]]
Keep = Callable[[Page, str], None]


def walk(sign_in: SignIn, keep: Keep) -> None:
    """Dev puts Rosa on the team, Rosa makes a visit and signs its note, Imani co-signs and looks at the graph."""
    with sign_in(IMANI, "1440-light") as imani:
        graph(CASE)(imani)
        keep(imani, "walk-1-graph-1440-light")
    with sign_in(DEV, "1440-light") as dev:
        of(CASE, "person/team/")(dev)
        dev.locator("[name=staff]").select_option(label=ROSA)
        keep(dev, "walk-2-team-1440-light")
        dev.locator("main button[type=submit]").click()
        dev.wait_for_url("**/person/")
    with sign_in(ROSA, "390-light") as rosa:
        _visit(rosa, keep)
        _note(rosa, keep)
    with sign_in(IMANI, "1440-light") as imani:
        _cosign(imani, keep)
        graph(CASE)(imani)
        keep(imani, "walk-7-graph-1440-light")


def _visit(page: Page, keep: Keep) -> None:
    of(CASE, "sessions/new/")(page)
    page.get_by_role("button", name="Start visit").click()
    page.wait_for_url("**/sessions/*/")
    page.locator(".tiles input:not([type=hidden])").first.fill("58.5")
    page.locator(".tiles form").first.get_by_role("button").first.click()
    expect(page.get_by_role("button", name="Undo")).to_be_visible()
    keep(page, "walk-3-record-390-light")
    page.get_by_role("link", name="End visit").click()
    page.get_by_role("button", name="End visit").click()
    page.wait_for_url("**/notes/*/")


def _note(page: Page, keep: Keep) -> None:
    keep(page, "walk-4-note-390-light")
    for label, words in OWN.items():
        page.locator("summary", has_text=label).click()
        page.get_by_label(label).fill(words)
    _sign(page)
    page.wait_for_url("**/sign/")
    keep(page, "walk-5-sign-390-light")
    _sign(page)
    _show_again(page)
    _sign(page)
    page.wait_for_url("**signed=1")


def _cosign(page: Page, keep: Keep) -> None:
    open_page(page, "/to-cosign/")
    page.locator("main a[href^='/notes/']").last.click()
    page.wait_for_url("**/cosign/")
    keep(page, "walk-6-cosign-1440-light")
    page.get_by_role("button", name="Co-sign").click()
    _show_again(page)
    page.get_by_role("button", name="Co-sign").click()
    page.wait_for_url("**/to-cosign/")


def _sign(page: Page) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name="Sign note").click()


def _show_again(page: Page) -> None:
    """In the demo one click shows that it is you."""
    page.locator("main a[href*='/account/confirm/']").click()
    page.get_by_role("button", name="It is me, go on").click()
    page.wait_for_url("**/notes/**")
