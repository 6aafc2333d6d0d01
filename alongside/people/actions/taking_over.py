"""A client whose record was kept elsewhere until now comes in whole: programs, care team, what everybody must know."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from alongside.foundation.doing import action, find
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import checked
from alongside.parties import actions as parties
from alongside.people import rules
from alongside.people.marks import rare_mark
from alongside.people.models import Alert, Client, Enrolment, TeamPlace


@dataclass(frozen=True)
class Stay:
    """In a program, or beside the client as `part`, from a day up to, not including, `ended_on`."""

    of: UUID
    began_on: date
    ended_on: date | None = None
    part: str = "tss"


@action("people.take_over", on="agencies.Agency", makes=True)
def take_over(
    *, by: Actor, on: Any, id: UUID, identifier: str, given: str, admitted_on: date, family: str = "",
    born: date | None = None, programs: Sequence[Stay] = (), team: Sequence[Stay] = (), alert: str = "",
) -> Client:  # fmt: skip
    """Take a client over with an id made by the caller, the same each time. The same id again is the same client.

    Raises Unacceptable for an identifier that another client has, and for stays before the admission.
    """
    there = Client.objects.filter(pk=id).first()
    if there is not None:
        return there
    identifier = checked(identifier=identifier.upper(), most=40)["identifier"]
    if faults := _faults(identifier, admitted_on, [*programs, *team], alert):
        raise Unacceptable(faults)
    party = parties.meet(by=by, on=on, given=given, family=family, born=born, searched=True)
    mark = rare_mark(find("agencies.Programme", programs[0].of) if programs else None)
    client = Client.objects.create(
        id=id, party=party, identifier=identifier, quilt_pattern=mark.pattern, quilt_hue=mark.hue,
        admitted_on=admitted_on,
    )  # fmt: skip
    _stays(client, programs, team)
    if alert:
        Alert.objects.create(client=client, kind="warn", icon="warn", text=alert, began_on=admitted_on)
    return client


def _faults(identifier: str, admitted_on: date, stays: Sequence[Stay], alert: str) -> list[Fault]:
    faults = rules.client_faults(identifier=identifier, diagnosis="")
    if Client.objects.filter(identifier=identifier).exists():
        faults.append(Fault("people.fault.identifier_taken", "identifier", {"identifier": identifier}))
    checked(alert=alert, most=120)
    for stay in stays:
        faults += rules.span_faults(began=stay.began_on, ended=stay.ended_on, since=admitted_on)
        faults += [] if stay.part in rules.PARTS else [Fault("people.fault.offered", "part")]
    return faults


def _stays(client: Client, programs: Sequence[Stay], team: Sequence[Stay]) -> None:
    Enrolment.objects.bulk_create(
        Enrolment(client=client, programme_id=stay.of, began_on=stay.began_on, ended_on=stay.ended_on)
        for stay in programs
    )
    TeamPlace.objects.bulk_create(
        TeamPlace(client=client, staff_id=stay.of, part=stay.part, began_on=stay.began_on, ended_on=stay.ended_on)
        for stay in team
    )
