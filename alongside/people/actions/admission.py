"""A client comes to the agency, leaves it, and may come again."""

from datetime import date
from typing import Any
from uuid import UUID

from alongside.foundation import revisions
from alongside.foundation.doing import action, find
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import checked
from alongside.parties import actions as parties
from alongside.parties.lookups import found_exactly
from alongside.people import rules
from alongside.people.ending import end_all
from alongside.people.marks import rare_mark
from alongside.people.models import Client, Enrolment, TeamPlace


@action("people.admit", on="agencies.Agency", makes=True)
def admit(
    *, by: Actor, on: Any, given: str, identifier: str, family: str = "", preferred: str = "", pronouns: str = "",
    born: date | None = None, language: str = "en", interpreter: bool = False, programme: UUID | Any = None,
    admitted_on: date | None = None, another: bool = False,
) -> Client:  # fmt: skip
    """Take somebody in: a person, a number nobody else has, a quilt mark, and a program if named.

    `another`: yes, this is somebody else than the client of the same name and birth date.
    """
    began = admitted_on or today(by.zone)
    identifier = checked(identifier=identifier.upper(), most=40)["identifier"]
    _free(identifier, family, given, born, another)
    party = parties.meet(
        by=by, on=on, given=given, family=family, preferred=preferred, pronouns=pronouns, born=born,
        language=language, interpreter=interpreter, searched=True,
    )  # fmt: skip
    program = find("agencies.Programme", programme) if programme else None
    mark = rare_mark(program)
    client = Client.objects.create(
        party=party, identifier=identifier, quilt_pattern=mark.pattern, quilt_hue=mark.hue, admitted_on=began
    )
    if program:
        Enrolment.objects.create(client=client, programme=program, began_on=began)
    return client


@action("people.discharge", on="people.Client", locks=True)
def discharge(*, by: Actor, on: Client, discharged_on: date | None = None, reason: str = "") -> dict[str, int]:
    """The agency serves somebody no more, from a day on: programs and team places end with it."""
    ended = discharged_on or today(by.zone)
    faults = rules.span_faults(began=on.admitted_on, ended=ended)
    if on.discharged_on:
        faults = [Fault("people.fault.discharged", "discharged_on")]
    if ended > today(by.zone):
        faults.append(Fault("people.fault.to_come", "discharged_on"))
    if faults:
        raise Unacceptable(faults)
    revisions.change(on, by=by, reason=reason, discharged_on=ended)
    rows = {"programs": Enrolment.objects.filter(client=on), "places": TeamPlace.objects.filter(client=on)}
    return {name: end_all(found, ended, by=by, reason=reason) for name, found in rows.items()}


@action("people.readmit", on="people.Client", locks=True)
def readmit(*, by: Actor, on: Client, reason: str = "") -> bool:
    """Somebody comes again, with the same record and the same quilt mark."""
    if on.discharged_on is None:
        raise Unacceptable(Fault("people.fault.here_already"))
    return revisions.change(on, by=by, reason=reason, discharged_on=None)


def _free(identifier: str, family: str, name: str, born: date | None, another: bool) -> None:
    faults = rules.client_faults(identifier=identifier, diagnosis="")
    if Client.objects.filter(identifier=identifier).exists():
        faults.append(Fault("people.fault.identifier_taken", "identifier", {"identifier": identifier}))
    if not another and born and found_exactly(name, family, born):
        faults.append(Fault("people.fault.known_already", "another"))
    if faults:
        raise Unacceptable(faults)
