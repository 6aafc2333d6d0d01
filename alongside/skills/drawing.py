"""The picture of a step: sessions against the criterion, and where a move fell. Plain values to SVG, classes only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from alongside.skills.telling import plain

WIDE, HIGH, LEFT, RIGHT, TOP, BOTTOM = 720.0, 270.0, 48.0, 14.0, 40.0, 36.0
LABELS = 6  # days named under the axis
NAMED = 60.0  # the least room between two names of steps


@dataclass(frozen=True)
class Dot:
    """One session. `shape`: good, other, or probe."""

    day: date
    value: float | None
    shape: str


@dataclass(frozen=True)
class Line:
    """A move, drawn before the session with this number (from 0), and what begins there."""

    before: int
    name: str


def picture(dots: Sequence[Dot], lines: Sequence[Line], *, criterion: float, percent: bool, label: str) -> SafeString:
    """An SVG of the class `plot`. `label` says in words what is seen."""
    values = [dot.value for dot in dots if dot.value is not None]
    top = 100.0 if percent else max([*values, criterion, 1.0]) * 1.15
    frame = [_axes(top), _criterion(criterion, top), _path(dots, lines, top), _moves(lines, len(dots))]
    frame += [_dots(dots, top), _days(dots)]
    return format_html(
        '<svg class="plot" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>',
        int(WIDE), int(HIGH), label, format_html_join("", "{}", ((part,) for part in frame)),
    )  # fmt: skip


def _x(number: float, count: int) -> float:
    return round(LEFT + 14 + number * (WIDE - LEFT - RIGHT - 28) / max(1, count - 1), 1)


def _y(value: float, top: float) -> float:
    return round(HIGH - BOTTOM - value / top * (HIGH - TOP - BOTTOM), 1)


def _axes(top: float) -> SafeString:
    marks = format_html_join(
        "",
        '<line class="grid" x1="{0}" x2="{1}" y1="{2}" y2="{2}"/><text x="{3}" y="{4}" text-anchor="end">{5}</text>',
        ((LEFT, WIDE - RIGHT, _y(top * part, top), LEFT - 8, _y(top * part, top) + 4, plain(round(top * part, 1)))
         for part in (0, 0.5, 1)),
    )  # fmt: skip
    return format_html('{}<path class="axis" d="M{} {}V{}H{}"/>', marks, LEFT, TOP, HIGH - BOTTOM, WIDE - RIGHT)


def _criterion(value: float, top: float) -> SafeString:
    return format_html('<line class="goal" x1="{0}" x2="{1}" y1="{2}" y2="{2}"/>', LEFT, WIDE - RIGHT, _y(value, top))


def _path(dots: Sequence[Dot], lines: Sequence[Line], top: float) -> SafeString:
    """No path crosses a move, a session without a value, or a probe."""
    breaks, runs, run = {line.before for line in lines}, [], []
    for n, dot in enumerate(dots):
        if n in breaks or dot.value is None or dot.shape == "probe":
            runs, run = [*runs, run], []
        if dot.value is not None and dot.shape != "probe":
            run.append(f"{_x(n, len(dots))} {_y(dot.value, top)}")
    found = ["M" + "L".join(points) for points in [*runs, run] if len(points) > 1]
    return format_html_join("", '<path class="path fine" d="{}"/>', ((one,) for one in found))


def _moves(lines: Sequence[Line], count: int) -> SafeString:
    drawn, last = [], -NAMED
    for line in lines:
        x = _x(line.before - 0.5, count) if line.before else LEFT
        named = x - last >= NAMED
        last = x if named else last
        drawn.append((x, TOP - 8, HIGH - BOTTOM, min(x + 4, WIDE - 90), TOP - 12, line.name if named else ""))
    return format_html_join(
        "",
        '<line class="phase" x1="{0}" x2="{0}" y1="{1}" y2="{2}"/><text class="strong" x="{3}" y="{4}">{5}</text>',
        drawn,
    )


def _dots(dots: Sequence[Dot], top: float) -> SafeString:
    drawn = [(n, dot, _x(n, len(dots)), _y(dot.value, top)) for n, dot in enumerate(dots) if dot.value is not None]
    round_ = ((x, y, "dot" if dot.shape == "good" else "dot open") for _, dot, x, y in drawn if dot.shape != "probe")
    probes = ((x, y - 7, x + 7, y, x, y + 7, x - 7, y) for _, dot, x, y in drawn if dot.shape == "probe")
    return format_html(
        "{}{}", format_html_join("", '<circle cx="{}" cy="{}" r="4.5" class="{}"/>', round_),
        format_html_join("", '<path class="dot b" d="M{} {}L{} {}L{} {}L{} {}Z"/>', probes),
    )  # fmt: skip


def _days(dots: Sequence[Dot]) -> SafeString:
    every = max(1, -(-len(dots) // LABELS))
    return format_html_join(
        "", '<text x="{}" y="{}" text-anchor="middle">{}</text>',
        ((_x(n, len(dots)), HIGH - 14, f"{dot.day.day} {dot.day:%b}") for n, dot in enumerate(dots) if n % every == 0),
    )  # fmt: skip
