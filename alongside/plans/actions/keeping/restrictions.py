"""How a restrictive procedure of a draft is kept: its line, and what was tried before it."""

from dataclasses import asdict, replace
from uuid import UUID

from django.db.models import Max

from alongside.foundation import revisions
from alongside.foundation.errors import NotHere
from alongside.foundation.policy import Actor
from alongside.plans.models import PlanVersion, Restriction, RestrictionLine, TriedLine
from alongside.plans.rules import texts


def restriction(by: Actor, version: PlanVersion, section: texts.Restriction) -> texts.Restriction:
    """Keep it under its own id, so that what was agreed to it goes on where its wording stays."""
    known = section.restriction_id or Restriction.objects.create(client_id=version.client_id).pk
    _ours(version, known)
    said = asdict(section) | {"restriction_id": known}
    tried = said.pop("tried")
    row = RestrictionLine.objects.filter(version=version, restriction_id=known).first()
    if row is None:
        RestrictionLine.objects.create(version=version, client_id=version.client_id, number=_next(version), **said)
    else:
        revisions.change(row, by=by, **said)
    TriedLine.objects.filter(version=version, restriction_id=known).delete()
    TriedLine.objects.bulk_create(
        TriedLine(version=version, client_id=version.client_id, restriction_id=known, number=n, **one)
        for n, one in enumerate(tried, 1)
    )
    return replace(section, restriction_id=known)


def without(version: PlanVersion, restriction_id: UUID) -> None:
    """Take a procedure out of a draft. What was agreed to it stays on record."""
    TriedLine.objects.filter(version=version, restriction_id=restriction_id).delete()
    RestrictionLine.objects.filter(version=version, restriction_id=restriction_id).delete()


def _ours(version: PlanVersion, restriction_id: UUID) -> None:
    if not Restriction.objects.filter(pk=restriction_id, client_id=version.client_id).exists():
        raise NotHere("plans.Restriction")


def _next(version: PlanVersion) -> int:
    return (RestrictionLine.objects.filter(version=version).aggregate(last=Max("number"))["last"] or 0) + 1
