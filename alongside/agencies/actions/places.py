"""Everything done to an agency's programs and sites."""

from datetime import date
from typing import Any

from alongside.agencies import rules
from alongside.agencies.lookups import payers, places_of_service
from alongside.agencies.models import POPULATIONS, SETTINGS, Agency, Programme, Site
from alongside.foundation import revisions
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.moments import is_zone, today
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import checked

PROGRAMME = ("name", "population", "setting", "payer", "note_format", "service_code")
SITE = ("name", "address", "zone", "place_of_service", "phone")


@action("agencies.add_programme", on="agencies.Agency", makes=True)
def add_programme(
    *, by: Actor, on: Agency, name: str, population: str, setting: str, payer: str = "agency",
    note_format: str = "BIRP", service_code: str = "",
) -> Programme:  # fmt: skip
    """Open a program. Raises Unacceptable with its faults by field."""
    return Programme.objects.create(
        **_programme(
            name=name, population=population, setting=setting, payer=payer, note_format=note_format,
            service_code=service_code,
        )
    )  # fmt: skip


@action("agencies.change_programme", on="agencies.Programme", locks=True)
def change_programme(*, by: Actor, on: Programme, reason: str = "", **values: Any) -> bool:
    """Change some of: name, population, setting, payer, note_format, service_code. What it was is kept."""
    whole = {name: values.get(name, getattr(on, name)) for name in PROGRAMME}
    return revisions.change(on, by=by, reason=reason, **_programme(**whole, this=on))


@action("agencies.end_programme", on="agencies.Programme", locks=True)
def end_programme(*, by: Actor, on: Programme, ended_on: date | None = None) -> bool:
    """Close a program from a day on; nobody is enrolled in it afterwards."""
    return revisions.change(on, by=by, ended_on=ended_on or today(by.zone))


@action("agencies.add_site", on="agencies.Agency", makes=True)
def add_site(
    *, by: Actor, on: Agency, name: str, zone: str, place_of_service: str = "99", address: str = "", phone: str = ""
) -> Site:
    """Add a place with its IANA zone and CMS place of service. Raises Unacceptable with its faults by field."""
    return Site.objects.create(
        **_site(name=name, zone=zone, place_of_service=place_of_service, address=address, phone=phone)
    )


@action("agencies.change_site", on="agencies.Site", locks=True)
def change_site(*, by: Actor, on: Site, reason: str = "", **values: Any) -> bool:
    """Change some of: name, address, zone, place_of_service, phone. What it was is kept."""
    whole = {name: values.get(name, getattr(on, name)) for name in SITE}
    return revisions.change(on, by=by, reason=reason, **_site(**whole, this=on))


@action("agencies.end_site", on="agencies.Site", locks=True)
def end_site(*, by: Actor, on: Site, ended_on: date | None = None) -> bool:
    """Use a place no more, from a day on."""
    return revisions.change(on, by=by, ended_on=ended_on or today(by.zone))


def _programme(this: Programme | None = None, **typed: str) -> dict[str, str]:
    texts = checked({**typed, "service_code": typed["service_code"].upper()})
    faults = rules.program_faults(
        **texts, populations=POPULATIONS, settings=SETTINGS, payers=payers()
    ) or _taken(Programme, texts["name"], this)  # fmt: skip
    if faults:
        raise Unacceptable(faults)
    return texts


def _site(this: Site | None = None, **typed: str) -> dict[str, str]:
    texts = {**checked({k: v for k, v in typed.items() if k != "address"}), **checked(lines=True, most=300,
             address=typed["address"])}  # fmt: skip
    faults = rules.site_faults(
        name=texts["name"], zone=texts["zone"], zone_known=is_zone(texts["zone"]),
        place=texts["place_of_service"], places=places_of_service(),
    ) or _taken(Site, texts["name"], this)  # fmt: skip
    if faults:
        raise Unacceptable(faults)
    return texts


def _taken(kind: Any, name: str, this: Any) -> list[Fault]:
    same = kind.objects.filter(name__iexact=name, ended_on=None).exclude(pk=this.pk if this else None)
    return [Fault("agencies.fault.name_taken", "name", {"name": name})] if same.exists() else []
