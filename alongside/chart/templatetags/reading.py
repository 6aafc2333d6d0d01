"""`{% load reading %}`: verdicts, findings and effect sizes in words."""

import math
from typing import Any

from django import template

from alongside.chart import words
from alongside.chart.events import Event
from alongside.chart.queries.graphs import GraphPage
from alongside.chart.queries.objectives import ObjectivePage
from alongside.chart.rows import Row
from alongside.foundation.messages import say
from alongside.measure.between_case import BetweenCase
from alongside.measure.estimate import Estimate, critical
from alongside.outcomes.drawing import overlay_words
from alongside.outcomes.drawing import plain as plain_value
from alongside.outcomes.lookups import Decided
from alongside.outcomes.reading.effects import Effect
from alongside.outcomes.reading.honesty import Signal
from alongside.outcomes.reading.overlays import Nights, Overlay
from alongside.outcomes.reading.statement import Point, Record
from alongside.outcomes.words import signal as signal_said
from alongside.plans.lookups import ObjectiveFacts

register = template.Library()
KIND = {"newcomer": "staff", "night": "sleep"}


@register.filter
def plain(value: float | None) -> str:
    """At most two places, with a true minus sign."""
    return plain_value(value)


@register.filter
def places_3(value: float) -> str:
    """Three places, as articles print it."""
    return plain_value(value, places=3)


@register.filter
def between_lower(effect: BetweenCase) -> float:
    """The lower end of the 95 % interval, by the normal distribution."""
    return effect.delta_hat - critical(0.95) * math.sqrt(effect.variance)


@register.filter
def between_upper(effect: BetweenCase) -> float:
    """The upper end."""
    return effect.delta_hat + critical(0.95) * math.sqrt(effect.variance)


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
def objective_finding(page: ObjectivePage) -> str:
    """The finding of an objective's page."""
    assert page.read
    return words.finding_of(page.read.target.name, page.read.target.unit, page.read.statement)


@register.filter
def objective_about(page: ObjectivePage) -> str:
    """Unit, span and visits of an objective's page."""
    assert page.read
    return words.about_of(page.read.target.unit, page.read.conditions)


@register.filter
def signal_words(signal: Signal, unit: str) -> str:
    """A sign worth a question."""
    return signal_said(signal, unit)


@register.filter
def nights_words(nights: Nights, unit: str) -> str:
    """Visits after a short night beside the others."""
    return words.nights(nights, unit)


@register.filter
def overlay(one: Overlay) -> str:
    """What else changed."""
    return overlay_words(one)


@register.filter
def overlay_kind(one: Overlay) -> str:
    """What kind of change it was: medication, a move, a school break, staff, sleep."""
    return say(f"plans.change.{KIND.get(one.kind, one.kind)}")


@register.filter
def effect_percent(effect: Effect) -> str:
    """A log ratio as a change in percent."""
    return words.signed_percent((effect.percent or 0.0) / 100)


@register.filter
def slope(value: float | None) -> str:
    """Per visit, with its sign; a dash where there are too few."""
    return "–" if value is None else ("+" if value > 0 else "") + plain_value(value)


@register.filter
def decided_on(one: Decided, zone: str) -> str:
    """On which verdict and span it was decided."""
    return words.decided_on(one, zone)


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
