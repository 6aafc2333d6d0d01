"""Journeys: the real pages over a committed database, in a real browser, signed in as a member of the cast.

@pytest.mark.journey
def test_rosa_sees_today(page_at, looks_right):
    page = page_at("rosa")
    page.goto("/")
    looks_right(page)
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from threading import Thread

import pytest
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.servers.basehttp import ThreadedWSGIServer
from django.core.wsgi import get_wsgi_application
from django.test.testcases import QuietWSGIRequestHandler
from playwright.sync_api import Browser, BrowserContext, Page, expect

from alongside.accounts.models import Account
from alongside.accounts.store import SessionStore
from tests.cast import Cast
from tests.journeys.browser import PHONE, faults_of, sideways
from tests.journeys.profiles import Tablet, tablets

PATIENCE = 60_000  # milliseconds: on a busy machine a page takes its time
expect.set_options(timeout=PATIENCE)


@pytest.fixture
def live(world) -> Iterator[str]:
    """The address of a server over this test's own committed database, static files included."""
    server = ThreadedWSGIServer(("localhost", 0), QuietWSGIRequestHandler, connections_override={})
    server.set_app(StaticFilesHandler(get_wsgi_application()))
    serving = Thread(target=server.serve_forever, daemon=True)
    serving.start()
    yield f"http://localhost:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    serving.join()


@pytest.fixture
def window(browser: Browser, live: str) -> Iterator[Callable[..., BrowserContext]]:
    """`window(size=DESK, dark=True, script=False)`: a browser window of its own, nobody signed in.

    What a page writes to the console as an error, and what its security policy stops, fails the test at its end.
    """
    said: list[str] = []
    with ExitStack() as open_windows:

        def make(*, size: tuple[int, int] = PHONE, dark: bool = False, script: bool = True) -> BrowserContext:
            context = browser.new_context(
                base_url=live, viewport={"width": size[0], "height": size[1]}, java_script_enabled=script,
                color_scheme="dark" if dark else "light", reduced_motion="reduce",
            )  # fmt: skip
            context.set_default_timeout(PATIENCE)
            context.on("console", lambda line: said.append(line.text) if line.type == "error" else None)
            context.on("weberror", lambda fault: said.append(str(fault.error)))
            open_windows.callback(context.close)
            return context

        yield make
    assert [line for line in said if "Failed to load resource" not in line] == []


@pytest.fixture
def page_at(world, live, window) -> Callable[..., Page]:
    """`page_at("rosa")`: a page of somebody signed in, on her seat. Takes what `window` takes."""

    def sign_in(who: str, **look: object) -> Page:
        context = window(**look)
        context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session(world, who), "url": live}])
        return context.new_page()

    return sign_in


@pytest.fixture
def tablet(browser: Browser, live: str, world: Cast, tmp_path: Path) -> Iterator[Tablet]:
    """A browser profile on disk, which can be killed and opened again."""
    with tablets(browser, live, tmp_path / "profile", lambda who: session(world, who)) as one:
        yield one


@pytest.fixture
def looks_right_in_both(looks_right) -> Callable[[Page], None]:
    """The same in light and in dark, without loading the page again: only colors differ. It is left light."""

    def look(page: Page) -> None:
        looks_right(page)
        page.emulate_media(color_scheme="dark")
        assert faults_of(page, "color-contrast") == []
        page.emulate_media(color_scheme="light")

    return look


@pytest.fixture
def looks_right() -> Callable[[Page], None]:
    """No fault that axe knows, and nothing wider than the window."""

    def look(page: Page) -> None:
        assert faults_of(page) == []
        assert sideways(page) <= 0

    return look


def session(world: Cast, who: str) -> str:
    """The key of a session in which this member of the cast is signed in and sits."""
    account = Account.objects.get(pk=world.accounts[who])
    store = SessionStore()
    store[SESSION_KEY] = str(account.pk)
    store[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    store[HASH_SESSION_KEY] = account.get_session_auth_hash()
    store["seat"] = {"agency": str(world.agency), "staff": str(world.staff[who])}
    store.create()
    return str(store.session_key)
