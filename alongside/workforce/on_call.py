"""Whom somebody out there calls: the agency's numbers that answer, else who supervises today."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from alongside.agencies.lookups import Number, on_call
from alongside.parties.models import ContactPoint
from alongside.workforce.lookups import supervisors_of
from alongside.workforce.models import Staff


def to_call(
    staff_id: UUID, day: date, *, sites: Collection[UUID] | None = None, programmes: Collection[UUID] | None = None
) -> tuple[Number, ...]:
    """The agency's numbers of a day (for these sites and programs; None is all), else those of who supervises today.

    Where the agency keeps none: who supervises or covers, with a number that may be called. At most four statements.
    """
    return on_call(day, sites=sites, programmes=programmes) or _supervisors(staff_id)


def _supervisors(staff_id: UUID) -> tuple[Number, ...]:
    staff = Staff.objects.filter(pk__in=supervisors_of(staff_id)).select_related("party")
    of = {one.party_id: one.party.name for one in staff}
    phones = ContactPoint.objects.filter(party__in=of, kind="phone", safe=True, ended_on=None).order_by("pk")
    return tuple(Number(of[phone.party_id], phone.value) for phone in phones)
