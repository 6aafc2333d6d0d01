"""What comes before a behavior and what comes after it, as boxes with lines: thick where it is more than by chance."""

from collections.abc import Sequence
from dataclasses import dataclass

from alongside.foundation.webkit.svg import element, fitted, line, wide_of, words

LEFT, INNER, OUTER, RIGHT, BOX = 4.0, 304.0, 416.0, 496.0, 220.0
TOP, ROW, TALL = 8.0, 40.0, 32.0
SIGNS = {"more": "+", "fewer": "−"}


@dataclass(frozen=True)
class Link:
    """A note with its share (0 to 1, None where unknown), and how it compares: more, fewer, alike or few."""

    name: str
    share: float | None
    told: str


def chain(before: Sequence[Link], name: str, after: Sequence[Link], label: str) -> str:
    """SVG: before on the left, the behavior in the middle, after on the right. "" where nothing stands on a side.

    `label` says the same in words; a plus or minus stands on a line that is told apart, so that color says nothing.
    """
    rows = max(len(before), len(after))
    if not before and not after:
        return ""
    high = TOP + ROW * rows
    middle = TOP + ROW * rows / 2
    parts = [*_side(before, LEFT, rows, middle), *_side(after, RIGHT, rows, middle)]
    wide = OUTER - INNER
    parts.append(element("rect", class_="boxed own", x=INNER, y=middle - 22, width=wide, height=44.0, rx=6.0))
    shown = fitted(name, wide - 12, bold=True)
    parts.append(words(shown, INNER + wide / 2, middle + 4, anchor="middle", class_="strong", full=name, data=True))
    return element("svg", *parts, class_="plot", viewBox=f"0 0 720 {high + 8:g}", role="img", aria_label=label)


def _side(links: Sequence[Link], x: float, rows: int, middle: float) -> list[str]:
    parts, first = [], TOP + ROW * (rows - len(links)) / 2
    for n, link in enumerate(links):
        y = first + ROW * (n + 0.5)
        parts += [_line(link, x, y, middle), _box(link, x, y), *_sign(link, x, y, middle)]
    return parts


def _line(link: Link, x: float, y: float, middle: float) -> str:
    start, end = ((x + BOX, y), (INNER, middle)) if x == LEFT else ((OUTER, middle), (x, y))
    return line(f"flow {link.told}", *start, *end)


def _box(link: Link, x: float, y: float) -> str:
    share = "–" if link.share is None else f"{round(100 * link.share)}%"
    room = BOX - 26 - wide_of(share, bold=True)
    return (
        element("rect", class_=f"boxed {link.told}", x=x, y=y - TALL / 2, width=BOX, height=TALL, rx=5.0)
        + words(fitted(link.name, room), x + 9, y + 4, full=link.name)
        + words(share, x + BOX - 9, y + 4, anchor="end", class_="strong")
    )


def _sign(link: Link, x: float, y: float, middle: float) -> list[str]:
    """Beside the box, on its line."""
    if link.told not in SIGNS:
        return []
    at, toward = (x + BOX, INNER) if x == LEFT else (x, OUTER)
    share = 0.34
    cx, cy = at + share * (toward - at), y + share * (middle - y)
    disc = element("circle", class_="disc", cx=cx, cy=cy, r=8.5)
    return [disc, words(SIGNS[link.told], cx, cy + 4.5, anchor="middle", class_="strong")]
