"""Scores in time as one SVG element: bands behind, the screen as a line, each score a dot. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from alongside.foundation.webkit.numbers import number
from alongside.foundation.webkit.scale import Scale, ticks
from alongside.foundation.webkit.svg import element, fitted, line, polyline, words

WIDTH, RIGHT, TOP, BOTTOM = 800.0, 640.0, 24.0, 264.0
FOOT, LEFT, EDGE = 36.0, 46.0, 22.0


@dataclass(frozen=True)
class Dot:
    """One score. `open`: filled by a mean, not to be read as a band; `said`: its whole sentence."""

    day: date
    day_said: str
    value: float
    open: bool
    said: str


@dataclass(frozen=True)
class Strip:
    """A band from a value up, with its name."""

    least: float
    name: str


@dataclass(frozen=True)
class Trend:
    """What is drawn. `key` makes ids unique on the page; `about` is the text alternative."""

    key: str
    title: str
    about: str
    lowest: float
    highest: float
    dots: tuple[Dot, ...]
    strips: tuple[Strip, ...] = ()
    screen: float | None = None
    screen_said: str = ""


def drawn(trend: Trend) -> str:
    """SVG text: classes and attributes only, with a title and a text alternative."""
    scale = Scale(ticks([trend.highest], bottom=trend.lowest, top=trend.highest), BOTTOM, TOP)
    xs = _xs([dot.day for dot in trend.dots])
    title, about = f"{trend.key}-t", f"{trend.key}-d"
    return element(
        "svg", element("title", text=trend.title, id=title), element("desc", text=trend.about, id=about),
        *_bands(trend, scale), *_axes(scale), *_screen(trend, scale), *_path(trend, xs, scale), *_days(trend, xs),
        class_="plot", viewBox=f"0 0 {WIDTH:.0f} {BOTTOM + FOOT:.0f}", role="img", aria_labelledby=f"{title} {about}",
    )  # fmt: skip


def _xs(days: Sequence[date]) -> list[float]:
    """By the calendar; scores of one day stand side by side."""
    if not days:
        return []
    span = max((days[-1] - days[0]).days, 1)
    room = RIGHT - LEFT - 2 * EDGE
    if len(days) == 1:
        return [(LEFT + RIGHT) / 2]
    return [LEFT + EDGE + room * ((day - days[0]).days / span) + 8 * days[:n].count(day) for n, day in enumerate(days)]


def _bands(trend: Trend, scale: Scale) -> list[str]:
    """Every second band is tinted; names stand on the right, where no dot is."""
    found, tops = [], [*(strip.least for strip in trend.strips[1:]), trend.highest][: len(trend.strips)]
    for n, (strip, top) in enumerate(zip(trend.strips, tops, strict=True)):
        high, low = scale.at(top), scale.at(strip.least)
        if n % 2:
            found.append(element("rect", class_="band", x=LEFT, y=high, width=RIGHT - LEFT, height=low - high))
        name = fitted(strip.name, WIDTH - RIGHT - 12)
        if low - high >= 13:
            found.append(words(name, RIGHT + 10, (high + low) / 2 + 4, full=strip.name))
    return found


def _axes(scale: Scale) -> list[str]:
    found = []
    for tick in scale.ticks:
        y = scale.at(tick)
        found += [line("grid", LEFT, y, RIGHT, y), words(number(tick, most=9), LEFT - 10, y + 4, anchor="end")]
    return [*found, element("path", class_="axis", d=f"M{LEFT:g} {TOP - 8:g}V{BOTTOM:g}H{RIGHT:g}")]


def _screen(trend: Trend, scale: Scale) -> list[str]:
    if trend.screen is None:
        return []
    y = scale.at(trend.screen)
    first = scale.at(trend.dots[0].value) if trend.dots else TOP
    above = not -30 < first - y < 8  # below the line where the first dot stands just above it
    return [
        line("limit", LEFT, y, RIGHT, y),
        words(trend.screen_said, LEFT + 8, y - 6 if above else y + 15, class_="halo"),
    ]


def _path(trend: Trend, xs: list[float], scale: Scale) -> list[str]:
    places = [(x, scale.at(dot.value)) for x, dot in zip(xs, trend.dots, strict=True)]
    dots = [
        element("circle", element("title", text=dot.said), class_="dot open" if dot.open else "dot", cx=x, cy=y, r=4.5)
        for (x, y), dot in zip(places, trend.dots, strict=True)
    ]
    values = [
        words(number(dot.value, most=6), x, y - 11, anchor="middle", class_="strong halo")
        for n, ((x, y), dot) in enumerate(zip(places, trend.dots, strict=True))
        if n in (0, len(places) - 1)
    ]
    return [polyline("path", places) if len(places) > 1 else "", *dots, *values]


def _days(trend: Trend, xs: list[float]) -> list[str]:
    """The first and the last day, and what fits between."""
    found, last = [], -1e9
    for n in sorted({0, len(xs) - 1}) if xs else ():
        found.append(words(trend.dots[n].day_said, xs[n], BOTTOM + 22, anchor="middle"))
    for n in range(1, len(xs) - 1):
        if min(xs[n] - max(xs[0], last), xs[-1] - xs[n]) >= 96:
            found.append(words(trend.dots[n].day_said, xs[n], BOTTOM + 22, anchor="middle"))
            last = xs[n]
    return found
