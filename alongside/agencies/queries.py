"""What a page may show of an agency's programs and sites."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

import alongside.agencies.policy  # noqa: F401  (the rules of these verbs)
from alongside.agencies.lookups import places_of_service
from alongside.agencies.models import Agency, Programme, Site
from alongside.foundation.doing import query
from alongside.foundation.policy import Actor


@dataclass(frozen=True)
class ProgrammeLine:
    """A program as its list and its form show it."""

    id: UUID
    name: str
    population: str
    setting: str
    payer: str
    note_format: str
    service_code: str
    ended_on: date | None


@dataclass(frozen=True)
class SiteLine:
    """A site as its list and its form show it; `place` is the name of its place of service."""

    id: UUID
    name: str
    address: str
    zone: str
    place_of_service: str
    place: str
    phone: str
    ended_on: date | None


@query("agencies.programmes", on="agencies.Agency")
def programmes(*, by: Actor, on: Agency) -> tuple[ProgrammeLine, ...]:
    """Every program, those in use first. One statement."""
    columns = ("id", "name", "population", "setting", "payer", "note_format", "service_code", "ended_on")
    rows = Programme.objects.order_by("name", "id").values_list(*columns)
    return tuple(sorted((ProgrammeLine(*row) for row in rows), key=lambda line: line.ended_on is not None))


@query("agencies.sites", on="agencies.Agency")
def sites(*, by: Actor, on: Agency) -> tuple[SiteLine, ...]:
    """Every site, those in use first. One statement."""
    names = places_of_service()
    lines = (
        SiteLine(
            id=site.pk, name=site.name, address=site.address, zone=site.zone, place_of_service=site.place_of_service,
            place=names.get(site.place_of_service, site.place_of_service), phone=site.phone, ended_on=site.ended_on,
        )
        for site in Site.objects.order_by("name", "id")
    )  # fmt: skip
    return tuple(sorted(lines, key=lambda line: line.ended_on is not None))
