"""`{% load reading %}`: verdicts, findings and effect sizes in words."""

from typing import Any

from django import template

from alongside.chart import words
from alongside.chart.drawing import plain as plain_value
from alongside.chart.events import Event
from alongside.chart.queries.graphs import GraphPage
from alongside.chart.reading.statement import Point, Record
from alongside.chart.rows import Row
from alongside.measure.estimate import Estimate
from alongside.plans.lookups import ObjectiveFacts

register = template.Library()


@register.filter
def level(value: float | None) -> str:
    """At most one place, to be read at a glance; a dash for nothing."""
    return plain_value(value, places=1)


@register.filter
def goal_words(objective: ObjectiveFacts | None) -> str:
    """ "≤ 1" as the objective has it."""
    return words.goal(objective)


@register.filter
def finding(page: GraphPage) -> str:
    """The finding in a sentence: what was, what is."""
    return words.finding(page)


@register.filter
def about(page: GraphPage) -> str:
    """Measure, unit, span and number of visits."""
    return words.about(page)


@register.filter
def point_words(point: Point, zone: str) -> str:
    """One thing that the graph says."""
    return words.point(point, zone)


@register.filter
def event_words(event: Event, zone: str) -> str:
    """One event in a sentence."""
    return words.event(event, zone)


@register.filter
def record_words(record: Record) -> str:
    """How often the rule errs."""
    return words.record(record)


@register.filter
def signed_percent(share: float | None) -> str:
    """ "−37%", "+12%"; a dash where the first level was zero."""
    return words.signed_percent(share)


@register.filter
def interval(estimate: Estimate) -> str:
    """ "0.98 (0.68–1.00)"; a dash where undefined."""
    return words.interval(estimate)


@register.filter
def verdict_tone(row: Row) -> str:
    """The badge's tone by the row's reading."""
    return {"change": "ok", "worse": "warn", "unsure": "warn"}.get(row.reading, "")


@register.filter
def verdict_icon(tone: Any) -> str:
    """Shape beside word and color."""
    return {"ok": "ok", "warn": "warn"}.get(tone, "minus")
