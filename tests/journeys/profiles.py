"""One browser profile on disk, as a tablet has it: opened, killed, opened again, searched."""

import contextlib
import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Browser, BrowserContext, Page

from tests.journeys.browser import PHONE, chromium
from tests.journeys.unpacking import holds

OPERATIONS = "**/field/operations/"


class Tablet:
    """A profile directory and its open window. `open("rosa")` signs in, as far as cookies go."""

    def __init__(
        self, start: Callable[[], BrowserContext], profile: Path, live: str, key: Callable[[str], str]
    ) -> None:
        self.profile, self._start, self._live, self._key = profile, start, live, key
        self.window = start()

    def sign_in(self, who: str) -> None:
        self.window.clear_cookies()
        named = {"name": settings.SESSION_COOKIE_NAME, "value": self._key(who), "url": self._live}
        self.window.add_cookies([named])

    def page(self) -> Page:
        page = self.window.new_page()
        page.goto("/field/")
        return page

    def no_line(self) -> None:
        """What is handed in gets lost on its way; the rest of the site answers."""
        self.window.route(OPERATIONS, lambda route: route.abort())

    def line(self, page: Page) -> None:
        self.window.unroute(OPERATIONS)
        page.evaluate("dispatchEvent(new Event('online'))")

    def kill(self) -> None:
        """SIGKILL to every process that has the profile, none of which can write any more."""
        while numbers := list(self._processes()):
            for number in numbers:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(number, signal.SIGKILL)
            time.sleep(0.05)
        for name in ("SingletonLock", "SingletonSocket", "SingletonCookie"):
            (self.profile / name).unlink(missing_ok=True)

    def reopen(self) -> None:
        self.window = self._start()

    def found(self, words: str) -> list[str]:
        """The files in which the words stand in clear, also packed (unpacking.py), in any of three spellings."""
        return [name for name, body in self._files() if holds(body, words)]

    def waited_for(self, words: str) -> list[str]:
        """The same, once the browser has written them: it does so some seconds later."""
        for _ in range(600):
            if names := self.found(words):
                return names
            self.window.pages[0].wait_for_timeout(100)
        raise AssertionError("The browser did not write it.")

    def _files(self) -> Iterator[tuple[str, bytes]]:
        for path in self.profile.rglob("*"):
            with contextlib.suppress(FileNotFoundError):  # the running browser took it away
                if path.is_file():
                    yield path.name, path.read_bytes()

    def _processes(self) -> Iterator[int]:
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit():
                with contextlib.suppress(OSError):
                    if str(self.profile).encode() in (entry / "cmdline").read_bytes():
                        yield int(entry.name)


@contextlib.contextmanager
def tablets(browser: Browser, live: str, profile: Path, key: Callable[[str], str]) -> Iterator[Tablet]:
    if not Path("/proc/self").exists():
        pytest.skip("finds the browser's processes under /proc")
    windows: list[BrowserContext] = []

    def start() -> BrowserContext:
        window = browser.browser_type.launch_persistent_context(
            profile, executable_path=chromium(), args=["--no-sandbox"], headless=True, base_url=live,
            viewport={"width": PHONE[0], "height": PHONE[1]}, reduced_motion="reduce",
        )  # fmt: skip
        window.set_default_timeout(60_000)
        windows.append(window)
        return window

    yield Tablet(start, profile, live, key)
    for window in windows:
        with contextlib.suppress(Exception):  # the one that was killed
            window.close()
