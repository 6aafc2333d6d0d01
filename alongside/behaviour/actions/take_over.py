"""Observations of sessions that were kept elsewhere until now: many sessions of one client, one act."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from alongside.behaviour import scoring, stream, tallies
from alongside.behaviour.recording import Scene, row_of
from alongside.behaviour.stream import Row, Seen
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.policy import Actor
from alongside.people.models import Client
from alongside.plans.models import Target
from alongside.sessions.models import Ending, Session

MOST_AT_ONCE = 20_000
BATCH = 1_000


@action("behaviour.take_over", on="people.Client")
def take_over(*, by: Actor, on: Client, seen: Mapping[UUID, Sequence[Seen]]) -> tuple[UUID, ...]:
    """Take over what was seen, by session; the ids of what was new. The observer is who ran the session.

    Only for sessions that were taken over themselves: what happens here is recorded by who saw it. The same id with
    the same words is passed over. Raises Unacceptable with every fault; the field is the id of the observation.
    """
    scenes = _scenes(on, seen)
    rows, faults = _rows(scenes, seen)
    there = stream.by_ids([row.id for row in rows])
    faults += [_at(row, "other_words") for row in rows if row.id in there and not there[row.id].same_as(row)]
    if faults:
        raise Unacceptable(faults)
    fresh = [row for row in rows if row.id not in there]
    for first in range(0, len(fresh), BATCH):
        scoring.insert(fresh[first : first + BATCH])
    touched = {row.session_id for row in fresh}
    tallies.remake_all(scenes[session_id].session for session_id in touched)
    return tuple(row.id for row in fresh)


def _scenes(client: Client, seen: Mapping[UUID, Sequence[Seen]]) -> dict[UUID, Scene]:
    """The sessions with their ends, and the client's targets. Three statements."""
    if sum(map(len, seen.values())) > MOST_AT_ONCE:
        raise Unacceptable(Fault("behaviour.fault.too_many", "", {"most": MOST_AT_ONCE}))
    targets = {t.pk: t for t in Target.objects.filter(client=client, began_at__isnull=False)}
    if {one.target_id for found in seen.values() for one in found} - targets.keys():
        raise Unacceptable(Fault("behaviour.fault.no_such_target", "target"))
    sessions = Session.objects.filter(pk__in=list(seen), client=client).exclude(taken_from="")
    ends = dict(Ending.objects.filter(session__in=list(seen)).values_list("session_id", "ended_at"))
    scenes = {session.pk: Scene(session, ends.get(session.pk), targets) for session in sessions}
    if seen.keys() - scenes.keys():
        raise Unacceptable(Fault("behaviour.fault.not_taken_over", "session"))
    return scenes


def _rows(scenes: Mapping[UUID, Scene], seen: Mapping[UUID, Sequence[Seen]]) -> tuple[list[Row], list[Fault]]:
    rows, faults = [], []
    for session_id, found in seen.items():
        here = scenes[session_id]
        for one in found:
            row, wrong = row_of(here, one, observer_id=here.session.staff_id, second=False)
            rows.append(row)
            faults += [Fault(fault.code, str(one.id), fault.values) for fault in wrong]
    return rows, faults


def _at(row: Row, code: str) -> Fault:
    return Fault(f"behaviour.fault.{code}", str(row.id))
