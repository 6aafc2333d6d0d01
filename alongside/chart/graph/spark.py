"""A sparkline: the shape of the last values against the goal, beside the numbers that say the same."""

from collections.abc import Sequence

from alongside.foundation.webkit.svg import element, line, polyline

WIDTH, HEIGHT, SIDE, EDGE = 112.0, 32.0, 3.0, 4.9


def spark(values: Sequence[float | None], *, goal: float | None = None) -> str:
    """Inline SVG of the values in order (None is a gap) with the goal dashed; "" without a value."""
    known = [value for value in values if value is not None]
    if not known:
        return ""
    low, high = min([*known, 0.0, *_maybe(goal)]), max([*known, *_maybe(goal)])
    places = [_place(n, value, len(values), low, high) if value is not None else None for n, value in enumerate(values)]
    aim = "" if goal is None else line("aim", 0.0, _y(goal, low, high), WIDTH, _y(goal, low, high))
    paths = "".join(polyline("path", run) for run in _runs(places) if len(run) > 1)
    x, y = [place for place in places if place][-1]
    dot = element("circle", class_="dot", cx=x, cy=y, r=4)
    return element("svg", aim, paths, dot, class_="spark", viewBox=f"0 0 {WIDTH:g} {HEIGHT:g}", aria_hidden="true")


def _place(n: int, value: float, count: int, low: float, high: float) -> tuple[float, float]:
    x = SIDE + (WIDTH - 2 * SIDE) * (n / (count - 1) if count > 1 else 1.0)
    return x, _y(value, low, high)


def _y(value: float, low: float, high: float) -> float:
    share = (value - low) / (high - low) if high > low else 0.5
    return HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE)


def _runs(places: Sequence[tuple[float, float] | None]) -> list[list[tuple[float, float]]]:
    runs: list[list[tuple[float, float]]] = [[]]
    for place in places:
        if place is None:
            runs.append([])
        else:
            runs[-1].append(place)
    return runs


def _maybe(goal: float | None) -> list[float]:
    return [] if goal is None else [goal]
