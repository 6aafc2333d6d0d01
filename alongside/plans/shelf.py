"""The plan templates on the shelf: every edition shipped, and the one in use on a day."""

from datetime import date

from django.db.models import Q

from alongside.foundation import editions
from alongside.foundation.models import Edition
from alongside.plans.rules import templates
from alongside.plans.rules.templates import PlanTemplate

KIND = "plan_templates"


def shelf(*, on: date) -> tuple[PlanTemplate, ...]:
    """The newest edition in force of every template, by key. One statement."""
    found: dict[str, PlanTemplate] = {}
    for one in _loaded() or _shipped():
        if one.effective_from <= on:
            found[one.key] = one
    return tuple(found[key] for key in sorted(found))


def template(key: str, *, on: date, edition: str = "") -> PlanTemplate | None:
    """One template: the edition named, or else the one in use on a day; None where there is none. One statement."""
    rows = _loaded(key) or [one for one in _shipped() if one.key == key]
    fits = [one for one in rows if (one.edition == edition if edition else one.effective_from <= on)]
    return fits[-1] if fits else None


def editions_of(key: str) -> tuple[PlanTemplate, ...]:
    """Every edition of a template, the newest first. One statement."""
    return tuple(reversed(_loaded(key) or [one for one in _shipped() if one.key == key]))


def _loaded(key: str = "") -> list[PlanTemplate]:
    """Rows by their first day; what has ended is not among them."""
    rows = Edition.objects.filter(Q(kind=KIND, key=key) if key else Q(kind=KIND), effective_to=None)
    ordered = rows.order_by("effective_from", "loaded_at").values_list("key", "edition", "body")
    return [templates.read(key, edition, body) for key, edition, body in ordered]


def _shipped() -> list[PlanTemplate]:
    """The files of this version, where nothing was loaded yet."""
    rows = [row for row in editions.shipped() if row["kind"] == KIND]
    return [templates.read(row["key"], row["edition"], row["body"]) for row in rows]
