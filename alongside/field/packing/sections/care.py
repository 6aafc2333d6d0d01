"""What a client works for and practises: `reinforcers/1`, `living/1`; and what was recorded beside the targets."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from alongside.behaviour.lookups import balances
from alongside.behaviour.models import Exchange, Notice, Token
from alongside.field.packing.caseload import Caseload
from alongside.incidents.lookups import of_sessions as crises_of_sessions
from alongside.living.lookups import practised
from alongside.living.models import Helped
from alongside.people.models import Client
from alongside.plans.lookups import menus_of
from alongside.skills.models import Probed, TechniqueUse

LATELY = timedelta(days=60)


def reinforcers(load: Caseload, clients: Sequence[Client]) -> Iterator[tuple[UUID, dict[str, Any]]]:
    """The menu, and what the client has as far as the server knows. Three statements."""
    ids = [client.pk for client in clients]
    menus, has = menus_of(ids), balances(ids)
    for id in ids:
        lines = [
            {"id": r.id, "text": r.text, "cost": r.cost, "schedule": r.schedule, "every": r.every, "counts": r.counts}
            for r in menus[id]
        ]
        yield id, {"menu": lines, "tokens": has[id].has}


def living(load: Caseload, clients: Sequence[Client]) -> Iterator[tuple[UUID, dict[str, Any]]]:
    """The activities practised lately, the most frequent first: they stand first on the page. One statement."""
    found = practised([client.pk for client in clients], since=load.day - LATELY)
    for client in clients:
        yield client.pk, {"practised": found[client.pk]}


def beside(sessions: Sequence[UUID]) -> Iterator[tuple[datetime, dict[str, Any]]]:
    """What was recorded beside the targets, as the operations that would have made it. Six statements."""
    for notice in Notice.objects.filter(session__in=sessions):
        yield _one("behaviour.notice/1", notice, {"area": notice.area, "words": notice.words})
    for token in Token.objects.filter(session__in=sessions):
        said = {"count": token.count, "for": token.target_id, "words": token.words}
        yield _one("behaviour.give_token/1", token, said)
    for taken in Exchange.objects.filter(session__in=sessions):
        yield _one("behaviour.exchange/1", taken, {"reinforcer": taken.reinforcer_id, "cost": taken.cost})
    for help in Helped.objects.filter(session__in=sessions):
        said = {"activity": help.activity, "level": help.level, "choice": help.choice, "refused": help.refused}
        yield _one("living.help/1", help, said)
    for use in TechniqueUse.objects.filter(session__in=sessions):
        said = {name: getattr(use, name) for name in ("technique", "went", "felt", "felt_words", "words")}
        yield _one("skills.use_technique/1", use, said)
    for one in Probed.objects.filter(session__in=sessions):
        yield _one("skills.probe/1", one, {"probe": one.probe_id, "words": one.words})


def crises(sessions: Sequence[UUID]) -> Iterator[tuple[UUID, datetime, dict[str, Any]]]:
    """That there was a crisis, from when to when; what was done in it is read in its own record. One statement."""
    for one in crises_of_sessions(sessions):
        assert one.session_id is not None
        begun = {"session": one.session_id, "began_at": one.began_at}
        yield one.session_id, one.began_at, _step("begin", one.id, one.client_id, one.began_at, begun)
        if one.closed_at is not None:
            over = {"closed_at": one.closed_at}
            yield one.session_id, one.closed_at, _step("close", one.id, one.id, one.closed_at, over)


def _step(step: str, id: UUID, on: UUID | None, at: datetime, details: dict[str, Any]) -> dict[str, Any]:
    return {"id": id, "kind": f"incidents.{step}/1", "on": on, "at": at, "details": details}


def _one(kind: str, row: Any, details: dict[str, Any]) -> tuple[datetime, dict[str, Any]]:
    return row.at, {"id": row.pk, "kind": kind, "on": row.session_id, "at": row.at, "details": details}
