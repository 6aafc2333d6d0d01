"""Quilt marks: the block given to a client for good, one of 9 patterns in one of 6 hues.

A new pattern is first looked at by several people for hate symbols and signs of faith.
"""

from collections import Counter
from collections.abc import Iterable
from itertools import product
from typing import NamedTuple

HUES = ("mulberry", "marine", "ochre", "moss", "clay", "slate")
PATTERNS = {
    "pinwheel": "M0 0h12v12zM24 0v12H12zM24 24H12V12zM0 24V12h12z",
    "geese": "M0 12L12 0l12 12zM0 24l12-12 12 12z",
    "hourglass": "M0 0h24L12 12zM0 24h24L12 12z",
    "ladder": "M2 0h5v24H2zM17 0h5v24h-5zM7 3h10v4H7zM7 10h10v4H7zM7 17h10v4H7z",
    "churn": (
        "M0 8V0h8v4L4 8zM24 8V0h-8v4l4 4zM0 16v8h8v-4l-4-4zM24 16v8h-8v-4l4-4z"
        "M10 0h4v6h-4zM10 18h4v6h-4zM0 10h6v4H0zM18 10h6v4h-6z"
    ),
    "star": "M8 8h8v8H8zM8 0v8H0zM24 8h-8V0zM16 24v-8h8zM0 16h8v8z",
    "steps": "M0 16h8v8H0zM8 8h8v8H8zM16 0h8v8h-8zM0 0h8v8z",
    "window": "M12 0l12 12-12 12L0 12zM7 7v10h10V7zM10 10h4v4h-4z",
    "arcs": (
        "M0 0h12a12 12 0 0 1-12 12zM24 24H12a12 12 0 0 1 12-12zM12 12V0a12 12 0 0 0 12 12zM12 12v12A12 12 0 0 0 0 12z"
    ),
}
SIZES = ("", "small", "large", "huge")


class Mark(NamedTuple):
    """Which block a client has: pattern 1 to 9 and hue 1 to 6."""

    pattern: int
    hue: int


def drawn(pattern: int, hue: int, *, size: str = "") -> str:
    """The block as inline SVG. Raises ValueError for a pattern, hue or size that does not exist."""
    if size not in SIZES:
        raise ValueError(f"no size {size!r}")
    classes = " ".join(filter(None, ("mark", hue_class(hue), size)))
    path = tuple(PATTERNS.values())[_position(pattern, len(PATTERNS), "pattern")]
    return f'<svg class="{classes}" viewBox="0 0 24 24" aria-hidden="true"><path d="{path}"/></svg>'


def hue_class(hue: int) -> str:
    """The class that lends a ground and an ink of hue 1 to 6: `is-marine`. Raises ValueError."""
    return f"is-{HUES[_position(hue, len(HUES), 'hue')]}"


def given(near: Iterable[Mark], everywhere: Iterable[Mark] = ()) -> Mark:
    """The block for a new client: rarest on the caseload `near`, pattern before hue, then rarest at all."""
    near, everywhere = list(near), Counter(everywhere)
    patterns, hues, pairs = Counter(m.pattern for m in near), Counter(m.hue for m in near), Counter(near)
    every = (Mark(p, h) for p, h in product(range(1, len(PATTERNS) + 1), range(1, len(HUES) + 1)))
    return min(every, key=lambda m: (pairs[m], patterns[m.pattern], hues[m.hue], everywhere[m], m))


def _position(number: int, last: int, what: str) -> int:
    if not 1 <= number <= last:
        raise ValueError(f"no {what} {number}, there are 1 to {last}")
    return number - 1
