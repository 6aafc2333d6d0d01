"""The contingency space: each consequence with its share after the behavior against its share without it."""

from collections.abc import Sequence
from dataclasses import dataclass

from alongside.foundation.webkit.svg import element, line, wide_of, words

SIDE, LEFT, TOP = 360.0, 64.0, 16.0
MARKS = (0, 50, 100)


@dataclass(frozen=True)
class Spot:
    """A consequence at P(it | no behavior), P(it | behavior), 0 to 1, with its number in the table."""

    number: int
    without: float
    given: float


def space(spots: Sequence[Spot], *, label: str, across: str, up: str) -> str:
    """SVG of the square with its diagonal. `label` says the same in words; `across` and `up` name the axes."""
    if not spots:
        return ""
    foot, right = TOP + SIDE, LEFT + SIDE
    parts = [element("rect", class_="square", x=LEFT, y=TOP, width=SIDE, height=SIDE)]
    parts.append(line("limit", LEFT, foot, right, TOP))
    for share in MARKS:
        parts.append(words(f"{share}%", _x(share / 100), foot + 18, anchor="middle"))
        parts.append(words(f"{share}%", LEFT - 8, _y(share / 100) + 4, anchor="end"))
    parts.append(words(across, LEFT + SIDE / 2, foot + 40, anchor="middle"))
    middle = f"translate(14 {TOP + SIDE / 2:g}) rotate(-90)"
    parts.append(element("text", text=up, transform=middle, text_anchor="middle"))
    parts += _spots(spots)
    box = f"0 0 {right + 24:g} {foot + 52:g}"
    return element("svg", *parts, class_="plot small-plot", viewBox=box, role="img", aria_label=label)


def _spots(spots: Sequence[Spot]) -> list[str]:
    """Dots with their numbers beside them; numbers of dots at one place stand together."""
    at: dict[tuple[float, float], list[int]] = {}
    for spot in spots:
        at.setdefault((round(_x(spot.without), 1), round(_y(spot.given), 1)), []).append(spot.number)
    parts = []
    for (x, y), numbers in at.items():
        text = ", ".join(map(str, numbers))
        fits = x + 10 + wide_of(text, bold=True) < LEFT + SIDE
        parts.append(element("circle", class_="dot", cx=x, cy=y, r=5.0))
        parts.append(words(text, x + 9 if fits else x - 9, y - 7, anchor=None if fits else "end", class_="strong halo"))
    return parts


def _x(share: float) -> float:
    return LEFT + SIDE * share


def _y(share: float) -> float:
    return TOP + SIDE * (1 - share)
