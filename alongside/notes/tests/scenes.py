"""What the tests of notes begin with: a visit that has ended, its note, a note ready to sign, a signed one."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import time_machine

from alongside.behaviour import actions as behaviour
from alongside.behaviour.tests import scenes
from alongside.documents import lookups as documents
from alongside.foundation.policy import Actor
from alongside.notes import actions as notes
from alongside.notes.models import Note
from alongside.people.models import Client
from alongside.plans.models import Target
from alongside.sessions import actions as sessions
from alongside.sessions.models import Session
from tests import plans

OWN = {
    "safety": "Nobody was hurt and nothing was said or seen that points to danger, in class or on the way to it.",
    "plan": "Keep the break card within reach in math, and ask Imani whether half pages can go into the plan.",
}


def confirmed(actor: Actor, minutes: float = 0) -> Actor:
    """Somebody who showed who they are, so many minutes ago."""
    return replace(actor, confirmed_at=datetime.now(UTC) - timedelta(minutes=minutes))


def plan(cast: Any) -> None:
    """Theo's behavior plan in force since yesterday: hits by rate, breaks by count; and a diagnosis in his record."""
    if not Target.objects.filter(client=cast.theo, name="Aggression").exists():
        with time_machine.travel(datetime.now(UTC) - timedelta(days=1)):
            plans.published(cast)
        Client.objects.filter(pk=cast.theo.pk).update(diagnosis="F84.0")


def visit(
    cast: Any, *, recorded: bool = True, hours_ago: float = 1.5, end: bool = True, by: Actor | None = None
) -> Session:
    """A visit of Rosa's with Theo, an hour long, with what was recorded in it."""
    plan(cast)
    began = datetime.now(UTC).replace(microsecond=0) - timedelta(hours=hours_ago)
    session = scenes.session(cast, began_at=began, by=by)
    if recorded:
        record(cast, session, began, by=by)
    if end:
        sessions.end(by=by or cast.rosa, on=session.pk, ended_at=began + timedelta(hours=1))
        behaviour.settle(by=by or cast.rosa, on=session.pk)
    return session


def record(cast: Any, session: Session, began: datetime, *, by: Actor | None = None) -> None:
    """Two hits, three breaks asked for, one strategy, one change to the plan, the teacher there."""
    by = by or cast.rosa
    hits = Target.objects.get(client=cast.theo, name="Aggression")
    breaks = Target.objects.get(client=cast.theo, name="Asks for a break")
    for target, minutes in ((hits, (12, 31)), (breaks, (6, 22, 48))):
        seen = [scenes.Seen(scenes.uuid7(), target.pk, {"count": 1}, began + timedelta(minutes=m), "") for m in minutes]
        behaviour.record(by=by, on=session.pk, observations=seen)
    strategy = plans.lookups.strategies_of(session.plan_version_id)[0]
    behaviour.use_strategy(by=by, on=session.pk, id=scenes.uuid7(), strategy_id=strategy.id)
    sessions.note_presence(by=by, on=session.pk, id=scenes.uuid7(), who="teacher", took_part=True)


def note(cast: Any, **more: Any) -> Note:
    """The note of such a visit, drafted by Rosa."""
    by = more.get("by") or cast.rosa
    return notes.draft(by=by, on=visit(cast, **more).pk)


def written(cast: Any, *, by: Actor | None = None, own: dict[str, str] | None = None, **more: Any) -> Note:
    """A draft with what only its author can say: ready to sign."""
    made = note(cast, by=by, **more)
    save(made, by=by or cast.rosa, added={**OWN, "objective": "Asks for a break.", **(own or {})})
    return made


def save(
    note: Note, *, by: Actor, texts: dict[str, str] | None = None, added: dict[str, str] | None = None, **more: Any
):
    """Save the draft as its page would."""
    paper = documents.at_work(note.document_id)
    assert paper is not None
    plain = {"present": paper.body["present"], "format": paper.body["format"], "based_on": paper.saved}
    return notes.save(by=by, on=note.pk, texts=texts or {}, added=added or {}, **{**plain, **more})


def sign(note: Note, *, by: Actor):
    """Sign what is on screen now."""
    paper = documents.at_work(note.document_id)
    assert paper is not None
    return notes.sign(by=confirmed(by), on=note.pk, saved=paper.saved)


def signed(cast: Any, **more: Any) -> Note:
    """A note that Rosa signed and Imani is asked to co-sign."""
    made = written(cast, **more)
    sign(made, by=more.get("by") or cast.rosa)
    return Note.objects.get(pk=made.pk)


def digest(note: Note) -> str:
    newest = documents.newest(note.document_id)
    assert newest is not None
    return newest.digest
