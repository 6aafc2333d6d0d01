"""The thread from objectives to the visits in which they were worked on, and to the notes that speak of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from alongside.behaviour.lookups import recorded_in, recorded_since
from alongside.chart.events import opens
from alongside.foundation import reference
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.foundation.webkit.times import local
from alongside.notes.lookups import NoteFacts, notes_of
from alongside.notes.speaking import speaking_of
from alongside.outcomes.reading.thread import Facts, Gap, Worked, gaps
from alongside.plans.lookups import Strand
from alongside.sessions.lookups import Spent, of_client
from alongside.workforce.lookups import names

VISITS = 100  # newest visits of the client that are looked through
SIGNED = ("signed", "co-signed", "returned")


@dataclass(frozen=True)
class Stitch:
    """A visit in which an objective was worked on. `note`: the state of its note, or ""; `speaks`: of the objective."""

    at: datetime
    zone: str
    who: str
    way: str
    note: str
    note_way: str
    speaks: bool
    owed: bool
    day: date

    @property
    def signed(self) -> bool:
        return self.note in SIGNED


@dataclass(frozen=True)
class Thread:
    """One objective with its visits, the newest first. `visits`: in how many it was worked on since it was planned."""

    strand: Strand
    since: date
    visits: int
    last_on: date | None
    stitches: tuple[Stitch, ...]
    gaps: tuple[Gap, ...]

    @property
    def spoken(self) -> int:
        """Notes, of the visits that were looked through, that speak of it."""
        return sum(stitch.speaks for stitch in self.stitches)


def threads(client_id: UUID, strands: Iterable[Strand], *, by: Actor) -> tuple[Thread, ...]:
    """The threads of a client's objectives. Six statements; none where there is no objective."""
    these = tuple(strands)
    if not these:
        return ()
    since = {one.id: local(one.since, by.zone).date() for one in these}
    found = _Found.read(client_id, these, since, by)
    return tuple(_thread(one, since[one.id], found) for one in these)


@dataclass(frozen=True)
class _Found:
    """What was read once for all objectives of a client."""

    spent: list[Spent]
    recorded: Mapping[UUID, frozenset[UUID]]
    counted: Mapping[UUID, tuple[int, date | None]]
    spoken: Mapping[UUID, frozenset[UUID]]
    notes: Mapping[UUID, NoteFacts]
    called: Mapping[UUID, str]
    by: Actor

    @staticmethod
    def read(client_id: UUID, strands: tuple[Strand, ...], since: Mapping[UUID, date], by: Actor) -> "_Found":
        spent = [one for one in of_client(client_id, most=VISITS) if one.ended_at]
        ids = [one.id for one in spent]
        kin = frozenset().union(*(one.ids for one in strands))
        begun: dict[UUID, date] = {}
        for one in strands:
            if one.target_id:
                begun[one.target_id] = min(since[one.id], begun.get(one.target_id, since[one.id]))
        notes = {note.session_id: note for note in notes_of(client_id, ids) if note.state != "aside"}
        return _Found(
            spent, recorded_in(ids), recorded_since(begun),
            {one.session_id: one.objectives for one in speaking_of(client_id, kin, most=VISITS)}, notes,
            names({one.staff_id for one in spent}), by,
        )  # fmt: skip


def _thread(one: Strand, since: date, found: _Found) -> Thread:
    worked = [spent for spent in found.spent if spent.service_day >= since and _works_on(spent, one, found)]
    stitches = tuple(_stitch(spent, one, found) for spent in worked)
    visits, last = found.counted.get(one.target_id, (0, None)) if one.target_id else (0, None)
    visits, last = max(visits, len(worked)), last or (worked[0].service_day if worked else None)
    passed = sum(spent.service_day > last if last else spent.service_day >= since for spent in found.spent)
    broken = gaps(
        Facts(since, last, passed, one.target_id is not None,
              [Worked(s.day, s.signed, s.speaks, s.owed) for s in stitches]),
        today(found.by.zone), reference.load("outcomes"),
    )  # fmt: skip
    return Thread(one, since, visits, last, stitches, broken)


def _works_on(spent: Spent, one: Strand, found: _Found) -> bool:
    """Its target was recorded; where nothing measures it, the note speaks of it."""
    if one.target_id is not None and one.target_id in found.recorded.get(spent.id, ()):
        return True
    return bool(found.spoken.get(spent.id, frozenset()) & one.ids)


def _stitch(spent: Spent, one: Strand, found: _Found) -> Stitch:
    note, by = found.notes.get(spent.id), found.by
    return Stitch(
        at=spent.began_at, zone=spent.zone, who=found.called.get(spent.staff_id, ""),
        way=f"/sessions/{spent.id}/record/" if by.may("behaviour.watch") else "",
        note=note.state if note else "", note_way=f"/notes/{note.id}/" if note and opens(by, note) else "",
        speaks=bool(found.spoken.get(spent.id, frozenset()) & one.ids), owed=not spent.taken_from,
        day=spent.service_day,
    )  # fmt: skip
