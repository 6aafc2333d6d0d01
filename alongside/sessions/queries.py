"""What a page may read about visits and the sessions that kept them."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.timezone import now

from alongside.foundation.doing import query
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.people.lookups import Banner, banner
from alongside.people.models import Client
from alongside.schedule import lookups as schedule
from alongside.schedule.lookups import Planned
from alongside.schedule.models import Visit
from alongside.sessions.diary import Days, Standing, days, monday, standings
from alongside.sessions.unplaced import Unplaced, unplaced
from alongside.workforce.models import Staff

MOST_ON_A_PAGE = 400


@dataclass(frozen=True)
class VisitPage:
    """One visit with whose it is."""

    standing: Standing
    banner: Banner
    mine: bool
    others: tuple[Planned, ...]


@dataclass(frozen=True)
class ClientVisits:
    """One client's visits: the coming ones in order, the last ones newest first."""

    banner: Banner
    ahead: tuple[Standing, ...]
    past: tuple[Standing, ...]


@dataclass(frozen=True)
class Unverified:
    """The newest first; `cut`: there are more."""

    visits: tuple[Unplaced, ...]
    cut: bool


@query("sessions.see_visit", on="schedule.Visit")
def see_visit(*, by: Actor, on: Visit) -> VisitPage:
    """One visit, how it stands, and which visits share its time."""
    visit = schedule.planned(on.pk)
    same_time = schedule.clashing(
        staff_id=visit.staff_id, client_id=visit.client_id, begins_at=visit.begins_at, ends_at=visit.ends_at, but=on.pk
    )
    [standing] = standings([visit])
    return VisitPage(standing, banner(on.client_id), visit.staff_id == by.staff_id, tuple(same_time))


@query("sessions.visits", on="people.Client")
def visits(*, by: Actor, on: Client) -> ClientVisits:
    """A client's coming visits, and how the last ones stood. Five statements."""
    at = now()
    found = standings(schedule.around_now(on.pk, at))
    ahead = tuple(one for one in found if one.visit.begins_at > at)
    past = tuple(one for one in reversed(found) if one.visit.begins_at <= at)
    return ClientVisits(banner(on.pk), ahead, past)


@query("sessions.week", on="agencies.Agency")
def week(*, by: Actor, on: Any, first: date | None = None, day: date | None = None) -> Days:
    """A week of the agency's visits, or one day; for somebody who only supervises, those of their own staff."""
    begin, number = (day, 1) if day else (monday(first or today(by.zone)), 7)
    near = None if {"scheduler", "director"} & set(by.roles) else [by.staff_id, *by.supervises]
    last = begin + timedelta(days=number - 1)
    visits = schedule.visits_between(begin, last, staff_ids=near, most=MOST_ON_A_PAGE + 1)
    return days(begin, visits, number=number, most=MOST_ON_A_PAGE)


@query("sessions.unverified", on="agencies.Agency")
def unverified(*, by: Actor, on: Any) -> Unverified:
    """Visits of the last seven days that no place verifies, of clients whose visits one may open. Three statements."""
    found, cut = unplaced(by, today=today(by.zone))
    return Unverified(found, cut)


@query("sessions.my_week", on="workforce.Staff")
def my_week(*, by: Actor, on: Staff, first: date | None = None) -> Days:
    """A week of one's own visits."""
    begin = monday(first or today(by.zone))
    return days(begin, schedule.visits_of(on.pk, begin, begin + timedelta(days=6)))
