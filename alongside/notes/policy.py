"""Who may do what with a note: its author, whoever co-signs for the author today, the client's team."""

from datetime import UTC, datetime, timedelta
from typing import Any

from alongside.foundation.errors import No
from alongside.foundation.policy import Actor, rule, ruled
from alongside.people.lookups import to_its_client

CONFIRMED_FOR = timedelta(minutes=10)


def to_session(actor: Actor, session: Any) -> frozenset[str]:
    """Whoever ran the session writes its note."""
    return frozenset({"author"} if session.staff_id == actor.staff_id else ())


def to_note(actor: Actor, note: Any) -> frozenset[str]:
    """author; cosigner: asked to co-sign, or supervising the author today, also as a dated cover.

    An author stays one when the place on the team has ended: the visit took place and its account must be finished.
    """
    found = {"author"} if note.author_id == actor.staff_id else set()
    if actor.staff_id == note.cosigner_id or note.author_id in actor.supervises:
        found.add("cosigner")
    return frozenset(found)


def near_note(actor: Actor, note: Any) -> frozenset[str]:
    """What somebody is to the note, and to its client."""
    return to_note(actor, note) | to_its_client(actor, note)


def to_self(actor: Actor, staff: Any) -> frozenset[str]:
    return frozenset({"self"} if staff.pk == actor.staff_id else ())


def confirmed(actor: Actor, path: str) -> No | None:
    """A signature needs somebody who has just shown who they are: ten minutes, then again."""
    if actor.confirmed_at and datetime.now(UTC) - actor.confirmed_at <= CONFIRMED_FOR:
        return None
    return No("notes.no.confirm", way_on=f"/account/confirm/?next={path}")


ruled("notes.draft", relations=to_session)
ruled(
    "notes.save", "notes.choose", "notes.explain", "notes.correct", "notes.put_aside", "notes.take_up",
    "notes.leave",
    relations=to_note,
)  # fmt: skip
ruled("notes.work", "notes.ready", "notes.compare", relations=to_note)
ruled("notes.to_sign", "notes.to_cosign", "notes.returned", relations=to_self)


@rule("notes.see", relations=near_note)
@rule("notes.print", relations=near_note)
def may_see(actor: Actor, note: Any) -> No | None:
    """A draft belongs to its author until it is signed."""
    if note.state == "draft" and note.author_id != actor.staff_id:
        return No("notes.no.draft")
    return None


@rule("notes.sign", relations=to_note)
def may_sign(actor: Actor, note: Any) -> No | None:
    return confirmed(actor, f"/notes/{note.pk}/sign/")


@rule("notes.add", relations=to_note)
def may_add(actor: Actor, note: Any) -> No | None:
    return confirmed(actor, f"/notes/{note.pk}/addendum/")


@rule("notes.cosign", relations=to_note)
def may_cosign(actor: Actor, note: Any) -> No | None:
    return _own(actor, note) or confirmed(actor, f"/notes/{note.pk}/cosign/")


@rule("notes.weigh", relations=to_note)
def may_weigh(actor: Actor, note: Any) -> No | None:
    return _own(actor, note)


@rule("notes.give_back", relations=to_note)
def may_give_back(actor: Actor, note: Any) -> No | None:
    return _own(actor, note)


def _own(actor: Actor, note: Any) -> No | None:
    return No("notes.no.own") if note.author_id == actor.staff_id else None
