"""A real browser for journeys: the Chromium that the machine has, one for the whole session."""

import os
import shutil
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Preloading would copy our style sheets into the page, which the policy rightly stops.
QUIETLY = {"resultTypes": ["violations"], "preload": False}
PHONE, TABLET, DESK = (390, 844), (820, 1180), (1440, 900)


def chromium() -> str | None:
    """Where Chromium is: ALONGSIDE_CHROMIUM, or the first of its usual names on the path."""
    named = os.environ.get("ALONGSIDE_CHROMIUM")
    return named or next((path for name in NAMES if (path := shutil.which(name))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium()
    if path is None:
        pytest.skip("no Chromium on this machine: install it, or name it in ALONGSIDE_CHROMIUM")
    # Playwright keeps an event loop in this thread, in which Django would otherwise refuse its own database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        chrome = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield chrome
        chrome.close()


def faults_of(page: Page, *rules: str) -> list[str]:
    """What axe finds wrong on the page as it stands, a line a fault with the elements it concerns; by these rules."""
    options = {**QUIETLY, "runOnly": list(rules)} if rules else QUIETLY
    found = Axe().run(page, options=options).response["violations"]
    return [f"{fault['id']}: {node['target']} {node['failureSummary']}" for fault in found for node in fault["nodes"]]


def sideways(page: Page) -> int:
    """How many pixels the page is wider than its window: more than none means scrolling sideways."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
