"""Names of phases above the plot: whole where they fit, on up to three lines, cut, or as a number."""

from textwrap import wrap

from alongside.foundation.webkit.svg import fitted, wide_of

MOST_LINES = 3
MARGIN = 8.0


def lines_of(name: str, room: float, number: int) -> list[str]:
    """The lines of a phase's name in `room` px; in a phase too narrow for words its number stands for it."""
    per_line = int((room - MARGIN) / wide_of("m", bold=True))
    if per_line < 4:
        return [str(number)]
    lines = wrap(name, per_line) or [str(number)]
    if len(lines) > MOST_LINES:
        rest = " ".join(lines[MOST_LINES - 1 :])
        lines = [*lines[: MOST_LINES - 1], fitted(rest, room - MARGIN, bold=True)]
    return lines
