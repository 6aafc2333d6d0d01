"""Small facts about agencies for the floors above, and for whoever must visit each of them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from alongside.agencies.models import Agency, OnCall, Programme, Site
from alongside.foundation import reference
from alongside.foundation.errors import NotHere
from alongside.foundation.tenancy import current


def every_agency() -> list[UUID]:
    """The ids of all agencies of this installation, for the worker and the command line."""
    return list(Agency.objects.order_by("made_at", "id").values_list("pk", flat=True))


def named(name: str | None) -> list[tuple[UUID, str, str]]:
    """Id, name and zone of the agency of this name, or of every agency."""
    rows = Agency.objects.order_by("name", "id")
    found = rows if name is None else rows.filter(name__iexact=name.strip())
    return list(found.values_list("pk", "name", "zone"))


def programmes_named(name: str) -> list[UUID]:
    """Programs of this name that have not ended."""
    return list(Programme.objects.filter(name__iexact=name.strip(), ended_on=None).values_list("pk", flat=True))


def sites_named(name: str) -> list[UUID]:
    """Places of this name that are still used."""
    return list(Site.objects.filter(name__iexact=name.strip(), ended_on=None).values_list("pk", flat=True))


def all_are_demo() -> bool:
    """Whether every agency here is marked demo: only then may somebody sign in with one click."""
    return Agency.objects.exists() and not Agency.objects.filter(is_demo=False).exists()


def places_of_service() -> dict[str, str]:
    """CMS place of service codes and what they are called."""
    return dict(reference.load("place_of_service")["place"])


def payers() -> dict[str, str]:
    """Whose rules for notes this installation knows: key and name."""
    return {rules["payer"]: rules["name"] for rules in reference.load("payers")["rules"]}


def name(agency_id: UUID) -> str:
    """What an agency is called, by whoever may choose it."""
    return Agency.objects.values_list("name", flat=True).get(pk=agency_id)


def zone_here() -> str:
    """The zone of the agency inside whose wall we are."""
    return Agency.objects.values_list("zone", flat=True).get(pk=current())


def jurisdiction(agency_id: UUID) -> str:
    """The ISO 3166-2 code whose rules apply to an agency."""
    return Agency.objects.values_list("jurisdiction", flat=True).get(pk=agency_id)


@dataclass(frozen=True)
class Line:
    """A programme: who pays, how its notes are written, what its service is called."""

    id: UUID
    name: str
    setting: str
    payer: str
    note_format: str
    service_code: str


def programme(programme_id: UUID) -> Line:
    """One programme. Raises NotHere. One statement."""
    found = Programme.objects.filter(pk=programme_id).first()
    if found is None:
        raise NotHere("agencies.Programme")
    return Line(found.pk, found.name, found.setting, found.payer, found.note_format, found.service_code)


@dataclass(frozen=True)
class Number:
    """Whom to call when the work is out there."""

    name: str
    number: str


def on_call(
    day: date, *, sites: Collection[UUID] | None = None, programmes: Collection[UUID] | None = None
) -> tuple[Number, ...]:
    """The numbers that answer on a day: those of these sites and programs first, then those for everybody.

    None stands for every site, or every program. One statement.
    """
    rows = OnCall.objects.filter(Q(ended_on=None) | Q(ended_on__gt=day), began_on__lte=day)
    if sites is not None:
        rows = rows.filter(Q(site=None) | Q(site__in=sites))
    if programmes is not None:
        rows = rows.filter(Q(programme=None) | Q(programme__in=programmes))
    near = sorted(rows.order_by("name", "id"), key=lambda row: row.site_id is None and row.programme_id is None)
    return tuple(dict.fromkeys(Number(row.name, row.number) for row in near))
