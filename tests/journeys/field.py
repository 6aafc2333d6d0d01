"""What somebody does in the field app, for journeys and pictures."""

import re

from playwright.sync_api import Page, expect

PIN = "quiet heron 7"
WORDS = "Nobody was hurt. I showed the card 2 times, and he came back to his desk."


def looks(page: Page) -> None:
    """Nothing to look at just now."""


def enrolled(page: Page, look=looks) -> None:
    """Sets up the device, to the day's page; the app's own files are kept by then."""
    page.goto("/field/")
    page.evaluate("navigator.serviceWorker.ready.then(() => null)")
    expect(page.get_by_text("You are")).to_be_visible()
    look(page)
    page.get_by_label("A PIN for this device").fill(PIN)
    page.get_by_label("The same again").fill(PIN)
    page.get_by_role("button", name="Set up this device").click()
    expect(page.get_by_role("heading", name="People you work with")).to_be_visible()
    look(page)


def unlock(page: Page, look=looks) -> None:
    expect(page.get_by_role("heading", name="Locked", exact=True)).to_be_visible()
    look(page)
    page.get_by_label(re.compile("PIN")).fill(PIN)
    page.get_by_role("button", name="Unlock", exact=True).click()
    expect(page.get_by_role("heading", name="Locked", exact=True)).to_be_hidden()


def begin(page: Page, look=looks) -> None:
    page.get_by_role("main").get_by_role("button", name="Start visit").first.click()
    look(page)
    page.get_by_role("main").get_by_role("button", name="Start visit").click()
    expect(page.get_by_role("timer").first).to_be_visible()


def record_a_visit(page: Page, look=looks) -> None:
    """Three times "Hands" after one is taken back, a strategy, somebody present, before and after; then the end."""
    begin(page, look)
    hands = page.locator(".tally", has_text="Hands")
    for count in (1, 2, 3, 4):
        hands.get_by_role("button").first.click()
        expect(hands.locator(".count")).to_have_text(str(count))
    page.get_by_role("button", name="Undo").click()
    expect(hands.locator(".count")).to_have_text("3")
    look(page)
    page.get_by_role("listitem").filter(has_text="break card").get_by_role("button", name="Used").first.click()
    page.get_by_role("button", name="Who is here").click()
    page.get_by_label("Name or part").fill("teacher")
    page.get_by_role("button", name="Keep").click()
    page.get_by_role("button", name="Before and after").click()
    look(page)
    page.get_by_role("button", name="Was asked to do something").click()
    page.locator("[id^=target-]").first.click()
    page.locator("#consequence-break").click()
    page.get_by_role("button", name="Keep this record").click()
    page.get_by_role("button", name="Recorded").click()
    look(page)
    page.get_by_role("button", name="Back").click()
    page.get_by_role("button", name="End visit").click()
    look(page)
    early = page.get_by_label("Why it ends early")
    if early.is_visible():
        early.fill("The school closed early")
    page.get_by_role("button", name="End visit and write the note").click()
    expect(page.get_by_role("button", name="To signing")).to_be_visible()


def by_pin(page: Page) -> None:
    page.get_by_label("Your PIN").fill(PIN)
    page.get_by_role("button", name="Sign", exact=True).click()


def sign_the_note(page: Page, look=looks, signs=by_pin) -> None:
    look(page)
    for role in ("objective", "safety", "response", "intervention", "plan"):
        page.locator(f"details.adding:has(#add-{role}) summary").click()
        page.locator(f"#add-{role}").fill(WORDS)
    page.get_by_role("button", name="To signing").click()
    expect(page.get_by_text("Nothing is missing for the payer.")).to_be_visible()
    look(page)
    signs(page)
    expect(page.get_by_text("It goes to your supervisor when it is sent.")).to_be_visible()
    look(page)


def sent(page: Page) -> None:
    """Waits until the header says so."""
    expect(page.locator("#sync")).to_have_text("Everything is sent")
