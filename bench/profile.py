"""A browser's own profile on the disk, with the device's page in it: Chromium, and the small server of the tests."""

import json
import subprocess
import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from bench.kept import ROOT
from tests.field.node import node
from tests.journeys.browser import chromium

PIN = "blue kettle 7"
ENROL = """async (pin) => { window.device = await openDevice({build: "bench"});
  await device.enrol({pin, label: "Bench"}); }"""


class Profile:
    """`page` has `device`, enrolled and unlocked."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self._address = page, address

    def run(self, script: str, given: Any = None) -> Any:
        return self.page.evaluate(script, given)

    def server(self, **values: Any) -> None:
        """Set fields of the small server, such as `online`."""
        asked = json.dumps(values).encode()
        urllib.request.urlopen(f"{self._address}/control/", asked, timeout=30).close()


@contextmanager
def profile() -> Iterator[Profile | None]:
    """A fresh one for as long as the block runs; None where the machine has no Chromium."""
    path = chromium()
    if path is None:
        yield None
        return
    served = subprocess.Popen([node(), ROOT / "tests" / "field" / "serve.mjs"], stdout=subprocess.PIPE, text=True)
    assert served.stdout is not None
    address = f"http://localhost:{served.stdout.readline().strip()}"
    with served, tempfile.TemporaryDirectory(dir=ROOT / ".alongside-bench") as folder, sync_playwright() as playwright:
        window = playwright.chromium.launch_persistent_context(
            Path(folder) / "profile", executable_path=path, args=["--no-sandbox"], headless=True
        )
        window.set_default_timeout(600_000)
        try:
            page = window.new_page()
            page.goto(address)
            page.wait_for_function("window.ready")
            page.evaluate(ENROL, PIN)
            yield Profile(page, address)
        finally:
            window.close()
            served.terminate()
