"""Recording daily living."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from alongside.foundation import reference
from alongside.foundation.doing import action
from alongside.foundation.errors import Unacceptable
from alongside.foundation.policy import Actor
from alongside.living import rules
from alongside.living.models import Helped
from alongside.sessions.models import Ending, Session


@action("living.help", on="sessions.Session", makes=True)
def help(  # noqa: A001  (the contract's word)
    *, by: Actor, on: Session, id: UUID, activity: str, level: str, choice: str = "", refused: bool = False,
    at: datetime | None = None,
) -> Helped:  # fmt: skip
    """Say how much help an activity took, or that it was refused, now or `at`. The same id once."""
    there = Helped.objects.filter(pk=id, session=on).first()
    if there:
        return there
    when, now = at or datetime.now(UTC), datetime.now(UTC)
    ended = Ending.objects.filter(session=on).values_list("ended_at", flat=True).first()
    slack = timedelta(minutes=reference.load("visits")["clock_slack_minutes"])
    wrong = rules.faults(activity=activity, level=level, choice=choice, known=reference.load("living"))
    wrong += rules.moment_faults(when, began_at=on.began_at, ended_at=ended, now=now, slack=slack)
    if wrong:
        raise Unacceptable(wrong)
    return Helped.objects.create(
        id=id, session=on, client_id=on.client_id, staff_id=by.staff_id, activity=activity, level=level, choice=choice,
        refused=refused, service_day=on.service_day, at=when,
    )  # fmt: skip
