"""Conditions that alternate: one path a condition over the sessions, told apart by shape and dash."""

from collections.abc import Sequence
from dataclasses import dataclass

from alongside.foundation.webkit.numbers import number
from alongside.foundation.webkit.scale import Scale, ticks
from alongside.foundation.webkit.svg import element, line, polyline, wide_of, words

WIDTH, LEFT, TOP, FOOT = 760.0, 64.0, 20.0, 280.0
STYLES = ("one", "two", "three", "four", "five", "six")


@dataclass(frozen=True)
class Path:
    """A condition with its sessions: (number of the session, value)."""

    name: str
    points: tuple[tuple[int, float], ...]


def paths(drawn: Sequence[Path], *, sessions: int, measure: str, label: str, session: str) -> str:
    """SVG; `label` says the same in words, `measure` is the y axis, `session` the one below. "" for no point."""
    values = [value for path in drawn for _, value in path.points]
    if not values:
        return ""
    right = WIDTH - 24 - max(wide_of(path.name) for path in drawn)
    scale, step = Scale(ticks(values), FOOT, TOP), (right - LEFT) / max(sessions, 1)
    parts = _frame(scale, sessions, step, right, measure, session)
    taken: list[float] = []
    for n, path in enumerate(drawn):
        style = STYLES[n % len(STYLES)]
        places = [(LEFT + step * (at - 0.5), scale.at(value)) for at, value in path.points]
        if places:
            parts += [polyline(f"path series-{style}", places), *(_mark(style, x, y) for x, y in places)]
            parts.append(words(path.name, right + 8, _clear(places[-1][1] + 4, taken), class_="strong", data=True))
    return element("svg", *parts, class_="plot", viewBox=f"0 0 {WIDTH:g} 330", role="img", aria_label=label)


def shape(n: int) -> str:
    """The mark of the n-th condition, for a legend."""
    style = STYLES[n % len(STYLES)]
    inside = element("path", class_=f"path series-{style}", d="M0 8h36") + _mark(style, 18, 8)
    return element("svg", inside, class_="plot", viewBox="0 0 36 16", width="36", height="16", aria_hidden="true")


def _frame(scale: Scale, sessions: int, step: float, right: float, measure: str, session: str) -> list[str]:
    parts = []
    for tick in scale.ticks:
        parts.append(line("grid", LEFT, scale.at(tick), right, scale.at(tick)))
        parts.append(words(number(tick, most=9), LEFT - 8, scale.at(tick) + 4, anchor="end"))
    parts.append(element("path", class_="axis", d=f"M{LEFT:g} {TOP - 6:g}V{FOOT:g}H{right:g}"))
    every = max(1, round(30 / step)) if step < 30 else 1
    for at in range(1, sessions + 1, every):
        parts.append(words(str(at), LEFT + step * (at - 0.5), FOOT + 18, anchor="middle"))
    parts.append(words(session, (LEFT + right) / 2, FOOT + 40, anchor="middle"))
    middle = f"translate(16 {(TOP + FOOT) / 2:g}) rotate(-90)"
    return [*parts, element("text", text=measure, transform=middle, text_anchor="middle", translate="no")]


def _mark(style: str, x: float, y: float) -> str:
    """Dot, open dot, square, open square, triangle, open triangle."""
    kind = "dot" if style in ("one", "three", "five") else "dot open"
    if style in ("one", "two"):
        return element("circle", class_=kind, cx=x, cy=y, r=4.5)
    if style in ("three", "four"):
        return element("rect", class_=kind, x=x - 4, y=y - 4, width=8, height=8)
    return element("path", class_=kind, d=f"M{x:g} {y - 5.5:g}l5 9h-10z")


def _clear(y: float, taken: list[float]) -> float:
    """The place of a name, moved down until it touches no other."""
    while any(abs(y - other) < 15 for other in taken):
        y += 4
    taken.append(y)
    return y
