"""How visits stand, and days of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.utils.timezone import now

from alongside.schedule.lookups import Planned
from alongside.sessions import lookups, rules
from alongside.sessions.lookups import Spent


@dataclass(frozen=True)
class Standing:
    """A visit and how it stands now: see rules.STANDINGS."""

    visit: Planned
    session: Spent | None
    state: str

    @property
    def code(self) -> str:
        """The state as the last part of a sentence's code."""
        return self.state.replace("-", "_")


@dataclass(frozen=True)
class Days:
    """Visits by day, every day of the span, empty ones too. `cut`: there are more than a page holds."""

    first: date
    days: tuple[tuple[date, tuple[Standing, ...]], ...]
    cut: bool = False

    @property
    def one(self) -> bool:
        return len(self.days) == 1

    @property
    def before(self) -> date:
        return self.first - timedelta(days=len(self.days))

    @property
    def after(self) -> date:
        return self.first + timedelta(days=len(self.days))


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def days(first: date, visits: Iterable[Planned], *, number: int = 7, most: int = 0) -> Days:
    """`number` days from `first`; with `most`, at most so many visits."""
    planned = list(visits)
    found = standings(planned[:most] if most else planned)
    span = [first + timedelta(days=n) for n in range(number)]
    by_day = tuple((day, tuple(s for s in found if s.visit.service_day == day)) for day in span)
    return Days(first, by_day, cut=bool(most) and len(planned) > most)


def standings(visits: Iterable[Planned]) -> list[Standing]:
    """How each visit stands. One statement."""
    planned = list(visits)
    sessions: dict[UUID, Spent] = lookups.of_visits([visit.id for visit in planned])
    return [_standing(visit, sessions.get(visit.id)) for visit in planned]


def _standing(visit: Planned, session: Spent | None) -> Standing:
    state = rules.standing(
        begins_at=visit.begins_at, ends_at=visit.ends_at, called_off=visit.called_off, now=now(),
        began_at=session.began_at if session else None, ended_at=session.ended_at if session else None,
    )  # fmt: skip
    return Standing(visit, session, state)
