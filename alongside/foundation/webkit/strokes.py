"""Tally strokes: four upright and a fifth across, as on paper."""

from math import ceil

WIDTH, GAP = 6.5, 32.0  # between strokes; between the starts of two groups of five
MOST = 50  # beyond this the strokes say less than the number above them


def strokes(count: int) -> str:
    """`count` strokes as inline SVG; nothing for zero, at most 50. Raises ValueError below zero."""
    if count < 0:
        raise ValueError("a tally cannot be below zero")
    shown = min(count, MOST)
    if not shown:
        return ""
    path = "".join(_stroke(n) for n in range(shown))
    width = ceil(_right(shown))
    return (
        f'<svg class="strokes" viewBox="0 0 {width} 20" width="{width}" height="20" aria-hidden="true">'
        f'<path d="{path}"/></svg>'
    )


def _stroke(n: int) -> str:
    group, place = divmod(n, 5)
    left = 2 + group * GAP
    if place == 4:
        return f"M{left:g} 16L{left + 24:g} 4"
    return f"M{left + place * WIDTH:g} 3V17"


def _right(shown: int) -> float:
    group, place = divmod(shown - 1, 5)
    return 2 + group * GAP + (24 if place == 4 else place * WIDTH) + 2
