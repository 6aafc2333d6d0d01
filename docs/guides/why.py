"""The pictures of knowing-why.md: a published case from its import to why, a plan, a check and a verdict."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta

from playwright.sync_api import Page, expect

from docs.guides.places import DEV, IMANI, ROSA, graph, of, open_page

FILE, AGENCY = "docs/guides/cases/Romaniuk.csv", "Harbor Family Services"
CASE, OTHER = "Riley Romaniuk", "Brooke Romaniuk"
DAYS = 40  # of Riley in the file, one a day until yesterday
TEMPLATE = "attention-middle_childhood"
BASELINE = 15  # of them, in the study's first phase
LAST = "3"  # what the study reports of the 41st session: Rosa's visit
QUESTION = "What does this behavior get, and what would give the same without it?"
DECISION = {
    "antecedent": "adults being busy with something else",
    "consequence": "an adult comes and talks",
    "reasons": "The study found it by an analogue functional analysis. It is not in the file, and no ABC records are.",
}
GAPS = {
    "reinforcer": "drawing with an adult",
    "setting_event": "nothing that the study names",
    "calm_place": "the corner",
}
WORDS = {
    "about": {"summary": "Written for what the behavior gets: attention."},
    "part-agreement": {"text": "Nobody agreed to this plan: it is an example, for data of a study."},
    "target": {
        "definition": "What the study counted as problem behavior of this student.",
        "examples": "What its observers scored.", "non_examples": "What they did not score.",
    },
    "goal": {"objective-1-baseline": "0", "objective-1-criterion": "4"},
}  # fmt: skip
REASON = "It fell with the first treatment that gives attention for something else. Go on, and look whether it stays."
SignIn = Callable[[str, str], AbstractContextManager[Page]]
Keep = Callable[[Page, str], None]


def walk(sign_in: SignIn, keep: Keep) -> None:
    """Imani decides why and writes a plan; Rosa reads it and works by it; Imani checks, looks and decides."""
    with sign_in(IMANI, "1440-light") as imani:
        graph(CASE)(imani)
        keep(imani, "why-1-graph-1440-light")
    with sign_in(IMANI, "1440-dark") as imani:
        graph(OTHER)(imani)
        keep(imani, "why-2-other-1440-dark")
    with sign_in(IMANI, "1440-light") as imani:
        _decide_why(imani, keep)
        _write_plan(imani, keep)
    with sign_in(DEV, "1440-light") as dev:
        of(CASE, "person/team/")(dev)
        dev.locator("[name=staff]").select_option(label=ROSA)
        dev.locator("main button[type=submit]").click()
        dev.wait_for_url("**/person/")
    with sign_in(ROSA, "390-light") as rosa:
        visit = _work(rosa, keep)
    with sign_in(IMANI, "390-light") as imani:
        _check(imani, visit, keep)
    with sign_in(IMANI, "1440-light") as imani:
        _look(imani, keep)


def bring_in() -> tuple[str, ...]:
    """The words of the command that brings the case in."""
    day = first_day().isoformat()
    return ("import", "single-case", FILE, "--agency", AGENCY, "--team", IMANI, "--first-day", day)


def first_day() -> date:
    """The day of the first session, as the case is brought in: the last one in the file is yesterday's."""
    return date.today() - timedelta(days=DAYS)


def _decide_why(page: Page, keep: Keep) -> None:
    of(CASE, "function/new/")(page)
    page.get_by_label("Problem behavior").check()
    page.locator("[name=question]").fill(QUESTION)
    first = first_day()
    page.locator("[name=began_on]").fill(first.isoformat())
    page.locator("[name=until]").fill((first + timedelta(days=BASELINE - 1)).isoformat())
    page.get_by_role("button", name="Begin").click()
    page.wait_for_url("**/assessments/*/")
    keep(page, "why-3-evidence-1440-light")
    page.get_by_role("link", name="Write the decision").click()
    page.get_by_label("Attention", exact=True).check()
    for name, words in DECISION.items():
        page.locator(f"[name={name}]").fill(words)
    page.locator("[name=confidence]").select_option("moderate")
    page.get_by_role("button", name="Save and sign").click()
    page.get_by_role("button", name="Sign", exact=True).click()
    _show_again(page, "**/signature/")
    page.get_by_role("button", name="Sign", exact=True).click()
    expect(page.get_by_text("Decided and signed")).to_be_visible()
    keep(page, "why-4-decision-1440-light")


