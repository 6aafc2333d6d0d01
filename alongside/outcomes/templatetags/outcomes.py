"""`{% load outcomes %}`: a status as shape and tone beside its word."""

from django import template

from alongside.foundation.policy import Actor
from alongside.outcomes.queries import Row

register = template.Library()
TONES = {"improving": "ok", "met": "ok", "stuck": "warn", "regressing": "danger", "undecidable": "warn"}


@register.filter
def may_baselines(actor: Actor) -> bool:
    """Whether the reader may put series above each other."""
    return actor.may("chart.baselines")


@register.filter
def status_tone(row: Row) -> str:
    """The badge's tone."""
    return TONES.get(row.stands.status, "outline")


@register.filter
def status_icon(row: Row) -> str:
    """Shape beside word and color."""
    return {"ok": "ok", "warn": "warn", "danger": "warn"}.get(TONES.get(row.stands.status, ""), "minus")
