"""Tallies: what each session's stream adds up to, kept with every recording, remade at will."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from django.db import connection

from alongside.behaviour import stream
from alongside.behaviour.measures import definition, definitions
from alongside.behaviour.rules import sums
from alongside.behaviour.rules.sums import Sum
from alongside.foundation import tenancy
from alongside.foundation.ids import uuid7
from alongside.foundation.planned import planned
from alongside.plans.models import Target
from alongside.sessions.lookups import hours_of_sessions
from alongside.sessions.models import Session

Side = tuple[UUID, str]  # target, measure


@dataclass(frozen=True)
class Place:
    """The session that tallies belong to, and the observer's side."""

    session_id: UUID
    client_id: UUID
    service_day: Any
    began_at: Any
    hours: float | None
    second: bool = False


def of(session: Session, *, hours: float | None, second: bool) -> Place:
    return Place(session.pk, session.client_id, session.service_day, session.began_at, hours, second)


def add(place: Place, changes: Mapping[Side, Sum]) -> None:
    """Add to the running sums, in one statement; the value follows in the database."""
    _upsert(place, changes, replacing=False)


def keep_in_order(place: Place, side: Side, settings: Mapping[str, Any]) -> None:
    """Remake one tally of an ordered measure from its stream, holding its row so that two recordings take turns."""
    add(place, {side: Sum()})
    _upsert(place, {side: _ordered(place, side, settings)}, replacing=True)


def settle(session_id: UUID, hours: float) -> int:
    """Divide by the session's length, now that it is known. Returns how many tallies it changed."""
    timed = [name for name, one in definitions().items() if one["over"] == "hours"]
    with connection.cursor() as cursor:
        cursor.execute(SETTLE.format(value=_value_sql("t.n", "t.numerator", "%(hours)s")),
                       {"session": session_id, "hours": hours, "timed": timed})  # fmt: skip
        return int(cursor.rowcount)


def rebuild_tallies(
    agency_id: UUID, *, heard: Callable[[int, int], None] = lambda done, of: None, batch: int = 200
) -> int:
    """Remake every tally of an agency from its observations, a transaction a batch; `heard` is told how far it is.

    Returns the number of sessions read.
    """
    with tenancy.inside(agency_id):
        ids = list(Session.objects.order_by("id").values_list("id", flat=True))
    for first in range(0, len(ids), batch):
        with tenancy.inside(agency_id):
            remake_all(Session.objects.filter(pk__in=ids[first : first + batch]))
        heard(min(first + batch, len(ids)), len(ids))
    return len(ids)


def remake(session: Session) -> None:
    """Remake one session's tallies from its stream."""
    remake_all([session])


def remake_all(sessions: Iterable[Session]) -> None:
    """Remake the tallies of sessions from their streams. Five statements, however many."""
    by_id = {session.pk: session for session in sessions}
    hours = hours_of_sessions(by_id)
    with connection.cursor() as cursor:
        cursor.execute("delete from behaviour_tally where session_id = any(%s)", [list(by_id)])
    clients = {session.client_id for session in by_id.values()}
    settings = dict(Target.objects.filter(client__in=clients).values_list("id", "settings"))
    found: dict[Place, dict[Side, list[stream.Row]]] = {}
    for row in stream.standing_in(by_id):
        place = of(by_id[row.session_id], hours=hours.get(row.session_id), second=row.second)
        found.setdefault(place, {}).setdefault((row.target_id, row.measure), []).append(row)
    _upsert_all(
        [(place, {side: total(side, rows, place, settings) for side, rows in sides.items()})
         for place, sides in found.items()],
        replacing=True,
    )  # fmt: skip


def total(side: Side, rows: Iterable[stream.Row], place: Place, settings: Mapping[UUID, Any]) -> Sum:
    """What standing rows of one target and measure add up to."""
    mine = [row for row in rows if (row.target_id, row.measure) == side]
    how = definition(side[1])
    if how.get("ordered"):
        return _in_order(place, how, mine, settings.get(side[0]) or {})
    return sum((sums.adds(how, row.details) for row in mine), Sum())


