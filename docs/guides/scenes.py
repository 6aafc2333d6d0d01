"""What the pictures show: a page of the demo agency, who looks at it, and how to come there."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page, expect

BOTH = "390-light 1440-light"
ALL = "390-light 390-dark 1440-light 1440-dark"
PHONE, DESK = "390-light 390-dark", "1440-light 1440-dark"


@dataclass(frozen=True)
class Scene:
    """`go` brings a page that is signed in as `who` to what is to be seen."""

    name: str
    who: str
    go: Callable[[Page], None]
    looks: str = BOTH


def at(path: str) -> Callable[[Page], None]:
    return lambda page: _open(page, path)


def of(name: str, tab: str = "") -> Callable[[Page], None]:
    """A page of a client's record."""

    def go(page: Page) -> None:
        _open(page, f"/search/?q={name}")
        found = page.locator("main a[href^='/clients/']").first.get_attribute("href")
        _open(page, f"/clients/{str(found).split('/')[2]}/{tab}")

    return go


def begin(name: str) -> Callable[[Page], None]:
    """The recording page of a client's visit: the one that goes on, or one begun now."""

    def go(page: Page) -> None:
        _open(page, "/")
        going = page.locator("main a[href^='/sessions/']")
        if going.count():
            _open(page, str(going.first.get_attribute("href")))
            return
        of(name, "sessions/new/")(page)
        page.get_by_role("button", name="Start visit").click()
        page.wait_for_url("**/sessions/*/")

    return go


def graph(name: str) -> Callable[[Page], None]:
    """The graph of the first behavior that a client's plan measures."""

    def go(page: Page) -> None:
        of(name, "behavior/")(page)
        page.locator("main a[href^='/behaviors/']").first.click()
        page.wait_for_url("**/behaviors/*/**")

    return go


def first_note(list_: str) -> Callable[[Page], None]:
    def go(page: Page) -> None:
        _open(page, list_)
        page.locator("main a[href^='/notes/']").first.click()
        page.wait_for_url("**/notes/*/**")

    return go


def _open(page: Page, path: str) -> None:
    page.goto(path)
    expect(page.locator("h1").first).to_be_visible()


SCENES = (
    Scene("sign-in", "", at("/account/login/"), ALL),
    Scene("today", "Rosa Delgado", at("/"), ALL),
    Scene("plan-card", "Rosa Delgado", of("Theo", "plan-card/"), ALL),
    Scene("record", "Rosa Delgado", begin("Theo"), ALL),
    Scene("record-ratings", "Rosa Delgado", begin("Lucía"), "390-light"),
    Scene("record-levels", "Ben Ruiz", begin("Ida"), "390-light 1440-light"),
    Scene("plans", "Imani Okafor", of("Theo", "plans/")),
    Scene("caseload", "Rosa Delgado", at("/clients/")),
    Scene("search", "Rosa Delgado", at("/search/?q=thea")),
    Scene("search-nothing", "Rosa Delgado", at("/search/?q=zebra")),
    Scene("chart", "Imani Okafor", of("Theo"), ALL),
    Scene("behavior", "Imani Okafor", of("Theo", "behavior/")),
    Scene("graph", "Imani Okafor", graph("Theo"), ALL),
    Scene("timeline", "Imani Okafor", of("Theo", "timeline/")),
    Scene("person", "Imani Okafor", of("Theo", "person/")),
    Scene("visits", "Imani Okafor", of("Theo", "visits/")),
    Scene("notes-of-client", "Imani Okafor", of("Theo", "notes/")),
    Scene("to-sign", "Rosa Delgado", at("/to-sign/")),
    Scene("note", "Rosa Delgado", first_note("/to-sign/"), ALL),
    Scene("to-cosign", "Imani Okafor", at("/to-cosign/")),
    Scene("cosign", "Imani Okafor", first_note("/to-cosign/"), DESK),
    Scene("returned", "Ben Ruiz", at("/returned/")),
    Scene("inbox", "Imani Okafor", at("/inbox/")),
    Scene("schedule", "Dev Patel", at("/schedule/")),
    Scene("week", "Rosa Delgado", at("/week/")),
    Scene("staff", "Ada Lind", at("/staff/")),
    Scene("refused", "Ben Ruiz", of("Theo")),
    Scene("not-here", "Rosa Delgado", at("/notes/00000000-0000-0000-0000-000000000000/")),
    Scene("help", "Rosa Delgado", at("/help/")),
)
