"""Every page in the pseudo-locale: all its words come from a catalogue, but for what somebody wrote or is called."""

import re
from collections.abc import Iterator

import pytest

from alongside.foundation.pseudo import CLOSE, OPEN, PSEUDO
from tests.walk.browsing import Shown, route_of, sign_in
from tests.walk.parsing import Page, Word

DATA = {"bdi", "time", "script", "style", "option", "textarea", "code"}
A_CANARY = re.compile("zqxvyk", re.I)
"""What tests/walk/record.py wrote is data wherever it stands: no catalogue has such a word."""
A_WORD = re.compile(r"[^\W\d_]{2,}")
APPS = (
    "people|plans|notes|desk|chart|schedule|foundation|project|accounts|kit|agencies|workforce|sessions|behaviour"
    "|documents|field|incidents|living|safety"
)
A_KEY = re.compile(rf"\b(?:{APPS})\.[a-z_]+\.[a-z_]+")


def unsaid(page: Page) -> Iterator[str]:
    """Words outside the marks of the pseudo-locale that are not marked as data: bdi, time, lang, translate=no."""
    depth = 0
    for word in page.words:
        rest, after = outside(word.text, 0 if word.attribute else depth)
        depth = depth if word.attribute else after
        if A_WORD.search(rest) and not A_CANARY.search(rest) and not is_data(word):
            yield f"{page.path}: {word.attribute} {rest[:60]!r} in {' '.join(tag for tag, _ in word.inside[-3:])}"


def outside(text: str, depth: int) -> tuple[str, int]:
    """What stands outside the brackets, and how many are open at the end: a sentence may go on past an element."""
    rest = []
    for piece in re.split(f"([{OPEN}{CLOSE}])", text):
        if piece in (OPEN, CLOSE):
            depth += 1 if piece == OPEN else -1
        elif depth <= 0:
            rest.append(piece)
    return " ".join(rest).strip(), max(depth, 0)


def is_data(word: Word) -> bool:
    marked = [(tag, dict(attrs)) for tag, attrs in word.inside]
    return any(
        tag in DATA or attrs.get("translate") == "no" or (tag != "html" and "lang" in attrs) for tag, attrs in marked
    )


def pages_of(standing, walked, settings) -> list[Page]:
    """One page of each kind, as somebody who may open it."""
    settings.ALONGSIDE_PSEUDO_LOCALE = True
    kinds: dict[str, Shown] = {}
    for shown in walked.pages:
        if shown.status == 200 and "html" in shown.headers["Content-Type"]:
            kinds.setdefault(route_of(shown.path), shown)
    browsers = {who: sign_in(who, standing.ids, standing.ours) for who in {s.who for s in kinds.values()} if who}
    for browser in browsers.values():
        browser.cookies["alongside_locale"] = PSEUDO
    asked = [shown for shown in kinds.values() if shown.who]
    return [Page(browsers[s.who].get(s.path).content.decode(), s.path) for s in asked]


@pytest.mark.slow
def test_every_word_comes_from_a_catalogue(standing, walked, settings):
    """And none of them is the name of a sentence."""
    pages = pages_of(standing, walked, settings)
    assert len(pages) > 90
    assert not [page.path for page in pages if not any(OPEN in word.text for word in page.words)]
    found = sorted({fault for page in pages for fault in unsaid(page)})
    assert not found, "\n".join(found)
    shown = [(page.path, word.text) for page in pages for word in page.words if ("script", ()) not in word.inside]
    read = [(path, text) for path, text in shown if not text.startswith("{") and A_KEY.search(text)]
    assert read == []


BARE = ("<p>Plain words</p>", '<p title="Plain words">9</p>', f"<p>{OPEN}Žá{CLOSE} Plain words</p>")


@pytest.mark.parametrize("html", BARE)
def test_it_bites(html):
    assert list(unsaid(Page(f"<html lang='en'><body>{html}")))


MARKED = (
    f"<p>{OPEN}Žá <bdi>Rosa</bdi> ďó{CLOSE}</p>",
    "<p translate='no'>Plain words</p>", "<q lang='es'>Hola</q>", "<p>9 %</p>"
)  # fmt: skip


@pytest.mark.parametrize("html", MARKED)
def test_it_lets_data_pass(html):
    assert not list(unsaid(Page(f"<html lang='en'><body>{html}")))
