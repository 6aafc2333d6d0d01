"""Timers that run: started, stopped into an observation, or dropped."""

from datetime import datetime, timedelta
from uuid import UUID

from django.utils.timezone import now

from alongside.behaviour.actions.record import record
from alongside.behaviour.models import OpenTimer
from alongside.behaviour.recording import scene
from alongside.behaviour.rules import times
from alongside.behaviour.settling import TIMED
from alongside.behaviour.stream import Seen
from alongside.foundation import reference
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.policy import Actor
from alongside.sessions.models import Session

WATCHED = ("partial_interval", "whole_interval", "momentary")  # the timer is the watch that the intervals divide


@action("behaviour.time", on="sessions.Session")
def time(*, by: Actor, on: Session, id: UUID, target_id: UUID, at: datetime) -> UUID:
    """Start a timer for a target; the id of the one that runs. One target has one timer per person at a time."""
    here = scene(on, {target_id})
    slack = timedelta(minutes=reference.load("visits")["clock_slack_minutes"])
    faults = times.faults(at, began_at=on.began_at, ended_at=here.ended_at, now=now(), slack=slack)
    if here.ended_at is not None:
        faults = [Fault("behaviour.fault.session_over")]
    if here.targets[target_id].measure not in (*TIMED, *WATCHED):
        faults.append(Fault("behaviour.fault.not_timed", "target"))
    if faults:
        raise Unacceptable(faults)
    values = {"id": id, "client_id": on.client_id, "began_at": at}
    timer, _ = OpenTimer.objects.get_or_create(session=on, target_id=target_id, staff_id=by.staff_id, defaults=values)
    return timer.pk


@action("behaviour.stop", on="behaviour.OpenTimer", fetch=("session",))
def stop(*, by: Actor, on: OpenTimer, at: datetime) -> UUID:
    """Stop a timer: the time since its start is recorded under the timer's own id. A watch is dropped instead."""
    session = on.session
    seconds = max(0, round((at - on.began_at).total_seconds(), 1))
    seen = Seen(on.pk, on.target_id, {"seconds": seconds}, on.began_at)
    record(by=by, on=session, observations=[seen], second=by.staff_id != session.staff_id)
    OpenTimer.objects.filter(pk=on.pk).delete()
    return on.pk


@action("behaviour.drop", on="behaviour.OpenTimer")
def drop(*, by: Actor, on: OpenTimer) -> UUID:
    """Let a timer go that was started by mistake. Nothing is recorded."""
    OpenTimer.objects.filter(pk=on.pk).delete()
    return on.pk
