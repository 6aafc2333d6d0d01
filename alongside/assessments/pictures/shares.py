"""Percentages as bars, one or two a row: how often chosen, in how many segments."""

from collections.abc import Sequence
from dataclasses import dataclass

from alongside.foundation.webkit.svg import element, fitted, line, words

WIDTH, LEFT, RIGHT, TOP, THICK, GAP = 720.0, 216.0, 650.0, 12.0, 16.0, 14.0
CLASSES = ("bar", "bar other")


@dataclass(frozen=True)
class Row:
    """A name with one percentage or two; None where nothing was tried."""

    label: str
    percents: tuple[float | None, ...]


def shares(rows: Sequence[Row], label: str) -> str:
    """SVG of bars from 0 to 100 %; `label` says the same in words. "" for no row."""
    if not rows:
        return ""
    parts, y = [line("grid", LEFT, TOP, LEFT, _foot(rows)), line("grid", RIGHT, TOP, RIGHT, _foot(rows))], TOP
    for row in rows:
        high = THICK * len(row.percents)
        name = fitted(row.label, LEFT - 24)
        parts.append(words(name, LEFT - 14, y + high / 2 + 5, anchor="end", full=row.label, data=True))
        for n, percent in enumerate(row.percents):
            parts += _bar(percent, y + THICK * n, CLASSES[n])
        y += high + GAP
    box = f"0 0 {WIDTH:g} {_foot(rows) + 6:g}"
    return element("svg", *parts, class_="plot", viewBox=box, role="img", aria_label=label)


def _bar(percent: float | None, y: float, class_: str) -> list[str]:
    if percent is None:
        return [words("–", LEFT + 8, y + 12)]
    long = (RIGHT - LEFT) * percent / 100
    bar = element("rect", class_=class_, x=LEFT, y=y + 2, width=max(long, 1.0), height=THICK - 4)
    return [bar, words(f"{percent:.0f}%", LEFT + long + 8, y + 13)]


def _foot(rows: Sequence[Row]) -> float:
    return TOP + sum(THICK * len(row.percents) + GAP for row in rows)
