"""Small facts about clients for the floors above."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Exists, OuterRef, Q

from alongside.foundation.errors import No
from alongside.foundation.ledger import client_of
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor, Related
from alongside.people.banner import Banner, BannerAlert, banner
from alongside.people.models import Alert, Client, Contact, ContactRight, DisposalDecision, Disposed
from alongside.people.rules import EMERGENCY_KINDS, held_rights
from alongside.workforce.lookups import who_may

__all__ = ["Banner", "BannerAlert", "Reach", "banner", "confirmed_disposals", "disposed_under", "emergencies",
           "holders", "reach", "relations", "supervisors_of_client", "to_its_client"]  # fmt: skip

RELATIONS = """
with here as (select (coalesce(%(as_of)s::timestamptz, now()) at time zone %(zone)s)::date as today)
select distinct case when t.staff_id = %(me)s then 'team' else 'supervises' end
from people_teamplace t, here
where t.client_id = %(client)s and t.staff_id = any(%(near)s)
  and t.began_on <= here.today and (t.ended_on is null or t.ended_on > here.today)
union all
select 'glass' from people_glass g
where g.client_id = %(client)s and g.staff_id = %(me)s and g.until > now()
"""

SUPERVISORS = """
with here as (select (now() at time zone zone)::date as today from agencies_agency
              where id = nullif(current_setting('alongside.agency', true), '')::uuid),
     team as (select t.staff_id, t.part from people_teamplace t, here where t.client_id = %s
              and t.began_on <= here.today and (t.ended_on is null or t.ended_on > here.today))
select staff_id from team where part = 'supervisor'
union
select v.supervisor_id from workforce_supervision v join team on team.staff_id = v.supervisee_id, here
where v.began_on <= here.today and (v.ended_on is null or v.ended_on > here.today)
"""


@dataclass(frozen=True)
class Reach:
    """Whose clients an actor may find: everybody's, or those on the teams of `near`, and opened by break-glass."""

    everybody: bool
    near: tuple[UUID, ...]
    glass: bool


def relations(actor: Actor, client_id: UUID) -> frozenset[str]:
    """What the actor is to a client today: team, supervises, glass. One statement."""
    near = [actor.staff_id, *actor.supervises]
    with connection.cursor() as cursor:
        here: dict[str, Any] = {"zone": actor.zone, "me": actor.staff_id, "as_of": actor.as_of}
        cursor.execute(RELATIONS, {**here, "client": client_id, "near": near})
        return frozenset(name for (name,) in cursor.fetchall())


def reach(actor: Actor, verb: str = "people.find") -> Reach:
    """How far a verb reaches for this actor, by the grants of all their roles."""
    granted = {relation for (_, v), held in actor.grants.items() if v == verb for relation in held}
    near = [actor.staff_id] if "team" in granted else []
    near += list(actor.supervises) if "supervises" in granted else []
    return Reach("agency" in granted, tuple(near), "glass" in granted)


def _of_its_client(actor: Actor, subject: Any) -> frozenset[str]:
    client_id = client_of(subject)
    return relations(actor, client_id) if client_id else frozenset()


def _not_on_team(actor: Actor, subject: Any) -> No:
    """Who can help, by name, and the way to open the record at once for whoever may break the glass."""
    client_id = client_of(subject)
    way_on = f"/clients/{client_id}/glass/" if client_id and actor.may("people.break_glass") else ""
    name = who_may("people.place_on_team", but=actor.staff_id)
    code = "people.refusal.ask" if name else "people.refusal.not_on_team"
    return No(code, {"name": name}, way_on, "people.refusal.glass_way")


to_its_client = Related(_of_its_client, _not_on_team)
"""Relations for a rule on any row that is about one client (or is the client); a no names who can help."""


def supervisors_of_client(client_id: UUID) -> list[UUID]:
    """The staff who supervise somebody on a client's care team today, or are on it as supervisor. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(SUPERVISORS, [client_id])
        return [row[0] for row in cursor.fetchall()]


def by_identifier(identifier: str) -> UUID | None:
    """The client with this number of the agency's own; None where there is none. One statement."""
    return Client.objects.filter(identifier=identifier.strip().upper()).values_list("pk", flat=True).first()


def emergencies(client_ids: Iterable[UUID], *, zone: str) -> dict[UUID, tuple[BannerAlert, ...]]:
    """What a paramedic asks, of several clients: allergy, seizures, rescue medication, first aid. One statement."""
    ids, day = list(client_ids), today(zone)
    lasting = Q(ended_on=None) | Q(ended_on__gt=day)
    rows = Alert.objects.filter(lasting, client__in=ids, kind__in=EMERGENCY_KINDS, began_on__lte=day)
    found: dict[UUID, list[BannerAlert]] = {id: [] for id in ids}
    for row in sorted(rows, key=lambda row: (EMERGENCY_KINDS.index(row.kind), row.began_on, row.pk)):
        found[row.client_id].append(BannerAlert(row.kind, row.icon, row.text))
    return {id: tuple(alerts) for id, alerts in found.items()}


def holders(client_id: UUID, right: str, *, zone: str, on: date | None = None) -> list[UUID]:
    """Contacts of a client who hold a right on a day (today in `zone`). An order ends at local midnight."""
    day = on or today(zone)
    rows: dict[UUID, list[ContactRight]] = {}
    contacts = Contact.objects.filter(client_id=client_id, began_on__lte=day).exclude(ended_on__lte=day)
    alive = contacts.exclude(party__died_on__lte=day)
    for row in ContactRight.objects.filter(contact__in=alive, right=right):
        rows.setdefault(row.contact_id, []).append(row)
    return [contact for contact, decided in rows.items() if held_rights(decided, day).get(right)]


def confirmed_disposals() -> list[tuple[UUID, int]]:
    """Id and number of what two people confirmed and nobody carried out; void where the record was opened again since.

    One statement.
    """
    closed = Client.objects.filter(
        pk=OuterRef("disposal__client_id"), discharged_on=OuterRef("disposal__discharged_on")
    )
    confirmed = DisposalDecision.objects.filter(Exists(closed), confirmed=True).exclude(
        disposal__in=Disposed.objects.values("disposal_id")
    )
    return list(confirmed.order_by("disposal__number").values_list("disposal_id", "disposal__number"))


def disposed_under(document_id: UUID) -> tuple[int, list[tuple[int, str]]] | None:
    """The certificate under which a document was disposed of, and number and digest of its versions; or None."""
    rows = Disposed.objects.filter(proof__contains=[{"document": str(document_id)}]).select_related("disposal")
    found = rows.first()
    if found is None:
        return None
    signed = [(one["number"], one["digest"]) for one in found.proof if one["document"] == str(document_id)]
    return found.disposal.number, signed
