"""Sessions that run: `session/1`, with what was recorded elsewhere, so that it goes on here."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef

from alongside.behaviour.models import Deviation, Observation, StrategyUse
from alongside.field.packing.caseload import Caseload
from alongside.field.packing.sections.care import beside, crises
from alongside.people.models import Client
from alongside.sessions.lookups import RECENT
from alongside.sessions.models import Ending, Presence, Session

Operations = dict[UUID, list[tuple[datetime, dict[str, Any]]]]


def session(load: Caseload, clients: Sequence[Client]) -> Iterator[tuple[UUID, dict[str, Any]]]:
    """Ten statements. A second observer works blind: only of one's own sessions is it told what was recorded."""
    rows = Session.objects.filter(
        ~Exists(Ending.objects.filter(session=OuterRef("pk"))), client__in=clients, service_day__gte=load.day - RECENT
    )
    found = list(rows.order_by("began_at"))
    recorded = _recorded([row.pk for row in found if row.staff_id == load.by.staff_id])
    for row in found:
        yield row.client_id, {
            "id": row.pk, "client": row.client_id, "visit": row.visit_id, "began_at": row.began_at, "zone": row.zone,
            "place": row.place, "site": row.site_id, "programme": row.programme_id, "staff": row.staff_id,
            "recorded": [operation for _, operation in sorted(recorded[row.pk], key=lambda one: one[0])],
        }  # fmt: skip


def _recorded(sessions: Sequence[UUID]) -> Operations:
    """As the operations that would have made them (docs/field-protocol.md, section 7)."""
    found: Operations = defaultdict(list)
    for row in Observation.objects.filter(session__in=sessions, second=False):
        found[row.session_id].append((row.received_at, _observed(row)))
    for use in StrategyUse.objects.filter(session__in=sessions):
        details = {"strategy": use.strategy_id, "undone": use.undone, "at": use.at}
        found[use.session_id].append(
            (use.at, _one("behaviour.use_strategy/1", use.pk, use.session_id, use.at, details))
        )
    for left in Deviation.objects.filter(session__in=sessions):
        said = {"what": left.what, "reason": left.reason, "strategy": left.strategy_id}
        found[left.session_id].append((left.at, _one("behaviour.deviate/1", left.pk, left.session_id, left.at, said)))
    for there in Presence.objects.filter(session__in=sessions):
        who = {"who": there.who, "took_part": there.took_part, "undone": there.undone}
        one = _one("sessions.note_presence/1", there.pk, there.session_id, there.at, who)
        found[there.session_id].append((there.at, one))
    for at, one in beside(sessions):
        found[one["on"]].append((at, one))
    for session, at, one in crises(sessions):
        found[session].append((at, one))
    return found


def _observed(row: Observation) -> dict[str, Any]:
    if row.retracts:
        return _one("behaviour.retract/1", row.pk, row.follows_id, row.happened_at, {"reason": row.reason})
    said = {"details": row.details, "happened_at": row.happened_at}
    if row.follows_id:
        return _one("behaviour.correct/1", row.pk, row.follows_id, row.happened_at, {**said, "reason": row.reason})
    said |= {"target": row.target_id, "measure": row.measure, "second": row.second}
    return _one("behaviour.record/1", row.pk, row.session_id, row.happened_at, said)


def _one(kind: str, id: UUID, on: UUID | None, at: datetime, details: dict[str, Any]) -> dict[str, Any]:
    return {"id": id, "kind": kind, "on": on, "at": at, "details": details}
