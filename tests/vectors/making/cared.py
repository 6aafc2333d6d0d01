"""Visits with what is recorded beside the targets: one of it, many; in every shape, at every edge of the clock."""

from datetime import timedelta
from typing import Any

from alongside.foundation import reference
from alongside.skills import library
from tests.vectors.making.scripted import CLIENT, Writer, iso, key

WORDS = ("Slept 3 hours, mother says.", "he seemed “flat”, talked\nless than usual", " because of the drill ", "")


def one_each(w: Writer) -> None:
    """One entry of every kind."""
    _wait_and(w, "behaviour.notice/1", area="sleep")
    _wait_and(w, "behaviour.give_token/1", count=1)
    _wait_and(w, "behaviour.exchange/1", reinforcer=key(0x5200, 1), cost=1)
    _wait_and(w, "living.help/1", activity="toothbrushing", level="verbal")
    techniques(w, 1)
    crisis(w, over=True)


def noticed(w: Writer, number: int) -> None:
    """Every area in turn, with and without words; the last of them the one that says nothing by itself."""
    areas = reference.load("noticing")["areas"]
    for n in range(number):
        area = areas[n % len(areas)]
        words = WORDS[n % len(WORDS)] or ("two things, at 4:12 pm" if area == "other" else "")
        _wait_and(w, "behaviour.notice/1", area=area, **({"words": words} if words else {}))


def worked_for(w: Writer, number: int) -> None:
    """Tokens for a target, for words, for both, for nothing said; some taken back; exchanges, one off the menu."""
    for n in range(number):
        what: dict[str, Any] = (
            {"for": key(0x1000, 0)}, {"words": "waited 2 minutes."}, {"for": key(0x1000, 0), "words": "a “kind” word"},
            {},
        )[n % 4]  # fmt: skip
        _wait_and(w, "behaviour.give_token/1", count=(1, 3, 1, -1, 2, -2)[n % 6], **what)
        if n % 3 == 2:
            _wait_and(w, "behaviour.exchange/1", reinforcer=key(0x5200, n % 5), cost=n % 7)


def exchanged(w: Writer, number: int) -> None:
    """Exchanges alone, more than a page holds in full."""
    for n in range(number):
        _wait_and(w, "behaviour.exchange/1", reinforcer=key(0x5200, n % 3), cost=n)


def taken_back(w: Writer) -> None:
    """Nothing but a token taken back."""
    _wait_and(w, "behaviour.give_token/1", count=-1)


def practised(w: Writer, number: int) -> None:
    """Activities with every level of help, choices, some refused."""
    known = reference.load("living")
    for n in range(number):
        choice = ("", "offered", "taken")[n % 3]
        more = {**({"choice": choice} if choice else {}), **({"refused": True} if n % 4 == 3 else {})}
        activity, level = known["activities"][(n * n) % 5], known["levels"][n % len(known["levels"])]
        _wait_and(w, "living.help/1", activity=activity, level=level, **more)


def crisis(w: Writer, *, over: bool, of_visit: bool = True) -> None:
    """A crisis of some minutes, closed or still open when the visit ends."""
    w.wait(90)
    of = {"session": w.session} if of_visit else {}
    begun = w.write("incidents.begin/1", CLIENT, {"began_at": iso(w.now), **of})
    w.wait(1020)
    if over:
        w.write("incidents.close/1", begun, {"closed_at": iso(w.now)})
        w.write("incidents.close/1", begun, {"closed_at": iso(w.now + timedelta(minutes=1))})


def techniques(w: Writer, number: int) -> None:
    """Every way in which one may go, asked about and not; some that no library has, and one that says nothing true."""
    known, keys = reference.load("technique_words"), list(library.techniques())
    for n in range(number):
        felt = ("", *known["felt"])[n % 6]
        more = {**({"felt": felt} if felt else {}), **({"felt_words": WORDS[n % 4]} if n % 3 == 1 else {})}
        more |= {"words": WORDS[(n + 1) % 4]} if n % 3 == 2 else {}
        wrong = {7: "coping/none_such"}.get(n, keys[(n * 5) % len(keys)])
        _wait_and(w, "skills.use_technique/1", technique=wrong, went=known["went"][n % 4], **more)
    _wait_and(w, "skills.use_technique/1", technique=keys[0], went="so so")


def two_crises(w: Writer) -> None:
    """One that is over, one of no visit, one that goes on."""
    crisis(w, over=True)
    crisis(w, over=True, of_visit=False)
    crisis(w, over=False)


def all_day(w: Writer) -> None:
    """Every kind, over and over, half an hour apart: over midnight, and through an hour that comes twice."""
    for _ in range(3):
        w.wait(1000)
        noticed(w, 1)
        worked_for(w, 3)
        practised(w, 2)
        techniques(w, 2)
    crisis(w, over=True)


PREFERENCES = [
    {"id": key(0x5300, 0), "day": "2026-09-14", "method": "paired", "ranked": ["Bubbles", "a “train”."]},
    {"id": key(0x5300, 1), "day": "2026-09-13", "method": "asked", "ranked": ["Swing"]},
    {"id": key(0x5300, 2), "day": "2026-09-14", "method": "free_operant", "ranked": ["Música, 2 songs"]},
]


def _wait_and(w: Writer, kind: str, **details: Any) -> None:
    w.wait(75.25)
    w.write(kind, w.session, details)
