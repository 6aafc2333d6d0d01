"""A window of WebKit, driven by the W3C WebDriver protocol: WebKitGTK's own small browser under a virtual display."""

import contextlib
import json
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

DRIVER, DISPLAY = "WebKitWebDriver", "Xvfb"
BROWSERS = "webkit2gtk-4.*/MiniBrowser"
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # W3C WebDriver, section 12.1
CENTER = "arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})"  # a page that glides takes clicks amiss
SHOWN = "return arguments[0].checkVisibility({visibilityProperty: true})"
ASYNC = """const done = arguments[arguments.length - 1];
(async (...given) => { BODY })(...arguments).then((it) => done([it, null]), (fault) => done([null, String(fault)]))"""
PATIENCE = 60


class Window:
    """One window. Things are named by XPath; each is waited for until it is shown."""

    def __init__(self, driver: str, site: str) -> None:
        self._driver, self._site = driver, site
        options = {"webkitgtk:browserOptions": {"binary": str(browser()), "args": ["--automation"]}}
        made = self._ask("POST", "/session", {"capabilities": {"alwaysMatch": options}})
        self._session = f"/session/{made['sessionId']}"
        self.version = f"{made['capabilities']['browserName']} {made['capabilities']['browserVersion']}"

    def sign_in(self, name: str, value: str) -> None:
        """A cookie of the site, set on a page of it that shows nothing."""
        self.goto("/field/manifest.webmanifest")
        self._ask("POST", f"{self._session}/cookie", {"cookie": {"name": name, "value": value}})

    def goto(self, path: str) -> None:
        self._ask("POST", f"{self._session}/url", {"url": self._site + path})

    def run(self, script: str, *given: Any) -> Any:
        """What an async function with this body returns; `given` in it is what was given."""
        whole = {"script": ASYNC.replace("BODY", script), "args": list(given)}
        came, fault = self._ask("POST", f"{self._session}/execute/async", whole)
        assert fault is None, fault
        return came

    def shown(self, path: str) -> bool:
        return any(self._is_shown(one) for one in self._found(path))

    def see(self, path: str) -> str:
        """Its words, once it is shown."""
        return str(self._with(path, "GET", "text"))

    def gone(self, path: str) -> None:
        self._until(lambda: not self.shown(path), f"{path} is still shown")

    def click(self, path: str) -> None:
        self._with(path, "POST", "click", {})

    def fill(self, path: str, words: str) -> None:
        self._with(path, "POST", "value", {"text": words})

    def close(self) -> None:
        self._ask("DELETE", self._session)

    def _with(self, path: str, method: str, what: str, given: dict[str, Any] | None = None) -> Any:
        """Scrolled to, as a thumb does; once more where the page was drawn anew between finding and doing."""

        def act() -> Any:
            one = self._one(path)
            there = {"script": CENTER, "args": [{ELEMENT: one.rpartition("/")[2]}]}
            self._ask("POST", f"{self._session}/execute/sync", there)
            return self._ask(method, f"{one}/{what}", given)

        try:
            return act()
        except Refused as no:
            if "stale element" not in str(no):
                raise
            return act()

    def _one(self, path: str) -> str:
        def first() -> str:
            return next((one for one in self._found(path) if self._is_shown(one)), "")

        return str(self._until(first, f"{path} is not shown"))

    def _found(self, path: str) -> list[str]:
        found = self._ask("POST", f"{self._session}/elements", {"using": "xpath", "value": path})
        return [f"{self._session}/element/{one[ELEMENT]}" for one in found]

    def _is_shown(self, element: str) -> bool:
        """By the page's own word: the driver takes what stands beside `details` for hidden."""
        there = {"script": SHOWN, "args": [{ELEMENT: element.rpartition("/")[2]}]}
        try:
            return bool(self._ask("POST", f"{self._session}/execute/sync", there))
        except Refused:  # the page was drawn anew meanwhile
            return False

    def _until(self, true: Any, otherwise: str) -> Any:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if found := true():
                return found
            time.sleep(0.1)
        raise AssertionError(f"{otherwise}: {self.see('//body')}")

    def _ask(self, method: str, path: str, given: dict[str, Any] | None = None) -> Any:
        asked = urllib.request.Request(
            self._driver + path, method=method, headers={"Content-Type": "application/json"},
            data=None if given is None else json.dumps(given).encode(),
        )  # fmt: skip
        try:
            with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(asked, timeout=PATIENCE) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as no:
            raise Refused(no.read().decode()) from no


class Refused(Exception):
    """The driver could not do it."""


def browser() -> Path | None:
    """WebKitGTK's own browser, which its packages put beside its library."""
    return next((path for lib in (Path("/usr/lib"), Path("/usr/libexec")) for path in lib.rglob(BROWSERS)), None)


def missing() -> str:
    """What this machine does not have; "" where a window can be opened."""
    named = [name for name in (DRIVER, DISPLAY) if shutil.which(name) is None]
    return ", ".join(named + ([] if browser() else ["MiniBrowser"]))


@contextlib.contextmanager
def window(site: str) -> Iterator[Window]:
    """A window with a profile of its own, which goes when it is closed."""
    with _started([DISPLAY, "-displayfd", "1", "-screen", "0", "800x1000x24"], stdout=subprocess.PIPE) as display:
        assert display.stdout is not None
        screen, port = f":{display.stdout.readline().decode().strip()}", _free_port()
        with _started([DRIVER, f"--port={port}"], env={**os.environ, "DISPLAY": screen}):
            _answers(port)
            made = Window(f"http://127.0.0.1:{port}", site)
            try:
                yield made
            finally:
                made.close()


@contextlib.contextmanager
def _started(order: list[str], **more: Any) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen(order, stderr=subprocess.DEVNULL, **more) as process:
        try:
            yield process
        finally:
            process.terminate()


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _answers(port: int) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.1)
    raise AssertionError("the driver does not answer")
