"""One observation through behaviour.record, and its bare INSERTs into the same tables in one transaction."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from django.db import connection

from alongside.behaviour import actions as behaviour
from alongside.behaviour.actions import Seen
from alongside.foundation.ids import uuid7
from alongside.foundation.policy import Actor
from alongside.foundation.tenancy import inside
from alongside.sessions import actions as sessions
from alongside.workforce import lookups
from bench.place import Place
from bench.table import Result
from bench.timing import in_turns, statements
from bench.world import World

BARE = (
    """insert into behaviour_observation (id, session_id, client_id, target_id, measure, details, happened_at, zone,
        service_day, observer_id, second, retracts, reason) values (%s, %s, %s, %s, 'rate', '{"count": 1}', %s, %s, %s, %s,
        false, false, '')""",
    """insert into behaviour_tally as t (id, session_id, client_id, target_id, measure, second, service_day, began_at, n,
        numerator) values (%s, %s, %s, %s, 'count', true, %s, %s, 1, 1)
        on conflict (agency_id, session_id, target_id, measure, second) do update set n = t.n + 1,
        numerator = t.numerator + 1""",
    """insert into foundation_entry (id, verb, outcome, staff_id, account_id, role, relation, session_ref, subject,
        subject_id, client_id, reason) values (%s, 'behaviour.record', 'done', %s, %s, 'tss', 'author', '',
        'sessions.Session', %s, %s, '')""",
)
STATEMENTS, LIMIT = 8, 4.0


def results(place: Place) -> Iterator[Result]:
    world = place.large
    with place.at(world.database):
        with inside(world.agency):
            actor = lookups.actor(world.ids["tss_last"], account_id=world.ids["tss_last_account"])
            assert actor is not None
            session = _running(world, actor)
        began = session.began_at
        ticks = count()

        def moment() -> datetime:
            return began + timedelta(milliseconds=next(ticks))

        def through_the_action() -> None:
            with inside(world.agency, actor.account_id):
                seen = Seen(uuid7(), world.ids["target_long"], {"count": 1}, moment())
                behaviour.record(by=actor, on=session.pk, observations=[seen])

        def bare() -> None:
            with inside(world.agency, actor.account_id), connection.cursor() as cursor:
                _insert(cursor, session, actor, world, moment())

        with statements() as sent:
            through_the_action()
        yield Result("statements", len(sent), unit="", limit=STATEMENTS, remark=_named(sent))
        value, baseline = in_turns(through_the_action, bare, times=place.times(400), warm=20)
        yield Result("time", value, baseline=baseline, limit=LIMIT)


def _running(world: World, actor: Actor) -> Any:
    return sessions.start(
        by=actor, on=world.ids["client_long"], id=uuid7(), began_at=datetime.now(UTC) - timedelta(hours=1),
        programme_id=world.ids["programme"], site_id=world.ids["site"], overlap_reason="an earlier run",
    )  # fmt: skip


def _insert(cursor: Any, session: Any, actor: Actor, world: World, at: datetime) -> None:
    client, target = session.client_id, world.ids["target_long"]
    cursor.execute(
        BARE[0], [uuid7(), session.pk, client, target, at, session.zone, session.service_day, actor.staff_id]
    )
    cursor.execute(BARE[1], [uuid7(), session.pk, client, target, session.service_day, session.began_at])
    cursor.execute(BARE[2], [uuid7(), actor.staff_id, actor.account_id, session.pk, client])


def _named(sent: list[str]) -> str:
    return ", ".join(" ".join(one.split()[:2]).lower() for one in sent)
