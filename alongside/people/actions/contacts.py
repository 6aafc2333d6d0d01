"""Who is in a client's life, what they are to the client in law, and how they are reached."""

from datetime import date
from typing import Any
from uuid import UUID

from alongside.foundation import revisions
from alongside.foundation.doing import action, find
from alongside.foundation.errors import Fault, NotHere, Unacceptable
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import checked
from alongside.parties import actions as parties
from alongside.parties.models import ContactPoint
from alongside.people import rules
from alongside.people.ending import end_all
from alongside.people.models import Client, Contact, ContactRight, Residence, TeamPlace


@action("people.connect", on="people.Client", locks=True, makes=True)
def connect(
    *, by: Actor, on: Client, relation: str, in_law: str = "none", given: str = "", family: str = "",
    party: UUID | Any = None, household: UUID | Any = None, began_on: date | None = None,
    phone: str = "", email: str = "", safe: bool = True,
) -> Contact:  # fmt: skip
    """Somebody is in a client's life. `party`: a person known already (a member of staff, a sibling's mother).

    Their rights are granted one by one. Raises Unacceptable by field.
    """
    began = began_on or today(by.zone)
    relation = checked(relation=relation, most=60)["relation"]
    home = _home(on, household) if household else None
    known = find("parties.Party", party) if party else None
    if faults := _faults(on, relation, in_law, known):
        raise Unacceptable(faults)
    person = known or parties.meet(by=by, on=by.agency_id, given=given, family=family)
    for kind, value in (("phone", phone), ("email", email)):
        if value:
            _way(by, person, kind, value, safe)
    return Contact.objects.create(
        client=on, party=person, relation=relation, legal_relation=in_law, household=home, began_on=began
    )


@action("people.end_contact", on="people.Contact", locks=True)
def end_contact(*, by: Actor, on: Contact, ended_on: date | None = None, reason: str = "") -> bool:
    """Somebody is in the client's life no more, from a day on; every right of theirs ends with it."""
    ended = ended_on or today(by.zone)
    if faults := rules.span_faults(began=on.began_on, ended=ended):
        raise Unacceptable(faults)
    end_all(ContactRight.objects.filter(contact=on), ended, by=by, reason=reason)
    return revisions.change(on, by=by, reason=reason, ended_on=ended)


@action("people.add_way", on="people.Contact")
def add_way(*, by: Actor, on: Contact, kind: str, value: str, safe: bool = True) -> ContactPoint:
    """A phone number, e-mail or address of a contact, and whether using it endangers nobody."""
    return parties.add_way(by=by, on=on.party_id, kind=kind, value=value, safe=safe)


@action("people.end_way", on="people.Contact")
def end_way(*, by: Actor, on: Contact, way: UUID) -> None:
    """A number or address of a contact is used no more."""
    point = find("parties.ContactPoint", way)
    if point.party_id != on.party_id:
        raise NotHere("parties.ContactPoint")
    parties.end_way(by=by, on=point)


def _faults(client: Client, relation: str, in_law: str, known: Any) -> list[Fault]:
    faults = [] if relation else [Fault("people.fault.no_relation", "relation")]
    if in_law not in rules.IN_LAW:
        faults.append(Fault("people.fault.offered", "in_law"))
    if known and known.pk == client.party_id:
        faults.append(Fault("people.fault.own_contact", "party"))
    if known and Contact.objects.filter(client=client, party=known, ended_on=None).exists():
        faults.append(Fault("people.fault.contact_already", "party"))
    if known and TeamPlace.objects.filter(client=client, staff__party=known, ended_on=None).exists():
        faults.append(Fault("people.fault.kin", "party"))
    return faults


def _home(client: Client, household: UUID | Any) -> Any:
    home = find("people.Household", household)
    if not Residence.objects.filter(client=client, household=home).exists():
        raise Unacceptable(Fault("people.fault.offered", "household"))
    return home


def _way(by: Actor, person: Any, kind: str, value: str, safe: bool) -> None:
    try:
        parties.add_way(by=by, on=person, kind=kind, value=value, safe=safe)
    except Unacceptable as no:
        raise Unacceptable([Fault(fault.code, kind, fault.values) for fault in no.faults]) from no
