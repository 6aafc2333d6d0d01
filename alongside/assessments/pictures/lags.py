"""One thing some intervals after another: its share after intervals with the first, and after those without it."""

from collections.abc import Sequence
from dataclasses import dataclass

from alongside.foundation.webkit.svg import element, line, polyline, words

WIDTH, LEFT, RIGHT, TOP, FOOT = 520.0, 56.0, 500.0, 14.0, 190.0
SIGNS = {"more": "+", "fewer": "−"}


@dataclass(frozen=True)
class Spot:
    """So many intervals later: both shares (0 to 1), and how they compare: more, fewer, alike or few."""

    lag: int
    given: float | None
    without: float | None
    told: str


def lags(spots: Sequence[Spot], *, label: str, across: str) -> str:
    """SVG from 0 to 100 %; `label` says the same in words, `across` names the axis below. "" for no spot."""
    known = [spot for spot in spots if spot.given is not None or spot.without is not None]
    if not known:
        return ""
    parts = _frame([spot.lag for spot in known], across)
    for style, dot, shares in (
        ("path series-two", "dot open", [(spot.lag, spot.without) for spot in known]),
        ("path series-one", "dot", [(spot.lag, spot.given) for spot in known]),
    ):
        places = [(_x(lag, known), _y(share)) for lag, share in shares if share is not None]
        parts += [polyline(style, places), *(element("circle", class_=dot, cx=x, cy=y, r=4.5) for x, y in places)]
    parts += [
        words(SIGNS[one.told], _x(one.lag, known), max(_y(one.given) - 10, TOP + 4), anchor="middle", class_="strong")
        for one in known if one.told in SIGNS and one.given is not None
    ]  # fmt: skip
    return element("svg", *parts, class_="plot small-plot", viewBox=f"0 0 {WIDTH:g} {FOOT + 48:g}", role="img",
                   aria_label=label)  # fmt: skip


def _frame(at: Sequence[int], across: str) -> list[str]:
    parts = []
    for percent in (0, 25, 50, 75, 100):
        y = _y(percent / 100)
        parts += [line("grid", LEFT, y, RIGHT, y), words(f"{percent}%", LEFT - 8, y + 4, anchor="end")]
    spots = [Spot(lag, 0.0, 0.0, "") for lag in at]
    parts += [words(str(lag), _x(lag, spots), FOOT + 18, anchor="middle") for lag in at]
    return [*parts, words(across, (LEFT + RIGHT) / 2, FOOT + 40, anchor="middle")]


def _x(lag: int, spots: Sequence[Spot]) -> float:
    first, last = spots[0].lag, spots[-1].lag
    step = (RIGHT - LEFT) / (last - first + 1)
    return LEFT + step * (lag - first + 0.5)


def _y(share: float) -> float:
    return FOOT - (FOOT - TOP) * share
