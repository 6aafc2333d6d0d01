"""What the tests of this app begin with: a target, a session, things seen."""

from datetime import UTC, datetime, timedelta

from alongside.behaviour import actions as behaviour
from alongside.behaviour.actions import Seen
from alongside.foundation.ids import uuid7
from alongside.plans.models import Target
from alongside.sessions import actions as sessions


def an_hour_ago() -> datetime:
    return datetime.now(UTC).replace(microsecond=0) - timedelta(hours=1)


def target(cast, measure="count", name="Aggression", **values):
    values = {"kind": "behaviour", "improvement": "decrease", "screen_name": "Hands", "pinned": 1, **values}
    return Target.objects.create(client=cast.theo, name=name, measure=measure, **values)


def session(cast, began_at=None, by=None):
    by = by or cast.rosa
    return sessions.start(
        by=by, on=cast.theo.pk, id=uuid7(), began_at=began_at or an_hour_ago(), programme_id=cast.programme.pk,
        site_id=cast.site.pk, overlap_reason="for the test",
    )  # fmt: skip


def seen(target, minute=1, id=None, measure="", **details):
    at = an_hour_ago() + timedelta(minutes=minute)
    return Seen(id or uuid7(), target.pk, details, at, measure)


def record(cast, session, *observations, by=None, **more):
    return behaviour.record(by=by or cast.rosa, on=session.pk, observations=list(observations), **more)
