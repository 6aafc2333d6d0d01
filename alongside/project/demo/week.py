"""The diary of the demo: this week and the next as the files say, and today a visit that is due next."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from alongside.agencies.lookups import programmes_named, sites_named
from alongside.foundation import reference, tenancy
from alongside.people.models import Client
from alongside.project.demo import cast, clients, history
from alongside.project.demo.cast import House, Told
from alongside.project.demo.steps import Steps
from alongside.schedule import actions as schedule
from alongside.schedule import lookups

AHEAD = 8  # days, today not counted
QUARTER = timedelta(minutes=15)


@dataclass(frozen=True)
class Wanted:
    """A visit that belongs into the diary."""

    told: Told
    begins_at: datetime
    minutes: int

    @property
    def ends_at(self) -> datetime:
        return self.begins_at + timedelta(minutes=self.minutes)


def keep_up(steps: Steps) -> None:
    """Book what is not booked yet: also when the demo is opened again days later."""
    agency = tenancy.current()
    assert agency is not None
    house = cast.again(agency)
    for wanted in steps("Demo: the diary", [*_today(house), *_ahead(house)], "visits"):
        if _free(house, wanted):
            _book(house, wanted)


def _ahead(house: House) -> Iterator[Wanted]:
    """The regular visits of the next days."""
    first, last = house.today + timedelta(days=1), house.today + timedelta(days=AHEAD)
    for told in clients.everybody():
        for day in history.visiting_days(told, first, last):
            yield Wanted(told, history.begins(house, told, day), told["visits"]["minutes"])


def _today(house: House) -> Iterator[Wanted]:
    """So many minutes from now, on a quarter of an hour; late at night it is due already, so that it is today's."""
    by_number = {told["person"]["identifier"]: told for told in clients.everybody()}
    now, zone = datetime.now(UTC), ZoneInfo(house.told["agency"]["zone"])
    for row in reference.load("demo/today")["visit"]:
        ahead = _quarter(now + timedelta(minutes=row["in"]))
        is_today = ahead.astimezone(zone).date() == now.astimezone(zone).date()
        yield Wanted(by_number[row["client"]], ahead if is_today else _quarter(now - QUARTER), row["minutes"])


def _quarter(at: datetime) -> datetime:
    return at.replace(minute=at.minute // 15 * 15, second=0, microsecond=0)


def _free(house: House, wanted: Wanted) -> bool:
    """Whether neither the client has a visit that day which is still to come, nor the member of staff one then."""
    zone, client = ZoneInfo(house.told["agency"]["zone"]), _client(wanted.told)
    day = wanted.begins_at.astimezone(zone).date()
    booked = [v for v in lookups.visits_between(day, day) if not v.called_off and v.ends_at > datetime.now(UTC)]
    mine = [v for v in booked if v.staff_id == house.staff[wanted.told["visits"]["who"]]]
    busy = any(v.begins_at < wanted.ends_at and v.ends_at > wanted.begins_at for v in mine)
    return not busy and all(v.client_id != client for v in booked)


def _book(house: House, wanted: Wanted) -> UUID:
    told = wanted.told
    names = {row["key"]: row["name"] for row in (*house.told["program"], *house.told["site"])}
    booked: UUID = schedule.book(
        by=house["dev"], on=_client(told), staff_id=house.staff[told["visits"]["who"]],
        programme_id=programmes_named(names[told["programs"][0]])[0], site_id=sites_named(names[told["site"]])[0],
        place=told.get("place", ""), begins_at=wanted.begins_at, ends_at=wanted.ends_at,
        zone=house.told["agency"]["zone"],
    ).pk  # fmt: skip
    return booked


def _client(told: Told) -> UUID:
    found: UUID = Client.objects.values_list("pk", flat=True).get(identifier=told["person"]["identifier"])
    return found
