"""What the tests of packs begin with: Theo's plan and coming visits, a session that runs, what was recorded in it."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from alongside.agencies import actions as agencies
from alongside.behaviour import actions as behaviour
from alongside.behaviour.tests import scenes
from alongside.foundation.ids import uuid7
from alongside.foundation.moments import today
from alongside.notes.tests import scenes as noted
from alongside.people import actions as people
from alongside.plans.models import Strategy, Target
from alongside.schedule import actions as schedule
from alongside.sessions import actions as sessions
from tests import plans

ZONE = "America/New_York"


def of_kind(pack: dict[str, Any], kind: str) -> dict[str, Any]:
    """client -> body of the sections of a kind."""
    return {section["client"]: section["body"] for section in pack["sections"] if section["kind"] == kind}


def whole_day(cast: Any) -> None:
    """Theo with both plans, an alert, his mother who may be told; a visit today, two tomorrow, one session running."""
    day = today(ZONE)
    booked(cast, cast.theo, day + timedelta(days=1), time(15))  # before the plans that Rosa has not read yet
    booked(cast, cast.lucia, day + timedelta(days=1), time(17))
    noted.plan(cast)
    plans.published(cast, kind="treatment")
    plans.published(cast, client=cast.lucia)
    people.change(
        by=cast.imani, on=cast.theo.pk, diagnosis="F84.0", own_words="When it is too loud I go where the beans are.",
        matters="Quiet. Trains.", strengths="Maps.", culture="Sunday lunch. Loud rooms feel unsafe.",
    )  # fmt: skip
    people.raise_alert(by=cast.imani, on=cast.theo.pk, kind="danger", text="Runs toward roads")
    june = people.connect(
        by=cast.imani, on=cast.theo.pk, relation="mother", in_law="parent", given="June", family="Bell",
        phone="+1 215 555 0142",
    )  # fmt: skip
    people.grant_right(by=cast.imani, on=june, right="be_told")
    agencies.add_on_call(by=cast.dev, on=cast.agency, name="On call, days", number="+1 215 555 0110", site=cast.site.pk)
    running(cast)


def booked(cast: Any, client: Any, day: date, clock: time, *, staff: str = "rosa") -> Any:
    begins = datetime.combine(day, clock, ZoneInfo(ZONE)).astimezone(UTC)
    return schedule.book(
        by=cast.dev, on=client.pk, staff_id=cast.staff[staff], programme_id=cast.programme.pk, begins_at=begins,
        ends_at=begins + timedelta(hours=1), zone=ZONE, site_id=cast.site.pk, place="Room 12",
    )  # fmt: skip


def running(cast: Any) -> Any:
    """A session of Rosa's with Theo that began an hour ago on the web, with a row of each kind."""
    began = scenes.an_hour_ago()
    session = scenes.session(cast, began_at=began)
    hands = Target.objects.get(client=cast.theo, name="Aggression")
    first = scenes.seen(hands, 5, count=1)
    scenes.record(cast, session, first)
    behaviour.correct(by=cast.rosa, on=first.id, id=uuid7(), details={"count": 2})
    used = Strategy.objects.filter(client=cast.theo, moment="during", version__ended_at=None).first()
    behaviour.use_strategy(by=cast.rosa, on=session.pk, id=uuid7(), strategy_id=used.pk)
    sessions.note_presence(by=cast.rosa, on=session.pk, id=uuid7(), who="Ms. Lee", took_part=True)
    return session
