"""The scatterplot as a grid: times of day down, days across; marks told apart by shape, not by color."""

from collections.abc import Sequence

from alongside.foundation.webkit.svg import element, fitted, wide_of, words
from alongside.measure.scatterplot import Cell, Noted, Scatterplot

SIDE, LEFT, TOP, WIDE = 18.0, 92.0, 12.0, 190.0


def grid(plot: Scatterplot, *, times: Sequence[str], days: Sequence[str], label: str) -> str:
    """SVG: a dotted cell was not watched, an empty one had none, a slash some, a full one many. "" without cells.

    `times` and `days` name rows and columns; `label` says the same in words. A ring marks a time with a rate above
    twice the overall rate.
    """
    if not plot.cells:
        return ""
    parts = []
    for row, (cells, time) in enumerate(zip(plot.cells, times, strict=True)):
        y = TOP + SIDE * row
        parts.append(words(time, LEFT - 26, y + 13, anchor="end"))
        if plot.by_time[row].high:
            parts.append(element("circle", class_="ring", cx=LEFT - 13, cy=y + SIDE / 2, r=5.0))
        parts += [_cell(cell, LEFT + SIDE * column, y) for column, cell in enumerate(cells)]
    return _whole(parts, LEFT, len(times), days, label)


def noted(plot: Noted, *, names: Sequence[str], days: Sequence[str], label: str) -> str:
    """The same with notes for times; a dotted cell: not noted that day. `names` and `days` name rows and columns."""
    if not plot.cells:
        return ""
    parts = []
    for row, (cells, name) in enumerate(zip(plot.cells, names, strict=True)):
        y = TOP + SIDE * row
        parts.append(words(fitted(name, WIDE - 16), WIDE - 8, y + 13, anchor="end", full=name, data=True))
        parts += [_cell(cell, WIDE + SIDE * column, y) for column, cell in enumerate(cells)]
    return _whole(parts, WIDE, len(names), days, label)


def _whole(parts: list[str], left: float, rows: int, days: Sequence[str], label: str) -> str:
    wide, foot = left + SIDE * len(days), TOP + SIDE * rows
    parts += _days(days, foot + 18, left)
    box = f"0 0 {max(wide + 40, 200):g} {foot + 28:g}"
    return element("svg", *parts, class_="plot scatter", viewBox=box, width=f"{max(wide + 40, 200):g}", role="img",
                   aria_label=label)  # fmt: skip


def _cell(cell: Cell, x: float, y: float) -> str:
    kind = {"not watched": "unseen", "none": "none", "some": "some", "many": "many"}[cell.mark]
    box = element("rect", class_=f"cell {kind}", x=x + 1, y=y + 1, width=SIDE - 2, height=SIDE - 2)
    if cell.mark == "some":
        box += element("path", class_="slash", d=f"M{x + 3:g} {y + SIDE - 3:g}L{x + SIDE - 3:g} {y + 3:g}")
    return box


def _days(days: Sequence[str], y: float, left: float) -> list[str]:
    parts, clear = [], -1.0
    for column, day in enumerate(days):
        x = left + SIDE * (column + 0.5)
        if x - wide_of(day) / 2 >= clear:
            parts.append(words(day, x, y, anchor="middle"))
            clear = x + wide_of(day) / 2 + 10
    return parts
