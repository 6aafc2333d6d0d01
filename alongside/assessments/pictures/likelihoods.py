"""How likely with it and without it: a dot with its interval, and an open dot, one row a note."""

from collections.abc import Sequence
from dataclasses import dataclass

from alongside.foundation.webkit.svg import element, fitted, line, words
from alongside.measure.wilson import Share

WIDTH, LEFT, RIGHT, TOP, ROW = 720.0, 216.0, 696.0, 16.0, 36.0


@dataclass(frozen=True)
class Row:
    """One note: its name, the share with it and the share without it."""

    label: str
    given: Share
    without: Share


def likelihoods(rows: Sequence[Row], label: str) -> str:
    """SVG of shares from 0 to 100 %. `label` says the same in words. "" for no row."""
    if not rows:
        return ""
    foot = TOP + ROW * len(rows)
    parts = [*_axis(foot), *(part for n, row in enumerate(rows) for part in _row(row, TOP + ROW * (n + 0.5)))]
    box = f"0 0 {WIDTH:g} {foot + 28:g}"
    return element("svg", *parts, class_="plot", viewBox=box, role="img", aria_label=label)


def _axis(foot: float) -> list[str]:
    marks = [(share, _x(share / 100)) for share in (0, 25, 50, 75, 100)]
    grid = [line("grid", x, TOP, x, foot) for _, x in marks]
    return [*grid, *(words(f"{share}%", x, foot + 20, anchor="middle") for share, x in marks)]


def _row(row: Row, y: float) -> list[str]:
    name = words(fitted(row.label, LEFT - 24), LEFT - 14, y + 4, anchor="end", full=row.label)
    return [name, *_share(row.without, y + 6, "dot open"), *_share(row.given, y - 5, "dot")]


def _share(share: Share, y: float, class_: str) -> list[str]:
    if share.value is None or share.lower is None or share.upper is None:
        return []
    whisker = line("whisker", _x(share.lower), y, _x(share.upper), y)
    return [whisker, element("circle", class_=class_, cx=_x(share.value), cy=y, r=4.5)]


def _x(share: float) -> float:
    return LEFT + (RIGHT - LEFT) * share
