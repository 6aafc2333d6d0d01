"""The axes of a graph: grid and values on the left, sessions and dates below."""

from alongside.foundation.messages import say
from alongside.foundation.webkit.numbers import number
from alongside.foundation.webkit.svg import element, line, words
from alongside.outcomes.graph.days import calendar_labels, date_labels, session_labels
from alongside.outcomes.graph.layout import RIGHT, Layout
from alongside.outcomes.graph.picture import Graph


def grid(graph: Graph, layout: Layout) -> str:
    """Lines at the ticks, their values, the axis, and what is measured."""
    parts = []
    for tick in layout.scale.ticks:
        y = layout.scale.at(tick)
        parts.append(line("grid", layout.left, y, RIGHT, y))
        parts.append(words(number(tick, most=9), layout.left - 10, y + 4, anchor="end"))
    parts.append(element("path", class_="axis", d=f"M{layout.left:g} {layout.top - 8:g}V{layout.bottom:g}H{RIGHT:g}"))
    middle = (layout.top + layout.bottom) / 2
    turned = f"translate(16 {middle:g}) rotate(-90)"
    return "".join(parts) + element("text", text=graph.measure, transform=turned, text_anchor="middle", translate="no")


def labels(graph: Graph, layout: Layout) -> list[str]:
    """Session numbers with dates under them, or the dates of a calendar."""
    if graph.by_calendar:
        return _row(calendar_labels(graph, layout.left, RIGHT), layout.foot + 20)
    if not graph.points:
        return []
    head = words(session_word(graph), layout.left - 10, layout.foot + 20, anchor="end")
    numbers = _row(session_labels(layout.xs), layout.foot + 20)
    return [head, *numbers, *_row(date_labels(graph, layout.xs), layout.foot + 38)]


def session_word(graph: Graph) -> str:
    """What one point is called."""
    return graph.session or say("outcomes.graph.session")


def _row(texts: list[tuple[float, str]], y: float) -> list[str]:
    return [words(text, x, y, anchor="middle") for x, text in texts]
