"""Today and this week at the demo agency: visits to come, and yesterday's that wait for a note."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from alongside.foundation.errors import Unacceptable
from alongside.people.models import Client
from alongside.project.demo.people import Cast
from alongside.schedule import actions as schedule

ZONE = ZoneInfo("America/New_York")


def arrange(cast: Cast, said: Mapping[str, Any]) -> None:
    """Book each client's visits: one soon or later today, and the rest of the week."""
    dev = cast.actor("dev")
    now = datetime.now(UTC).astimezone(ZONE).replace(second=0, microsecond=0)
    busy: dict[str, datetime] = {}
    for told in said["client"]:
        who = next(w for w in told["team"] if w in {"rosa", "ben"})
        soon = max(busy.get(who, now + timedelta(minutes=10)), now + timedelta(minutes=10))
        length = timedelta(minutes=told["minutes"])
        for begins in [soon, *_week(now, told["hours"])]:
            _book(cast, dev, told, who, begins, length)
        busy[who] = soon + length + timedelta(minutes=30)


def _week(now: datetime, hours: list[int]) -> list[datetime]:
    days = [now.date() + timedelta(days=n) for n in range(1, 8)]
    return [datetime(d.year, d.month, d.day, *hours, tzinfo=ZONE) for d in days if d.weekday() < 5]


def _book(cast: Cast, dev: Any, told: Mapping[str, Any], who: str, begins: datetime, length: timedelta) -> None:
    client = UUID(str(Client.objects.get(party__legal_given=told["name"][0]).pk))
    try:
        schedule.book(
            by=dev, on=client, staff_id=cast.staff[who], programme_id=cast.programs[told["program"]],
            site_id=cast.sites[told["site"]], begins_at=begins, ends_at=begins + length, zone=ZONE.key,
        )  # fmt: skip
    except Unacceptable:
        return  # late in the evening two visits of one day may touch: the earlier one stands
