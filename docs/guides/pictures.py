"""Take the pictures in docs/pictures: `python -m docs.guides.pictures` makes a demo agency and looks around in it.

--only NAME      only pictures whose name begins so; may be repeated
--address URL    a demo agency that is running already, in place of one made for this
--to DIR         another folder
--whole          whole pages as PNG, to look through before a release; otherwise what a window shows, as WebP
"""

import argparse
import base64
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from docs.guides import why
from docs.guides.demo import ROOT, Served, demo_agency
from docs.guides.scenes import SCENES, Scene
from docs.guides.walk import walk
from tests.journeys.browser import DESK, PHONE, chromium

QUALITY = 72  # of WebP, in percent: letters stay sharp, and no picture comes near 150 kB
SIZES = {"390": PHONE, "1440": DESK}


def main() -> None:
    options = _options()
    options.to.mkdir(parents=True, exist_ok=True)
    with (
        nullcontext(Served(options.address)) if options.address else demo_agency() as served,
        sync_playwright() as driver,
    ):
        browser = driver.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        wanted = tuple(options.only) or ("",)
        if "walk".startswith(wanted):
            walk(*_hands(browser, served.address, options))
        if "why".startswith(wanted):
            served.run(*why.bring_in())
            why.walk(*_hands(browser, served.address, options))
        for scene in SCENES:
            if scene.name.startswith(wanted):
                _take(browser, served.address, scene, options)
        browser.close()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", action="append", default=[])
    parser.add_argument("--address")
    parser.add_argument("--to", type=Path, default=ROOT / "docs" / "pictures")
    parser.add_argument("--whole", action="store_true")
    return parser.parse_args()


def _hands(browser: Browser, address: str, options: argparse.Namespace) -> tuple[why.SignIn, why.Keep]:
    """What a walk works with: how somebody signs in, and how a picture is kept."""

    def sign_in(who: str, look: str) -> AbstractContextManager[Page]:
        width, light = look.split("-")
        return _signed_in(browser, address, who, SIZES[width], light)

    return sign_in, lambda page, name: _keep(page, options.to / name, whole=options.whole)


def _take(browser: Browser, address: str, scene: Scene, options: argparse.Namespace) -> None:
    for look in scene.looks.split():
        width, light = look.split("-")
        with _signed_in(browser, address, scene.who, SIZES[width], light) as page:
            try:
                scene.go(page)
            except Exception as trouble:
                raise RuntimeError(f"{scene.name}, {look}, at {page.url}: {trouble}") from trouble
            _keep(page, options.to / f"{scene.name}-{look}", whole=options.whole)


@contextmanager
def _signed_in(browser: Browser, address: str, who: str, size: tuple[int, int], light: str) -> Iterator[Page]:
    context = browser.new_context(
        base_url=address, viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if light == "dark" else "light",
    )  # fmt: skip
    context.set_default_timeout(15_000)
    page = context.new_page()
    page.goto("/account/login/")
    if who:
        page.get_by_role("button", name=who).click()
        page.wait_for_url(lambda url: "/login/" not in url)
    yield page
    context.close()


def _keep(page: Page, where: Path, *, whole: bool) -> None:
    page.wait_for_load_state("networkidle")
    if whole:
        page.screenshot(path=where.with_suffix(".png"), full_page=True)
        return
    seen = page.context.new_cdp_session(page).send("Page.captureScreenshot", {"format": "webp", "quality": QUALITY})
    where.with_suffix(".webp").write_bytes(base64.b64decode(seen["data"]))


if __name__ == "__main__":
    main()
