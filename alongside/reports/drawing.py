"""The graph of one objective on paper and on the page: points by visit, phases apart, the aim as a line."""

from collections.abc import Mapping
from datetime import date
from statistics import median
from typing import Any

from alongside.foundation.messages import say
from alongside.foundation.webkit import times
from alongside.foundation.webkit.numbers import number
from alongside.foundation.webkit.scale import Scale, ticks
from alongside.foundation.webkit.svg import element, fitted, line, polyline, words

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 720.0, 250.0, 62.0, 706.0, 34.0, 206.0
Chart = Mapping[str, Any]


def drawn(chart: Chart, key: str, title: str) -> str:
    """The graph as SVG text, classes only; "" where nothing was measured."""
    values = [value for phase in chart["phases"] for _, value in phase["points"]]
    if not values:
        return ""
    aim = [] if chart["goal"] is None else [chart["goal"]]
    scale = Scale(ticks([*values, *aim]), BOTTOM, TOP)
    parts = [_axes(chart, scale), *_aim(chart, scale), *_phases(chart, scale, len(values))]
    head = element("title", text=title, id=f"{key}-t") + element("desc", text=alternative(chart), id=f"{key}-d")
    return element(
        "svg", head, *parts, class_="plot", viewBox=f"0 0 {WIDTH:.0f} {HEIGHT:.0f}", role="img",
        aria_labelledby=f"{key}-t {key}-d",
    )  # fmt: skip


def alternative(chart: Chart) -> str:
    """What the graph shows, in words."""
    phases = [phase for phase in chart["phases"] if phase["points"]]
    days = [day for phase in phases for day, _ in phase["points"]]
    if not days:
        return ""
    count, first, last = len(days), _day(days[0]), _day(days[-1])
    told = [say("reports.alt.whole", count=count, first=first, last=last)]
    for phase in phases:
        middle = number(median(value for _, value in phase["points"]))
        name, many = phase["name"] or "–", len(phase["points"])
        told.append(say("reports.alt.phase", name=name, count=many, value=middle, unit=chart["measure"]))
    return " ".join(told)


def rows(chart: Chart) -> list[list[str]]:
    """The same as rows of a table: day, phase, value."""
    return [
        [_day(day), phase["name"] or "–", number(value)] for phase in chart["phases"] for day, value in phase["points"]
    ]


def _day(day: str) -> str:
    return times.day(date.fromisoformat(day), form="plain")


def _axes(chart: Chart, scale: Scale) -> str:
    parts = []
    for tick in scale.ticks:
        y = scale.at(tick)
        parts += [line("grid", LEFT, y, RIGHT, y), words(number(tick, most=9), LEFT - 10, y + 4, anchor="end")]
    parts.append(element("path", class_="axis", d=f"M{LEFT:g} {TOP - 8:g}V{BOTTOM:g}H{RIGHT:g}"))
    turned = f"translate(16 {(TOP + BOTTOM) / 2:g}) rotate(-90)"
    return "".join(parts) + element("text", text=chart["measure"], transform=turned, text_anchor="middle")


def _aim(chart: Chart, scale: Scale) -> list[str]:
    if chart["goal"] is None:
        return []
    y = scale.at(chart["goal"])
    return [line("goal", LEFT, y, RIGHT, y)]


def _phases(chart: Chart, scale: Scale, many: int) -> list[str]:
    step, at, parts = (RIGHT - LEFT) / (many + 1), 0, []
    phases = [phase for phase in chart["phases"] if phase["points"]]
    for n, phase in enumerate(phases):
        xs = [LEFT + step * (at + 1 + k) for k in range(len(phase["points"]))]
        places = [(x, scale.at(value)) for x, (_, value) in zip(xs, phase["points"], strict=True)]
        parts.append(polyline("path", places))
        parts += [element("circle", class_="dot", cx=round(x, 1), cy=round(y, 1), r=4) for x, y in places]
        width = step * len(xs)
        parts.append(words(fitted(phase["name"], width, bold=True), xs[0] - step / 2 + 4, TOP - 16, class_="strong"))
        if n:
            parts.append(line("phase", xs[0] - step / 2, TOP - 10, xs[0] - step / 2, BOTTOM))
        at += len(xs)
    ends = [day for phase in phases for day, _ in phase["points"]]
    parts.append(words(_day(ends[0]), LEFT + step, BOTTOM + 22, anchor="start"))
    if len(ends) > 1:
        parts.append(words(_day(ends[-1]), RIGHT, BOTTOM + 22, anchor="end"))
    return parts
