"""What waits in the inbox."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from alongside.desk.inbox import policy  # noqa: F401  (the rules of these verbs)
from alongside.foundation import outbox
from alongside.foundation.doing import query
from alongside.foundation.feeds.following import parked as parked_reactions
from alongside.foundation.policy import Actor


@dataclass(frozen=True)
class Told:
    """A letter: the code of its sentence, where it leads, when it came."""

    id: UUID
    code: str
    path: str
    at: datetime


@dataclass(frozen=True)
class Parked:
    """A consequence that failed five times: of which act, and the kind of fault."""

    reaction: str
    verb: str
    fault: str
    since: datetime


@query("desk.inbox", on="workforce.Staff")
def inbox(*, by: Actor, on: Any) -> tuple[Told, ...]:
    """Letters not acknowledged yet, newest first, at most 100. Two statements."""
    return tuple(Told(row.pk, row.code, row.path, row.made_at) for row in outbox.waiting_for(on.pk))


@query("desk.parked", on="agencies.Agency")
def parked(*, by: Actor, on: Any) -> tuple[Parked, ...]:
    """What the worker gave up for now, oldest first, at most 100."""
    return tuple(Parked(row.reaction, verb, row.fault, row.first_at) for row, verb in parked_reactions())
