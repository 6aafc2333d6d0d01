"""A value and a point in words."""

from alongside.foundation.messages import say
from alongside.foundation.webkit.numbers import number
from alongside.foundation.webkit.times import day
from alongside.outcomes.graph.picture import Graph, Phase, Point


def value_words(value: float | None, graph: Graph) -> str:
    """ "6.2" as the graph shows values; a gap is a dash."""
    return say("outcomes.graph.gap") if value is None else number(value, graph.places)


def with_unit(value: float | None, graph: Graph) -> str:
    """ "6.2 per hour"."""
    plain = value_words(value, graph)
    return say("outcomes.graph.value", value=plain, unit=graph.unit) if graph.unit and value is not None else plain


def said_point(graph: Graph, phase: Phase, point: Point, number_: int) -> str:
    """ "Visit 7, Fri 25 Sep 2026: 4.6 per hour. Break card." and why the dot is open."""
    code = "outcomes.graph.point_open" if point.open_because else "outcomes.graph.point"
    return say(
        code,
        session=graph.session or say("outcomes.graph.session"),
        number=number_,
        day=day(point.day),
        value=with_unit(point.value, graph),
        phase=phase.name,
        because=point.open_because,
    )
