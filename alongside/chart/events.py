"""What happened with a client, newest first: visits, notes, plans, phases, other changes, what was noticed, crises."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from alongside.agencies.lookups import places_of_service
from alongside.behaviour.lookups import noticed
from alongside.foundation.messages import say
from alongside.foundation.policy import Actor
from alongside.incidents.lookups import crises_of
from alongside.notes.lookups import NoteFacts, notes_of
from alongside.plans import lookups as plans
from alongside.sessions.lookups import of_client
from alongside.workforce.lookups import names


@dataclass(frozen=True)
class Event:
    """One event. `kind`: visit, note, plan, phase, change, notice, crisis; `state` refines it.

    `values` fill its sentence.
    """

    at: datetime
    kind: str
    state: str
    values: dict[str, Any]
    url: str = ""

    @property
    def signed(self) -> bool:
        return self.kind == "plan" or self.state in {"signed", "co-signed"}


def events(client_id: UUID, *, by: Actor, most: int, before: datetime | None = None) -> list[Event]:
    """The newest events, at most `most`, each with a way to what the reader may open. Nine statements."""
    found = [*_visits_and_notes(client_id, by, most, before), *_plans(client_id)]
    found += [*_noticed(client_id, by, most, before), *_crises(client_id, by, most, before)]
    found = [e for e in found if before is None or e.at < before]
    return sorted(found, key=lambda e: e.at, reverse=True)[:most]


def opens(by: Actor, note: NoteFacts) -> bool:
    """Whether the reader of a record may open this note of it: a draft is its author's until it is signed."""
    return by.may("notes.see") and (note.state != "draft" or note.author_id == by.staff_id)


def _visits_and_notes(client_id: UUID, by: Actor, most: int, before: datetime | None) -> Iterator[Event]:
    spent = of_client(client_id, most=most, before=before)
    notes = notes_of(client_id, [s.id for s in spent])
    called = names({s.staff_id for s in spent} | {n.author_id for n in notes})
    places = places_of_service()
    for s in spent:
        minutes = round((s.ended_at - s.began_at).total_seconds() / 60) if s.ended_at else None
        where = s.site_name or s.place or places.get(s.place_of_service, s.place_of_service)
        values = {"who": called[s.staff_id], "where": where, "minutes": minutes}
        elsewhere = s.taken_from and not s.site_id  # a published session: nobody here made it
        state = "taken" if elsewhere else "ended" if s.ended_at else "now"
        way = f"/sessions/{s.id}/" if by.may("behaviour.watch") else ""
        yield Event(s.began_at, "visit", state, values, way)
    for n in notes:
        yield _note(n, called[n.author_id], f"/notes/{n.id}/" if opens(by, n) else "")


def _noticed(client_id: UUID, by: Actor, most: int, before: datetime | None) -> Iterator[Event]:
    for one in noticed(client_id, most=most, before=before):
        way = f"/sessions/{one.session_id}/record/" if by.may("behaviour.watch") else ""
        yield Event(one.at, "notice", "different", {"area": say("behaviour.area." + one.area), "new": one.words}, way)


def _crises(client_id: UUID, by: Actor, most: int, before: datetime | None) -> Iterator[Event]:
    for one in crises_of(client_id, most=most, before=before):
        minutes = round((one.closed_at - one.began_at).total_seconds() / 60) if one.closed_at else None
        way = f"/crises/{one.id}/" if by.may("incidents.see") else ""
        yield Event(one.began_at, "crisis", "over" if one.closed_at else "now", {"minutes": minutes}, way)


def _note(note: NoteFacts, who: str, way: str) -> Event:
    return Event(note.state_at, "note", note.state, {"who": who, "day": note.service_day}, way)


def _plans(client_id: UUID) -> Iterator[Event]:
    for v in plans.plans_in_force(client_id):
        yield Event(
            v.begins_at,
            "plan",
            v.kind,
            {"number": v.number, "by": v.by, "new": v.summary},
            f"/clients/{client_id}/plans/",
        )
    named = {t.id: t.name for t in plans.targets_of(client_id, also_ended=True)}
    for p in plans.phases_of(client_id):
        values = {"label": p.label, "name": named[p.target_id]}
        yield Event(p.begins_at, "phase", p.condition, values, f"/behaviors/{p.target_id}/")
    for c in plans.other_changes(client_id):
        yield Event(c.at, "change", "noted", {"label": c.label})