def _write_plan(page: Page, keep: Keep) -> None:
    page.locator("summary", has_text="Begin a behavior plan from this").click()
    page.get_by_label("Plan template").select_option(TEMPLATE)
    page.get_by_role("button", name="Begin the draft").click()
    page.wait_for_url("**/sections/about/")
    review = page.url.replace("sections/about/", "publication/")
    page.goto(review)
    keep(page, "why-5-missing-1440-light")
    while page.get_by_role("link", name="Go there").count():
        page.get_by_role("link", name="Go there").first.click()
        _fill(page)
        page.goto(review)
    page.get_by_role("button", name="Publish as Imani Okafor").click()
    page.wait_for_url(lambda url: "/publication/" not in url)
    page.get_by_role("link", name="Signatures").first.click()
    page.get_by_role("button", name="Sign as Imani Okafor").click()
    expect(page.get_by_text("Version").first).to_be_visible()
    keep(page, "why-6-signed-1440-light")


def _fill(page: Page) -> None:
    """Write what a section of the draft lacks: the words of its gaps, and what no template can know."""
    place = page.url.rstrip("/").split("/")[-1]
    for field in page.locator("main form textarea, main form input[type=text]").all():
        there = field.input_value()
        if "{" in there:
            field.fill(re.sub(r"\{(\w+)\}", lambda gap: GAPS[gap[1]], there))
    for name, words in WORDS.get(place, WORDS.get(place.split("-")[0], {})).items():
        page.locator(f"[name={name}]").fill(words)
    for field in page.locator("main form input[type=date][name$=due_on], [name=review_on]").all()[:2]:
        field.fill((date.today() + timedelta(days=90)).isoformat())
    page.get_by_role("button", name="Save this section").click()
    expect(page.get_by_text("Saved.")).to_be_visible()


def _work(page: Page, keep: Keep) -> str:
    """Rosa reads the card, and makes a visit by it; the address of the visit."""
    of(CASE, "plan-card/")(page)
    keep(page, "why-7-card-390-light")
    page.get_by_role("button", name="I have read it").click()
    of(CASE, "sessions/new/")(page)
    page.get_by_role("button", name="Start visit").click()
    page.wait_for_url(re.compile(r"/sessions/[0-9a-f-]{36}/$"))
    visit = page.url
    page.locator(".tiles input:not([type=hidden])").first.fill(LAST)
    page.locator(".tiles form").first.get_by_role("button").first.click()
    expect(page.get_by_role("button", name="Undo")).to_be_visible()
    page.get_by_role("link", name="End visit").click()
    page.get_by_role("button", name="End visit").click()
    page.wait_for_url("**/notes/*/")
    return visit


def _check(page: Page, visit: str, keep: Keep) -> None:
    """Every step that came up was done as written but one; no crisis came up."""
    open_page(page, f"{visit}fidelity/")
    for field in page.locator(".checklist fieldset").all():
        field.locator("input[value=yes]").check()
    for field in page.locator("section[aria-labelledby=at-crisis] fieldset").all():
        field.locator("input[value=na]").check()
    page.locator(".checklist fieldset input[value=no]").first.check()
    page.locator("main form button[type=submit]").last.click()
    page.wait_for_url(re.compile(r"/fidelity/[0-9a-f-]{36}/$"))
    keep(page, "why-8-check-390-light")


def _look(page: Page, keep: Keep) -> None:
    of(CASE, "behavior/")(page)
    page.locator("main a[href^='/objectives/']").first.click()
    page.wait_for_url("**/objectives/**")
    page.evaluate("window.scrollTo(0, 330)")  # the whole graph with what it says
    keep(page, "why-9-objective-1440-light")
    page.get_by_label("Go on as it is").check()
    page.locator("[name=reason]").fill(REASON)
    page.locator("[name=look_again_on]").fill((date.today() + timedelta(days=30)).isoformat())
    page.get_by_role("button", name="Keep the decision").click()
    page.locator("#decided").scroll_into_view_if_needed()
    keep(page, "why-10-decided-1440-light")


def _show_again(page: Page, back: str) -> None:
    """In the demo one click shows that it is you."""
    page.locator("main a[href*='/account/confirm/']").click()
    page.get_by_role("button", name="It is me, go on").click()
    page.wait_for_url(back)
