"""The diary of the demo: this week and the next as the files say, and today a visit that is due next."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from alongside.agencies.lookups import programmes_named, sites_named
from alongside.foundation import reference, tenancy
from alongside.people.models import Client
from alongside.project.demo import cast, clients, history, ready
from alongside.project.demo.cast import House, Told
from alongside.project.demo.steps import Steps
from alongside.schedule import actions as schedule
from alongside.schedule import lookups
from alongside.schedule.lookups import Planned

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
    yesterday, last = house.today - timedelta(days=1), house.today + timedelta(days=AHEAD + 1)
    diary = Diary(house, lookups.visits_between(yesterday, last), _clients())  # a visit may last past midnight
    until = datetime.combine(last, time(), ZoneInfo(house.told["agency"]["zone"]))
    for told in clients.everybody():
        ready.keep(house, diary.clients[told["person"]["identifier"]], told, until)
    missing = [wanted for wanted in (*_today(house), *_ahead(house)) if diary.has_room_for(wanted)]
    for wanted in steps("Demo: the diary", missing, "visits"):
        if diary.has_room_for(wanted):
            diary.book(wanted)


def _ahead(house: House) -> Iterator[Wanted]:
    """The regular visits of the next days."""
    first, last = house.today + timedelta(days=1), house.today + timedelta(days=AHEAD)
    for told in clients.everybody():
        for day in history.visiting_days(told, first, last):
            yield Wanted(told, history.begins(house, told, day), told["visits"]["minutes"])


def _today(house: House) -> Iterator[Wanted]:
    """So many minutes from now, on a quarter of an hour. Late at night the one that must be is due already."""
    by_number = {told["person"]["identifier"]: told for told in clients.everybody()}
    now, zone = datetime.now(UTC), ZoneInfo(house.told["agency"]["zone"])
    for row in reference.load("demo/today")["visit"]:
        ahead = _quarter(now + timedelta(minutes=row["in"]))
        is_today = ahead.astimezone(zone).date() == now.astimezone(zone).date()
        if is_today or row.get("always"):
            yield Wanted(by_number[row["client"]], ahead if is_today else _quarter(now - QUARTER), row["minutes"])


def _quarter(at: datetime) -> datetime:
    return at.replace(minute=at.minute // 15 * 15, second=0, microsecond=0)


def _clients() -> dict[str, UUID]:
    return dict(Client.objects.values_list("identifier", "pk"))


@dataclass(frozen=True)
class Diary:
    """What is booked from yesterday on, read once: a second start is quick."""

    house: House
    booked: list[Planned]
    clients: dict[str, UUID]

    def has_room_for(self, wanted: Wanted) -> bool:
        """Whether neither the client has a visit that day which is still to come, nor the member of staff one then."""
        client, who = self._client(wanted), self.house.staff[wanted.told["visits"]["who"]]
        coming = [v for v in self.booked if not v.called_off and v.ends_at > datetime.now(UTC)]
        that_day = [v for v in coming if self._day(v.begins_at) == self._day(wanted.begins_at)]
        busy = any(
            who == v.staff_id and v.begins_at < wanted.ends_at and v.ends_at > wanted.begins_at
            for v in self.booked if not v.called_off
        )  # fmt: skip
        return not busy and all(v.client_id != client for v in that_day)

    def book(self, wanted: Wanted) -> None:
        """By the scheduler, as it is done at the desk."""
        told, house = wanted.told, self.house
        names = {row["key"]: row["name"] for row in (*house.told["program"], *house.told["site"])}
        schedule.book(
            by=house["dev"], on=self._client(wanted), staff_id=house.staff[told["visits"]["who"]],
            programme_id=programmes_named(names[told["programs"][0]])[0], site_id=sites_named(names[told["site"]])[0],
            place=told.get("place", ""), begins_at=wanted.begins_at, ends_at=wanted.ends_at,
            zone=house.told["agency"]["zone"],
        )  # fmt: skip
        day = self._day(wanted.begins_at)
        self.booked[:] = [v for v in self.booked if self._day(v.begins_at) != day] + lookups.visits_between(day, day)

    def _client(self, wanted: Wanted) -> UUID:
        return self.clients[wanted.told["person"]["identifier"]]

    def _day(self, at: datetime) -> date:
        return at.astimezone(ZoneInfo(self.house.told["agency"]["zone"])).date()
