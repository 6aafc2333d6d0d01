"""One case into the agency, by actions: whole or not at all, and only once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from alongside.behaviour import actions as behaviour
from alongside.behaviour.lookups import series
from alongside.foundation.moments import start_of, today
from alongside.foundation.policy import Actor
from alongside.interchange.asking import Place
from alongside.interchange.single_case import naming
from alongside.interchange.single_case.shaping import Shaped, plan, seen
from alongside.people import actions as people
from alongside.people.actions import Stay
from alongside.plans import actions as plans
from alongside.plans.lookups import targets_of
from alongside.sessions import actions as sessions
from alongside.sessions.elsewhere import Elsewhere

ALERT = "Published data, not a real person: {source}"
LONGEST_ALERT = 120
LOOKED_OVER_AFTER = timedelta(days=180)
NEW, THERE, OTHERWISE = "new", "there", "otherwise"


@dataclass(frozen=True)
class Into:
    """Where cases come in: the agency, who answers for it, the program, and who is beside them."""

    place: Place
    by: Actor
    program: UUID
    team: Sequence[Stay]


def bring(into: Into, of: Shaped, source: str) -> str:
    """Bring one case in from the file `source`; "new", "there" where the same is there already, "otherwise" where it
    is there with other values or days. The caller stands inside the agency's wall, in a transaction of this case.
    """
    client = naming.client_id(into.place.id, of.case)
    if found := targets_of(client, also_ended=True):
        return THERE if _same(client, found[0].id, of) else OTHERWISE
    first_day, last_day = (today(into.place.zone, of.days[n].began_at) for n in (0, -1))
    # An old case that comes in today is not late on the day it comes: nobody here could have looked it over before.
    review_on = max(last_day, today(into.place.zone)) + LOOKED_OVER_AFTER
    _client(into, of, client, first_day)
    plans.take_over(
        by=into.by, on=client, whole=plan(of, review_on=review_on), source=source,
        begins_at=start_of(first_day, into.place.zone), phases={naming.outcome(of.case): of.phases},
    )  # fmt: skip
    target = targets_of(client)[0].id
    sessions.take_over(by=into.by, on=client, sessions=_sessions(into, of, client), source=source)
    behaviour.take_over(by=into.by, on=client, seen=seen(of, client, target))
    return NEW


def _client(into: Into, of: Shaped, client: UUID, first_day: date) -> None:
    said = ALERT.format(source=of.case.dataset)
    people.take_over(
        by=into.by, on=into.place.id, id=client, identifier=naming.identifier(of.case), given=naming.name(of.case),
        family=of.case.dataset, admitted_on=first_day, programs=[Stay(into.program, first_day)],
        team=[Stay(stay.of, max(stay.began_on, first_day), part=stay.part) for stay in into.team],
        alert=said if len(said) <= LONGEST_ALERT else ALERT.format(source="").rstrip(": "),
    )  # fmt: skip


def _sessions(into: Into, of: Shaped, client: UUID) -> list[Elsewhere]:
    return [
        Elsewhere(
            id=naming.session_id(client, day.number), staff_id=into.by.staff_id, programme_id=into.program,
            began_at=day.began_at, ended_at=day.ended_at, zone=into.place.zone, place=of.case.dataset,
        )
        for day in of.days
    ]  # fmt: skip


def _same(client: UUID, target: UUID, of: Shaped) -> bool:
    there = [(point.began_at, point.value) for point in series(client, target)]
    return there == [(day.began_at, day.value) for day in of.days]
