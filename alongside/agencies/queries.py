"""What a page may show of an agency's programs, sites and on-call lines."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models.fields.json import KeyTextTransform

import alongside.agencies.policy  # noqa: F401  (the rules of these verbs)
from alongside.agencies.lookups import places_of_service
from alongside.agencies.models import Agency, OnCall, Programme, Site
from alongside.foundation import editions as shipped
from alongside.foundation.doing import query
from alongside.foundation.models import Adoption, Declined, Edition, Proposal
from alongside.foundation.moments import today
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


@dataclass(frozen=True)
class OnCallLine:
    """A number that answers, as its list and its form show it; `place` and `program` are names, or empty."""

    id: UUID
    name: str
    number: str
    began_on: date
    ended_on: date | None
    site: UUID | None
    programme: UUID | None
    place: str
    program: str


@query("agencies.on_call", on="agencies.Agency")
def on_call(*, by: Actor, on: Agency) -> tuple[OnCallLine, ...]:
    """Every number, those that answer today or later first. One statement."""
    rows = OnCall.objects.select_related("site", "programme").order_by("name", "id")
    lines = [
        OnCallLine(
            id=row.pk, name=row.name, number=row.number, began_on=row.began_on, ended_on=row.ended_on,
            site=row.site_id, programme=row.programme_id, place=row.site.name if row.site else "",
            program=row.programme.name if row.programme else "",
        )
        for row in rows
    ]  # fmt: skip
    day = today(by.zone)
    return tuple(sorted(lines, key=lambda line: line.ended_on is not None and line.ended_on <= day))


@dataclass(frozen=True)
class EditionLine:
    """One shipped edition: what it is called, its days, where it comes from."""

    edition: str
    begins: date
    ends: date | None
    source: str


@dataclass(frozen=True)
class Knowledge:
    """One piece of shipped knowledge. `used`: the edition the agency works by today, empty when it does without.

    `title`: its own name, where there are several of its kind.
    """

    kind: str
    key: str
    chosen: bool
    used: str
    editions: tuple[EditionLine, ...]
    title: str


@dataclass(frozen=True)
class ProposalLine:
    """A proposal to use an edition, and what became of it. `state`: waits, adopted or declined."""

    id: UUID
    kind: str
    key: str
    edition: str
    since: date
    reason: str
    proposer: str
    at: datetime
    state: str
    decided_by: str
    decided_at: datetime | None
    why_not: str
    mine: bool
    name: str = ""


@query("agencies.editions", on="agencies.Agency")
def editions(*, by: Actor, on: Agency) -> tuple[tuple[Knowledge, ...], tuple[ProposalLine, ...]]:
    """All shipped knowledge, and the last 50 proposals, newest first. Seven statements."""
    found: dict[tuple[str, str], list[Edition]] = {}
    rows = Edition.objects.defer("body").annotate(title=KeyTextTransform("title", "body"))
    for row in rows.order_by("kind", "key", "-effective_from", "-loaded_at"):
        found.setdefault((row.kind, row.key), []).append(row)
    day = today(by.zone)
    return tuple(_knowledge(kind, key, rows, day) for (kind, key), rows in found.items()), _proposals(by)


def _knowledge(kind: str, key: str, rows: list[Edition], day: date) -> Knowledge:
    chosen = (kind, key) in shipped.CHOSEN
    using = shipped.in_use(kind, key, day) if chosen else next((row for row in rows if _holds(row, day)), None)
    lines = tuple(EditionLine(r.edition, r.effective_from, r.effective_to, r.source) for r in rows)
    return Knowledge(kind, key, chosen, using.edition if using else "", lines, getattr(rows[0], "title", "") or "")


def _holds(row: Edition, day: date) -> bool:
    return row.effective_from <= day and (row.effective_to is None or day < row.effective_to)


def _proposals(by: Actor) -> tuple[ProposalLine, ...]:
    rows = list(Proposal.objects.order_by("-at")[:50])
    ids = [row.pk for row in rows]
    adopted = {one.proposal_id: one for one in Adoption.objects.filter(proposal__in=ids)}
    declined = {one.proposal_id: one for one in Declined.objects.filter(proposal__in=ids)}
    return tuple(_proposal(row, adopted.get(row.pk), declined.get(row.pk), by) for row in rows)


def _proposal(row: Proposal, adoption: Adoption | None, no: Declined | None, by: Actor) -> ProposalLine:
    decided = adoption or no
    return ProposalLine(
        id=row.pk, kind=row.kind, key=row.key, edition=row.edition, since=row.since, reason=row.reason,
        proposer=row.proposer, at=row.at, state="adopted" if adoption else "declined" if no else "waits",
        decided_by=adoption.publisher if adoption else no.decliner if no else "",
        decided_at=decided.at if decided else None, why_not=no.reason if no else "",
        mine=row.proposed_by == by.staff_id,
    )  # fmt: skip
