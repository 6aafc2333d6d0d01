"""Gathering what a note is drafted from: the visit's rows, the plan in force then, the client, who pays."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from itertools import groupby
from typing import Any
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.timezone import now

from alongside.agencies.lookups import Line, programme
from alongside.behaviour.lookups import Summary, session_summary
from alongside.notes import wording
from alongside.notes.beside import Beside, beside
from alongside.notes.models import Note
from alongside.notes.payers import Payer, payer
from alongside.notes.rules import facts as rules
from alongside.notes.rules.drafting import drafted
from alongside.notes.rules.facts import Objective, SessionFacts
from alongside.notes.rules.units import units
from alongside.people.identity import Identity, identity
from alongside.plans.lookups import InForce, ObjectiveFacts, objectives_of, plan_in_force
from alongside.schedule.lookups import Planned, next_of_client

MOMENTS = ("before", "during", "after")


@dataclass(frozen=True)
class Head:
    """What stands above a note and is signed with it. Times are ISO 8601 in UTC, days ISO dates."""

    client_name: str
    legal_name: str
    given: str
    identifier: str
    born: str
    diagnosis: str
    service_day: str
    began_at: str
    ended_at: str
    zone: str
    minutes: int
    units: int
    units_policy: str
    place: str
    place_code: str
    programme: str
    service_code: str
    modality: str
    payer: str
    payer_edition: str


@dataclass(frozen=True)
class Gathered:
    """Everything that a draft needs."""

    facts: SessionFacts
    head: Head
    programme: Line
    asks: Payer
    service_day: date


@dataclass(frozen=True)
class Around:
    """What stands around a visit: the client, the program, the plan in force then, what comes next."""

    client: Identity
    programme: Line
    plan: InForce | None
    objectives: tuple[ObjectiveFacts, ...]
    next: Planned | None


def gathered(session_id: UUID) -> Gathered | None:
    """One visit, gathered; None while it runs. At most twenty-one statements, whatever the visit holds."""
    summary = session_summary(session_id)
    session = summary.session
    if session.ended_at is None:
        return None
    around = Around(
        client=identity(session.client_id), programme=programme(session.programme_id),
        plan=plan_in_force(session.client_id, at=session.began_at), objectives=objectives_of(session.client_id),
        next=next_of_client(session.client_id, max(session.ended_at, now())),
    )  # fmt: skip
    earlier = _minutes_before(session.client_id, session.service_day, around.programme.service_code)
    return put_together(summary, around, beside(session), earlier=earlier)


def put_together(summary: Summary, around: Around, more: Beside, *, earlier: int) -> Gathered:
    """The same from what was read already; `earlier`: minutes of the same service on the same day before."""
    line, day = around.programme, summary.session.service_day
    asks = payer(line.payer, on=day)
    return Gathered(_facts(summary, around, more), _head(summary, around, asks, earlier), line, asks, day)


def body(found: Gathered) -> dict[str, Any]:
    """The body of the first draft: drafted sentences, who was present, and the head."""
    return {
        "format": found.programme.note_format, "head": asdict(found.head), "left_out": [],
        "present": wording.names(found.facts.present),
        "sentences": wording.body_of(drafted(found.facts), zone=found.facts.zone),
    }  # fmt: skip


def _facts(summary: Summary, around: Around, more: Beside) -> SessionFacts:
    session, client, plan, following = summary.session, around.client, around.plan, around.next
    assert session.ended_at is not None
    return SessionFacts(
        session=str(session.id), client=rules.Person(client.given, client.pronouns), began_at=session.began_at,
        ended_at=session.ended_at, zone=session.zone, place=session.site_name or session.place,
        early_reason=session.early_reason, plan=plan.number if plan else None,
        objectives=numbered(around.objectives), **_observed(summary), **_beside(more),
        next=rules.Next(str(following.id), following.begins_at) if following else None,
    )  # fmt: skip


def _observed(summary: Summary) -> dict[str, Any]:
    return {
        "present": tuple(rules.Present(str(p.id), p.who, p.took_part) for p in summary.presences),
        "targets": tuple(
            rules.Target(
                str(t.target_id), t.name, t.kind, t.measure,
                tuple(rules.Seen(str(o.id), o.at, o.details) for o in t.seen),
            )
            for t in summary.targets
        ),
        "abc": tuple(rules.Sequence(str(a.id), a.name, a.at, a.details) for a in summary.abc),
        "used": tuple(
            rules.Used(str(u.strategy_id), u.text, u.first_at, tuple(map(str, u.ids)))
            for u in sorted(summary.strategies, key=lambda u: (MOMENTS.index(u.moment), u.first_at))
        ),
        "deviated": tuple(rules.Deviated(str(d.id), d.at, d.what, d.reason) for d in summary.deviations),
    }  # fmt: skip


def _beside(more: Beside) -> dict[str, Any]:
    return {
        "noticed": tuple(rules.Noticed(str(n.id), n.at, n.area, n.words) for n in more.noticed),
        "tokens": tuple(rules.Token(str(t.id), t.at, t.count, t.target, t.words) for t in more.tokens),
        "exchanges": tuple(rules.Exchange(str(e.id), e.at, e.what, e.cost) for e in more.exchanges),
        "helped": tuple(
            rules.Helped(str(h.id), h.at, h.activity, h.level, h.choice, h.refused) for h in more.helped
        ),
        "techniques": tuple(
            rules.Technique(str(t.id), t.at, t.name, t.went, t.felt, t.felt_words, t.words) for t in more.techniques
        ),
        "crises": tuple(rules.Crisis(str(c.id), c.began_at, c.closed_at) for c in more.crises),
        "preferences": tuple(rules.Preference(str(p.id), p.method, p.ranked) for p in more.preferences),
    }  # fmt: skip


def numbered(found: Iterable[ObjectiveFacts]) -> tuple[Objective, ...]:
    """Objectives as a plan numbers them: goal 1 has 1.1, 1.2 and so on."""
    return tuple(
        Objective(str(one.id), f"{goal}.{number}", one.text, str(one.target_id) if one.target_id else None)
        for goal, (_, some) in enumerate(groupby(found, key=lambda one: one.goal_id), 1)
        for number, one in enumerate(some, 1)
    )


def _head(summary: Summary, around: Around, asks: Payer, earlier: int) -> Head:
    session, client, line = summary.session, around.client, around.programme
    assert session.ended_at is not None
    minutes = int((session.ended_at - session.began_at).total_seconds() // 60)
    return Head(
        client_name=client.name, legal_name=client.legal_name, given=client.given, identifier=client.identifier,
        born=client.born.isoformat() if client.born else "", diagnosis=client.diagnosis,
        service_day=session.service_day.isoformat(), began_at=_utc(session.began_at), ended_at=_utc(session.ended_at),
        zone=session.zone, minutes=minutes, units=units(asks.units, minutes, earlier=earlier), units_policy=asks.units,
        place=session.site_name or session.place, place_code=session.place_of_service, programme=line.name,
        service_code=line.service_code, modality="1:1", payer=asks.key, payer_edition=asks.edition,
    )  # fmt: skip


def _minutes_before(client_id: UUID, day: date, service_code: str) -> int:
    """Minutes of the same service that other notes of this client have on this day. One statement."""
    rows = Note.objects.filter(client=client_id, service_day=day, service_code=service_code).exclude(state="aside")
    return sum(rows.values_list("minutes", flat=True))


def _utc(at: Any) -> str:
    return DjangoJSONEncoder().default(at)
