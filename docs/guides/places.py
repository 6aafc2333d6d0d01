"""How to come to a page of the demo agency: each of these gives what brings a page, signed in already, there."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

ROSA, BEN, IMANI, DEV, ADA, QUINN = "Rosa Delgado", "Ben Ruiz", "Imani Okafor", "Dev Patel", "Ada Lind", "Quinn Murphy"


def at(path: str) -> Callable[[Page], None]:
    return lambda page: open_page(page, path)


def of(name: str, tab: str = "") -> Callable[[Page], None]:
    """A page of a client's record."""

    def go(page: Page) -> None:
        open_page(page, f"/search/?q={name}")
        found = page.locator("main a[href^='/clients/']").first.get_attribute("href")
        open_page(page, f"/clients/{str(found).split('/')[2]}/{tab}")

    return go


def begin(name: str) -> Callable[[Page], None]:
    """The recording page of a client's visit: the one that goes on, or one begun now."""

    def go(page: Page) -> None:
        open_page(page, "/")
        going = page.locator("main a[href^='/sessions/']")
        if going.count():
            open_page(page, str(going.first.get_attribute("href")))
            return
        of(name, "sessions/new/")(page)
        page.get_by_role("button", name="Start visit").click()
        page.wait_for_url("**/sessions/*/")

    return go


def recorded(name: str) -> Callable[[Page], None]:
    """The recording page with something on it: taps, a timer that runs, trials, steps."""

    def go(page: Page) -> None:
        begin(name)(page)
        if page.locator(".tally .count").first.inner_text() != "0":
            return
        for times, tally in ((6, 0), (2, 1), (1, 2)):
            for _ in range(times):
                page.locator(".tally").nth(tally).get_by_role("button").first.click()
        page.get_by_role("button", name="Start Outside").click()
        for answer in ("Without help", "gesture", "Without help", "Not yet"):
            page.locator(".trials").first.get_by_role("button", name=answer).click()
        expect(page.get_by_text("4 trials")).to_be_visible()
        page.evaluate("window.scrollTo(0, 0)")

    return go


def further_down(words: str) -> Callable[[Page], None]:
    def go(page: Page) -> None:
        begin("Theo")(page)
        page.get_by_text(words).first.evaluate("it => window.scrollTo(0, it.getBoundingClientRect().top - 300)")

    return go


def then(first: Callable[[Page], None], click: str) -> Callable[[Page], None]:
    """There, and one click further."""

    def go(page: Page) -> None:
        first(page)
        page.locator("a, summary").filter(has_text=click).first.click()

    return go


def answering(name: str, form: str, respondent: str) -> Callable[[Page], None]:
    """A form that is being answered, half of it: begun now, or the draft that is there."""

    def go(page: Page) -> None:
        of(name, f"instruments/new/?form={form}&respondent={respondent}")(page)
        page.get_by_role("button", name="Begin").click()
        page.wait_for_url("**/answers/*/")
        for field in page.locator(".answering fieldset").all()[:3]:
            field.get_by_role("radio").nth(1).check()
        page.evaluate("window.scrollTo(0, 0)")

    return go


def stage(name: str, opened: str) -> Callable[[Page], None]:
    def go(page: Page) -> None:
        of(name, "plan-card/")(page)
        page.locator("summary", has_text=opened).click()

    return go


def signing(page: Page) -> None:
    """Ben's returned note, corrected, before he signs it again."""
    first_note("/returned/")(page)
    page.get_by_role("button", name="Correct").click() if page.get_by_role("button", name="Correct").count() else None
    page.get_by_role("button", name="Sign note").click()
    page.wait_for_url("**/sign/")


def forbidden(name: str) -> Callable[[Page], None]:
    """The address of a record that one may not see, as somebody might have it from before."""

    def go(page: Page) -> None:
        assert page.context.browser is not None
        other = page.context.browser.new_context(base_url=page.url).new_page()
        other.goto("/account/login/")
        other.get_by_role("button", name=QUINN).click()
        other.wait_for_url(lambda url: "/login/" not in url)
        of(name)(other)
        page.goto(other.url)
        other.context.close()

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
        open_page(page, list_)
        page.locator("main a[href^='/notes/']").first.click()
        page.wait_for_url("**/notes/*/**")

    return go


def open_page(page: Page, path: str) -> None:
    """Go there, and wait until it stands."""
    page.goto(path)
    expect(page.locator("h1").first).to_be_visible()