def _ordered(place: Place, side: Side, settings: Mapping[str, Any]) -> Sum:
    target, measure = side
    rows = stream.standing(place.session_id, second=place.second, target=target, measure=measure)
    return _in_order(place, definition(measure), rows, settings)


def _in_order(place: Place, how: Mapping[str, Any], rows: Iterable[stream.Row], settings: Mapping[str, Any]) -> Sum:
    times = [((row.happened_at - place.began_at).total_seconds(), row.details) for row in rows]
    return sums.in_order(how, settings, times)


def _upsert(place: Place, changes: Mapping[Side, Sum], *, replacing: bool) -> None:
    _upsert_all([(place, changes)], replacing=replacing)


def _upsert_all(changed: Sequence[tuple[Place, Mapping[Side, Sum]]], *, replacing: bool) -> None:
    rows = [
        {
            "id": str(uuid7()), "session_id": str(place.session_id), "client_id": str(place.client_id),
            "target_id": str(target), "measure": measure, "second": place.second,
            "service_day": place.service_day.isoformat(), "began_at": place.began_at.isoformat(), "n": change.n,
            "numerator": str(change.numerator), "value": sums.value(definition(measure), change, place.hours),
            "denominator": sums.divisor(definition(measure), change, place.hours),
        }
        for place, changes in changed
        for (target, measure), change in sorted(changes.items(), key=str)
    ]  # fmt: skip
    if rows:
        with planned() as cursor:
            cursor.execute(_upsert_sql(replacing), [json.dumps(rows)])


@cache
def _upsert_sql(replacing: bool) -> str:
    if replacing:
        changed = "n = excluded.n, numerator = excluded.numerator, denominator = excluded.denominator,"
        return UPSERT + changed + " value = excluded.value, updated_at = now()"
    added = f"case when t.measure in ({_measures('records')}) then t.denominator + excluded.denominator"
    denominator = f"{added} else coalesce(excluded.denominator, t.denominator) end"
    value = _value_sql("(t.n + excluded.n)", "(t.numerator + excluded.numerator)", denominator)
    return (
        UPSERT + "n = t.n + excluded.n, numerator = t.numerator + excluded.numerator,"
        f" denominator = {denominator}, value = {value}, updated_at = now()"
    )


def _value_sql(n: str, numerator: str, denominator: str) -> str:
    """rules.sums.value in SQL, for the measures of reference/measures.toml (whole numbers of our own file)."""
    cases = " ".join(
        f"when '{name}' then {numerator}::float8 * {int(how.get('times', 1))}"
        f" / ({int(how.get('per', 1))} * {'1.0' if how['over'] == 'one' else f'nullif(({denominator})::float8, 0)'})"
        for name, how in definitions().items()
    )
    return f"case when {n} = 0 then null else case t.measure {cases} end end"


def _measures(over: str) -> str:
    return ", ".join(f"'{name}'" for name, how in definitions().items() if how["over"] == over)


UPSERT = """
insert into behaviour_tally as t
    (id, session_id, client_id, target_id, measure, second, service_day, began_at, n, numerator, denominator, value)
select id, session_id, client_id, target_id, measure, second, service_day, began_at, n, numerator, denominator, value
from jsonb_to_recordset(%s::jsonb)
     as r(id uuid, session_id uuid, client_id uuid, target_id uuid, measure text, second boolean, service_day date,
          began_at timestamptz, n int, numerator numeric, denominator float8, value float8)
on conflict (agency_id, session_id, target_id, measure, second) do update set
"""
SETTLE = """
update behaviour_tally t set denominator = %(hours)s, value = {value}, updated_at = now()
where t.session_id = %(session)s and t.measure = any(%(timed)s) and t.denominator is distinct from %(hours)s
"""
