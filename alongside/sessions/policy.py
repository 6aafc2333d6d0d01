"""Who may begin and end a session, and say who was there."""

from typing import Any

from alongside.foundation.policy import Actor, ruled
from alongside.people.lookups import to_its_client
from alongside.schedule.policy import to_its_visit


def to_its_session(actor: Actor, subject: Any) -> frozenset[str]:
    """`author` for whoever runs the session; otherwise what the actor is to the client. No statement for the author."""
    return frozenset({"author"}) if subject.staff_id == actor.staff_id else to_its_client(actor, subject)


ruled("sessions.start", "sessions.take_over", "sessions.visits", relations=to_its_client)
ruled("sessions.end", "sessions.note_clock", "sessions.note_presence", "sessions.verify", relations=to_its_session)
ruled("sessions.see_visit", relations=to_its_visit)
ruled("sessions.week")
ruled("sessions.unverified")


def own(actor: Actor, subject: Any) -> frozenset[str]:
    """`self` for the actor's own staff row."""
    return frozenset({"self"}) if subject.pk == actor.staff_id else frozenset()


ruled("sessions.my_week", relations=own)
