"""The plan templates on the shelf: every edition shipped, the agency's own, and the one in use on a day."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from django.db.models import Q

from alongside.foundation import editions
from alongside.foundation.models import Edition
from alongside.plans.models import OwnDecision, OwnEdition
from alongside.plans.rules import templates
from alongside.plans.rules.templates import PlanTemplate

KIND = "plan_templates"
OWN = "own-"


def shelf(*, on: date) -> tuple[PlanTemplate, ...]:
    """The newest edition in force of every template, by key, and those of the agency's own in use. Three statements."""
    found: dict[str, PlanTemplate] = {}
    for one in _loaded() or _shipped():
        if one.effective_from <= on:
            found[one.key] = one
    return (*(found[key] for key in sorted(found)), *own_in_use())


def template(key: str, *, on: date, edition: str = "") -> PlanTemplate | None:
    """One template: the edition named, or else the one in use on a day; None where there is none. One statement."""
    if key.startswith(OWN):
        return next((one for one in own_in_use() if one.key == key and edition in ("", one.edition)), None)
    rows = _loaded(key) or [one for one in _shipped() if one.key == key]
    fits = [one for one in rows if (one.edition == edition if edition else one.effective_from <= on)]
    return fits[-1] if fits else None


def editions_of(key: str) -> tuple[PlanTemplate, ...]:
    """Every edition of a template, the newest first. One statement, two for one of the agency's own."""
    if key.startswith(OWN):
        return tuple(one for one, _ in _own_agreed() if one.key == key)
    return tuple(reversed(_loaded(key) or [one for one in _shipped() if one.key == key]))


def own_in_use() -> tuple[PlanTemplate, ...]:
    """The agency's own templates: of each the edition agreed to last, unless that one was retired. Two statements."""
    newest: dict[str, tuple[PlanTemplate, bool]] = {}
    for one, retired in _own_agreed():
        newest.setdefault(one.key, (one, retired))
    kept = (one for one, retired in newest.values() if not retired)
    return tuple(sorted(kept, key=lambda one: one.name.casefold()))


def own(edition: OwnEdition) -> PlanTemplate:
    """An edition of the agency's own as a template. Its template has to be fetched with it."""
    made = templates.read(own_key(edition.template_id), str(edition.number), edition.body)
    return replace(made, name=edition.template.name)


def base_of(edition: OwnEdition, *, on: date) -> PlanTemplate | None:
    """What an edition of one's own began as: a shipped template, or an earlier edition. Three statements at most."""
    if edition.base_key.startswith(OWN):
        return next((one for one in editions_of(edition.base_key) if one.edition == edition.base_edition), None)
    return template(edition.base_key, on=on, edition=edition.base_edition)


def own_key(template_id: UUID) -> str:
    """The key of one of the agency's own, as addresses and forms have it."""
    return f"{OWN}{template_id}"


def own_ids(key: str) -> dict[tuple[str, str], UUID]:
    """The editions of one of the agency's own by key and edition; none for a shipped one. One statement at most."""
    if not key.startswith(OWN):
        return {}
    rows = OwnEdition.objects.filter(template=_id(key)).values_list("number", "pk")
    return {(key, str(number)): id for number, id in rows}


def _id(key: str) -> UUID | None:
    """The id in a key of one's own; None where somebody typed another thing there."""
    try:
        return UUID(key.removeprefix(OWN))
    except ValueError:
        return None


def _own_agreed() -> list[tuple[PlanTemplate, bool]]:
    """Editions that were agreed to, the newest first, and whether each was retired."""
    decided = OwnDecision.objects.values_list("edition", "kind", "at")
    agreed = {edition: at for edition, kind, at in decided if kind == "agreed"}
    retired = {edition for edition, kind, _ in decided if kind == "retired"}
    rows = OwnEdition.objects.select_related("template").filter(pk__in=list(agreed)) if agreed else ()
    found = sorted(rows, key=lambda row: row.number, reverse=True)
    return [(replace(own(row), effective_from=agreed[row.pk].date()), row.pk in retired) for row in found]


def _loaded(key: str = "") -> list[PlanTemplate]:
    """Rows by their first day; what has ended is not among them."""
    rows = Edition.objects.filter(Q(kind=KIND, key=key) if key else Q(kind=KIND), effective_to=None)
    ordered = rows.order_by("effective_from", "loaded_at").values_list("key", "edition", "body")
    return [templates.read(key, edition, body) for key, edition, body in ordered]


def _shipped() -> list[PlanTemplate]:
    """The files of this version, where nothing was loaded yet."""
    rows = [row for row in editions.shipped() if row["kind"] == KIND]
    return [templates.read(row["key"], row["edition"], row["body"]) for row in rows]
