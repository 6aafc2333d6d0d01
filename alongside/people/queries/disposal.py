"""Records that need not be kept any more, and what two people decided about them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from alongside.foundation.doing import query
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.people import keeping
from alongside.people.models import Client, Disposal, DisposalDecision, Disposed
from alongside.people.retention import later
from alongside.workforce.lookups import names

MOST, BATCH, FURTHEST = 50, 500, 20_000


@dataclass(frozen=True)
class Due:
    """A record whose time is over."""

    id: UUID
    name: str
    identifier: str
    discharged_on: date
    until: date
    rule: str


@dataclass(frozen=True)
class Certificate:
    """A disposal: what it names and what became of it. `state`: waits, withdrawn, confirmed, void or done.

    `open_again`: somebody was admitted again since, so that it names a record that is in use.
    """

    id: UUID
    number: int
    client_id: UUID
    identifier: str
    admitted_on: date
    discharged_on: date
    until: date
    rule: str
    edition: str
    reason: str
    by: str
    at: datetime
    decided_by: str
    decided_at: datetime | None
    why_not: str
    done_at: datetime | None
    gone: int
    signed: int
    mine: bool
    open_again: bool

    @property
    def state(self) -> str:
        if self.done_at:
            return "done"
        if self.open_again and not self.why_not:
            return "void"
        return "waits" if self.decided_at is None else "withdrawn" if self.why_not else "confirmed"


@dataclass(frozen=True)
class Retention:
    """The rules in force, the records that may go, and the certificates, newest first."""

    rules: tuple[Any, ...]
    due: tuple[Due, ...]
    certificates: tuple[Certificate, ...]


@query("people.retention", on="agencies.Agency")
def retention(*, by: Actor, on: Any) -> Retention:
    """At most 50 of each. At most ten statements, and two more for every 500 records that are kept longer."""
    rules = keeping.rules_of(by.agency_id, today(by.zone))
    papers = _certificates(by, Disposal.objects.order_by("-number")[:MOST])
    named = {one.client_id for one in papers if one.state in ("waits", "confirmed")}
    return Retention(rules.rules, _due(rules, named), papers)


@query("people.certificate", on="people.Disposal")
def certificate(*, by: Actor, on: Disposal) -> Certificate:
    """One certificate. Five statements at most."""
    return _certificates(by, [on])[0]


def _due(rules: keeping.Rules, named: set[UUID]) -> tuple[Due, ...]:
    """The longest discharged first; nothing can be due before the shortest rule has run out."""
    if not rules.rules:
        return ()
    shortest = min(rule["years"] for rule in rules.rules)
    earliest = Client.objects.filter(discharged_on__lte=later(rules.day, -shortest)).exclude(pk__in=named)
    ordered = earliest.select_related("party").order_by("discharged_on", "id")
    found: list[Due] = []
    for first in range(0, FURTHEST, BATCH):  # many may have to be kept longer, or have no birth date
        some = list(ordered[first : first + BATCH])
        found += _over(some, rules)
        if len(found) >= MOST or len(some) < BATCH:
            break
    return tuple(found[:MOST])


def _over(some: list[Client], rules: keeping.Rules) -> list[Due]:
    until = keeping.kept_until(some, rules)
    return [
        Due(client.pk, client.party.name, client.identifier, client.discharged_on, kept.until, kept.name)
        for client in some
        if client.discharged_on and (kept := until[client.pk]) and kept.until <= rules.day
    ]


def _certificates(by: Actor, found: Any) -> tuple[Certificate, ...]:
    rows = list(found)
    ids = [row.pk for row in rows]
    decided = {one.disposal_id: one for one in DisposalDecision.objects.filter(disposal__in=ids)}
    done = {one.disposal_id: one for one in Disposed.objects.filter(disposal__in=ids)}
    closed = dict(Client.objects.filter(pk__in=[row.client_id for row in rows]).values_list("pk", "discharged_on"))
    who = names({row.staff_id for row in rows} | {one.staff_id for one in decided.values()})
    return tuple(
        _made(row, decided.get(row.pk), done.get(row.pk), who, by, closed.get(row.client_id) != row.discharged_on)
        for row in rows
    )


def _made(
    row: Disposal, decision: DisposalDecision | None, done: Disposed | None, who: dict[UUID, str], by: Actor,
    open_again: bool,
) -> Certificate:  # fmt: skip
    return Certificate(
        id=row.pk, number=row.number, client_id=row.client_id, identifier=row.identifier, admitted_on=row.admitted_on,
        discharged_on=row.discharged_on, until=row.kept_until, rule=row.rule, edition=row.edition, reason=row.reason,
        by=who.get(row.staff_id, ""), at=row.at, decided_by=who.get(decision.staff_id, "") if decision else "",
        decided_at=decision.at if decision else None, why_not=decision.reason if decision else "",
        done_at=done.at if done else None, gone=sum(done.counts.values()) if done else 0,
        signed=len(done.proof) if done else 0, mine=row.staff_id == by.staff_id,
        open_again=open_again,
    )  # fmt: skip
