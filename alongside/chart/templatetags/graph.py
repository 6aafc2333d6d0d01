"""`{% load graph %}`: the pictures of the chart, each one call of a pure function."""

from collections.abc import Sequence

from django import template
from django.utils.safestring import SafeString, mark_safe

from alongside.chart.graph import cells, spark, visit
from alongside.outcomes.graph import draw, numbers, picture

register = template.Library()


@register.filter
def drawn(graph: picture.Graph) -> SafeString:
    """`{{ graph|drawn }}`: the single-case graph as SVG."""
    return mark_safe(draw.drawn(graph))


@register.filter
def as_svg(drawing: str) -> SafeString:
    """`{{ picture|as_svg }}`: what a pure function of the graph folder drew, which escapes every name."""
    return mark_safe(drawing)


@register.filter
def by_phase(graph: picture.Graph) -> list[numbers.PhaseRow]:
    """`{% for row in graph|by_phase %}`: its numbers, one row a phase."""
    return numbers.by_phase(graph)


@register.filter
def by_session(graph: picture.Graph) -> list[numbers.SessionRow]:
    """`{% for row in graph|by_session %}`: its numbers, one row a session."""
    return numbers.by_session(graph)


@register.simple_tag(name="spark")
def spark_tag(values: Sequence[float | None], goal: float | None = None) -> SafeString:
    """`{% spark values goal %}`: the shape of the last values."""
    return mark_safe(spark.spark(values, goal=goal))


@register.filter
def strip(of_visit: visit.Strip) -> SafeString:
    """`{{ visit_strip|strip }}`: what a visit recorded, minute by minute."""
    return mark_safe(visit.strip(of_visit))


@register.simple_tag(name="cells")
def cells_tag(results: Sequence[str], label: str) -> SafeString:
    """`{% cells results label %}`: an interval or trial strip."""
    return mark_safe(cells.cells(results, label))
