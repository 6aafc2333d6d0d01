"""The last visits, recorded here by those who were there, and their notes: to sign, to co-sign, returned, done.

Signatures carry the time at which the demo was made: nobody signed yesterday.
"""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID, uuid5

from alongside.behaviour import actions as behaviour
from alongside.documents import lookups as documents
from alongside.notes import actions as notes
from alongside.notes.actions import save as save_draft
from alongside.notes.models import Note
from alongside.people.models import Client
from alongside.plans.lookups import strategies_of
from alongside.project.demo import alone, beside, history
from alongside.project.demo.cast import House, Told
from alongside.project.demo.outcomes import count_along
from alongside.project.demo.plans import lead
from alongside.schedule import actions as schedule
from alongside.sessions import actions as sessions
from alongside.sessions.models import Session

USED = 2  # strategies of the plan in a visit
FIRST_USE = timedelta(minutes=7)  # and as long again before the next


def live_through(house: House, client: Client, told: Told) -> None:
    """Each visit that the file tells of, on the last regular days, the oldest first."""
    beside.put_on_the_menu(house, client, told)
    rows = told.get("recent", ())
    days = history.last_days(house, told, len(rows))
    for ago, row, day in zip(range(len(rows), 0, -1), rows, days, strict=True):
        session = _record(house, client, told, day, ago, row)
        note = notes.draft(by=house[told["visits"]["who"]], on=session.pk)
        STATES[row["state"]](house, told, row, note)


def _record(house: House, client: Client, told: Told, day: date, ago: int, row: Told) -> Session:
    """A visit from booking to its end, by whoever makes it."""
    who, began = told["visits"]["who"], history.begins(house, told, day)
    by, length = house[who], timedelta(minutes=told["visits"]["minutes"])
    visit = schedule.book(
        by=house["dev"], on=client.pk, staff_id=house.staff[who], programme_id=house.programs[told["programs"][0]],
        site_id=house.sites[told["site"]], place=told.get("place", ""), begins_at=began, ends_at=began + length,
        zone=house.told["agency"]["zone"],
    )  # fmt: skip
    here = uuid5(client.pk, f"visit/{day}")
    session: Session = sessions.start(by=by, on=client.pk, id=here, began_at=began, visit_id=visit.pk)
    for n, there in enumerate(row.get("present", ())):
        sessions.note_presence(by=by, on=here, id=uuid5(here, f"present/{n}"), who=there, took_part=n == 0)
    seen = history.seen_in(client, told, [history.Span(here, began, began + length, ago)])
    behaviour.record(by=by, on=here, observations=seen[here])
    if "second" in row:
        count_along(house, row["second"], here, seen[here])
    used = strategies_of(session.plan_version_id)[:USED] if session.plan_version_id else ()
    for n, strategy in enumerate(used, 1):
        at = began + n * FIRST_USE
        behaviour.use_strategy(by=by, on=here, id=uuid5(here, str(strategy.id)), strategy_id=strategy.id, at=at)
    beside.record(by, here, client.pk, began, row)
    alone.look_after(house, told, here, began, began + length, row)
    sessions.end(by=by, on=here, ended_at=began + length)
    behaviour.settle(by=by, on=here)
    return session


def _leave(house: House, told: Told, row: Told, note: Note) -> None:
    """A draft that waits for its author."""


def _sign(house: House, told: Told, row: Told, note: Note) -> None:
    """With what only the author can say: whatever part the draft does not have, and who is safe."""
    by, paper = house[told["visits"]["who"]], documents.at_work(note.document_id)
    assert paper is not None
    there = {sentence["role"] for sentence in paper.body["sentences"]}
    added = {role: text for role, text in row["words"].items() if role not in there or role in ("safety", "plan")}
    save_draft(
        by=by, on=note.pk, based_on=paper.saved, texts={}, added=added, present=paper.body["present"],
        format=paper.body["format"],
    )  # fmt: skip
    paper = documents.at_work(note.document_id)
    assert paper is not None
    notes.sign(by=by, on=note.pk, saved=paper.saved)


def _cosign(house: House, told: Told, row: Told, note: Note) -> None:
    _sign(house, told, row, note)
    notes.cosign(by=house[lead(told)], on=note.pk, digest=_digest(note.document_id))


def _give_back(house: House, told: Told, row: Told, note: Note) -> None:
    _sign(house, told, row, note)
    notes.give_back(by=house[lead(told)], on=note.pk, digest=_digest(note.document_id), reason=row["reason"])


def _digest(document: UUID) -> str:
    newest = documents.newest(document)
    assert newest is not None
    return newest.digest


STATES: dict[str, Callable[[House, Told, Told, Note], None]] = {
    "draft": _leave, "signed": _sign, "co-signed": _cosign, "returned": _give_back,
}  # fmt: skip
