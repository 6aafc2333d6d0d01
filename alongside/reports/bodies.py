"""The body of a report: who it is about as it stood then, and its parts with their words."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from alongside.agencies import lookups as agencies
from alongside.agencies.lookups import zone_here
from alongside.foundation.messages import speaking
from alongside.notes.payers import payer
from alongside.notes.rules.units import units
from alongside.people.identity import identity
from alongside.people.models import Client
from alongside.plans import lookups as plans
from alongside.reports.drafting import drafted
from alongside.reports.evidence import found
from alongside.reports.told import Told, parts
from alongside.schedule.lookups import visits_of_client
from alongside.sessions.lookups import Spent, of_client

HELPS = ("before", "during")
MOST_HELPS = 6
MOST_VISITS = 500
Body = Mapping[str, Any]


def first(
    client: Client, *, reader: str, addressee: str, language: str, first: date, last: date, targets: Sequence[UUID]
) -> dict[str, Any]:
    """The body as it is drafted, in the reader's language."""
    about = identity(client.pk)
    head = {
        "name": about.legal_name, "called": about.given, "identifier": about.identifier,
        "born": str(about.born) if about.born else "",
        "diagnosis": about.diagnosis if parts(reader)["diagnosis"] else "",
        "reader": reader, "addressee": addressee, "language": language, "first_day": str(first), "last_day": str(last),
    }  # fmt: skip
    with speaking(language):
        return {"head": head, "sections": drafted(_told(client, reader, first, last, targets))}


def edited(body: Body, texts: Mapping[str, str], out: Sequence[str]) -> dict[str, Any]:
    """The body with other words. What it rests on stays."""
    sections = [
        {**section, "text": texts.get(section["key"], section["text"])}
        for section in body["sections"]
        if section["key"] not in out
    ]
    return {**body, "sections": sections}


def _told(client: Client, reader: str, first: date, last: date, targets: Sequence[UUID]) -> Told:
    spent = [s for s in of_client(client.pk, most=MOST_VISITS) if s.seconds and first <= s.service_day <= last]
    off = sum(1 for visit in visits_of_client(client.pk, first, last) if visit.called_off)
    plan = plans.plan_in_force(client.pk)
    measured = {one.id for one in plans.targets_of(client.pk)}
    helps = [one.text for one in plans.strategies_of(plan.version_id) if one.moment in HELPS] if plan else []
    return Told(
        reader=reader, name=identity(client.pk).given, first=first, last=last, strengths=client.strengths,
        helps=tuple(helps[:MOST_HELPS]), plan=plan.number if plan else None, kept=len(spent), off=off,
        hours=sum(s.seconds or 0 for s in spent) / 3600,
        services=_services(spent) if parts(reader)["codes"] else (),
        found=tuple(found(client.pk, targets, first=first, last=last)),
        zone=zone_here(), others=len(measured - set(targets)),
    )  # fmt: skip


def _services(spent: Sequence[Spent]) -> tuple[tuple[str, str, int, int], ...]:
    """Each programme with its code, its units by its payer's rules, and its visits."""
    found = []
    for id in sorted({one.programme_id for one in spent}):
        line, visits = agencies.programme(id), [one for one in spent if one.programme_id == id]
        counted = (units(payer(line.payer, on=v.service_day).units, int((v.seconds or 0) // 60)) for v in visits)
        found.append((line.name, line.service_code, sum(counted), len(visits)))
    return tuple(found)
