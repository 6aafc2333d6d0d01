"""A case of a file as what the agency keeps: a plan with one target and its phases, sessions by day, values."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from alongside.behaviour.actions import Seen
from alongside.foundation.moments import moment, start_of
from alongside.interchange.single_case import naming
from alongside.measure.series import Case, Phase
from alongside.plans.rules import Begun, texts

NINE = time(9)
MINUTES = 30  # of a session where the file does not say


@dataclass(frozen=True)
class Day:
    """One row of the file as a session: its number there, its time here, and its value."""

    number: float
    began_at: datetime
    ended_at: datetime
    value: float


@dataclass(frozen=True)
class Shaped:
    """A case with the days on which its sessions stand."""

    case: Case
    days: tuple[Day, ...]
    phases: tuple[Begun, ...]


def shaped(case: Case, *, first_day: date, zone: str) -> Shaped:
    """Sessions at 9:00 in the agency's zone, one a day: the session's number in the file is the number of its day."""
    numbers = [number for phase in case.phases for number in phase.sessions]
    offsets = _offsets(numbers)
    length = timedelta(minutes=case.outcome.session_minutes or MINUTES)
    values = [value for phase in case.phases for value in phase.values]
    days = tuple(
        Day(number, began, began + length, value)
        for number, value, began in zip(numbers, values, _moments(first_day, offsets, zone), strict=True)
    )
    return Shaped(case, days, _phases(case, days, zone))


def plan(of: Shaped, *, review_on: date) -> texts.Whole:
    """A behavior plan that holds the one thing measured; what the article does not say is left empty."""
    case = of.case
    target = texts.Target(
        kind="behaviour" if case.outcome.improvement == "decrease" else "skill", name=naming.outcome(case),
        measure="reported", improvement=case.outcome.improvement, settings={"unit": naming.unit(case)}, pinned=1,
    )  # fmt: skip
    about = texts.About(f"{case.dataset}: {case.series}", review_on)
    return texts.Whole(kind="behaviour", about=about, targets=(target,))


def seen(of: Shaped, client: UUID, target: UUID) -> dict[UUID, list[Seen]]:
    """The value of each session, by the session's id, at the session's end."""
    return {
        session: [Seen(naming.observation_id(session), target, {"value": day.value}, day.ended_at)]
        for day in of.days
        for session in [naming.session_id(client, day.number)]
    }


def _offsets(numbers: list[float]) -> list[int]:
    """Days after the first: by the sessions' numbers where these are whole and near each other, else one by one."""
    whole = all(number == int(number) for number in numbers)
    if whole and numbers[-1] - numbers[0] <= 10 * len(numbers):
        return [int(number - numbers[0]) for number in numbers]
    return list(range(len(numbers)))


def _moments(first_day: date, offsets: list[int], zone: str) -> Iterator[datetime]:
    for offset in offsets:
        yield moment(first_day + timedelta(days=offset), NINE, zone, which="first")


def _phases(case: Case, days: tuple[Day, ...], zone: str) -> tuple[Begun, ...]:
    """Each phase begins with the local day of its first session."""
    baseline = "A" if any(phase.condition == "A" for phase in case.phases) else case.phases[0].condition
    starts = _starts(case, days)
    return tuple(
        Begun(
            "baseline" if phase.condition == baseline else "intervention", label(phase),
            start_of(start.began_at.astimezone(ZoneInfo(zone)).date(), zone),
        )
        for phase, start in starts
    )  # fmt: skip


def _starts(case: Case, days: tuple[Day, ...]) -> list[tuple[Phase, Day]]:
    found, at = [], 0
    for phase in case.phases:
        found.append((phase, days[at]))
        at += len(phase.sessions)
    return found


def label(phase: Phase) -> str:
    """A phase's name in the file; its condition where it has none."""
    return phase.name.strip() or phase.condition
