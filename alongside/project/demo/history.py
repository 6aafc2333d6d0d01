"""Weeks of visits before the agency began with Alongside: taken over from paper sheets, with what was seen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any
from uuid import UUID, uuid5

from alongside.behaviour import actions as behaviour
from alongside.behaviour.actions import Seen
from alongside.foundation.moments import moment
from alongside.people.models import Client
from alongside.plans.lookups import TargetFacts, targets_of
from alongside.project.demo.around import records
from alongside.project.demo.cast import House, Told
from alongside.project.demo.seen import Watch, stream
from alongside.sessions import actions as sessions
from alongside.sessions.elsewhere import Elsewhere

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
SOURCE = "Harbor's paper data sheets"
MISSED = 0.08  # of the visits did not take place


@dataclass(frozen=True)
class Span:
    """A session: its id, from when to when, and how many visits ago it was: what is thrown for it hangs on that."""

    id: UUID
    began_at: datetime
    ended_at: datetime
    ago: int


def take_over(house: House, client: Client, told: Told) -> int:
    """Every visit since the plan began but the last ones, with what was seen; how many visits there were."""
    kept = _kept(house, client, told)
    new = sessions.take_over(by=house["ada"], on=client.pk, sessions=list(kept.values()), source=SOURCE)
    spans = [Span(visit.id, visit.began_at, visit.ended_at, ago) for ago, visit in kept.items()]
    seen = seen_in(client, told, spans)
    behaviour.take_over(by=house["ada"], on=client.pk, seen={visit: rows for visit, rows in seen.items() if rows})
    return len(new)


def last_days(house: House, told: Told, number: int) -> list[date]:
    """The last regular days before today: their visits are recorded here, by those who were there."""
    days = visiting_days(told, house.today - timedelta(days=21), house.today - timedelta(days=1))
    return days[len(days) - number :]


def visiting_days(told: Told, first: date, last: date) -> list[date]:
    """The days of the week on which somebody comes, from a day to a day, both included."""
    days = {DAYS.index(day) for day in told["visits"]["days"]}
    every = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return [day for day in every if day.weekday() in days]


def begins(house: House, told: Told, day: date) -> datetime:
    zone = house.told["agency"]["zone"]
    return moment(day, time.fromisoformat(told["visits"]["at"]), zone, which="first")


def _kept(house: House, client: Client, told: Told) -> dict[int, Elsewhere]:
    """How many visits ago -> the visit. The same dice every day, so that the demo tells the same story."""
    since = house.weeks_ago(max(said["weeks"] for said in (told.get("behaviour"), told.get("treatment")) if said))
    days = visiting_days(told, since, house.today - timedelta(days=1))
    last = len(told.get("recent", ()))
    thrown = {ago: Random(f"{client.identifier}/{ago}") for ago in range(len(days), last, -1)}
    return {
        ago: _visit(house, client, told, days[-ago], dice) for ago, dice in thrown.items() if dice.random() > MISSED
    }


def _visit(house: House, client: Client, told: Told, day: date, dice: Random) -> Elsewhere:
    began_at = begins(house, told, day) + timedelta(minutes=dice.randint(-3, 6))
    long = told["visits"]["minutes"] + dice.randint(-6, 6)
    return Elsewhere(
        id=uuid5(client.pk, f"visit/{day}"), staff_id=house.staff[told["visits"]["who"]],
        programme_id=house.programs[told["programs"][0]], began_at=began_at,
        ended_at=began_at + timedelta(minutes=long), zone=house.told["agency"]["zone"],
        site_id=house.sites[told["site"]], place=told.get("place", ""),
    )  # fmt: skip


def seen_in(client: Client, told: Told, spans: Sequence[Span]) -> dict[UUID, list[Seen]]:
    """What was seen of each target in each session, by the session's id."""
    ids = {target.name: target for target in targets_of(client.pk)}
    found: dict[UUID, list[Seen]] = {span.id: [] for span in spans}
    for row in told.get("behaviour", {}).get("target", ()):
        target, begun = ids[row["name"]], _begun(told, row["key"])
        for n, span in enumerate(spans):
            if n % row.get("every", 1) == 0:
                dice = Random(f"{client.identifier}/{span.ago}/{row['key']}")
                level = _level(dice, row["levels"], begun, span.began_at)
                minutes = (span.ended_at - span.began_at).total_seconds() / 60
                settings = dict(target.settings)
                ago = (datetime.now(UTC) - span.began_at) / timedelta(weeks=1)
                alone = tuple(since > ago for since in row.get("learned", ()))
                chances = _after(row, ids, found[span.id])
                found[span.id] += stream(
                    Watch(target.id, target.measure, settings, level, span.began_at, minutes, span.id, alone, chances),
                    dice,
                )
    for span in spans if "around" in told else ():
        found[span.id] += records(
            told, ids[_named(told, told["around"]["target"])].id, session=span.id, began_at=span.began_at,
            ended_at=span.ended_at, ago=span.ago,
        )  # fmt: skip
    return found


def _after(row: Told, ids: dict[str, TargetFacts], seen: Sequence[Seen]) -> tuple[float, ...]:
    """How likely each interval is scored where the file says what it comes after: by the interval before it."""
    if "after" not in row:
        return ()
    first = ids[row["after"]["name"]].id
    before = [False, *(bool(one.details["scored"]) for one in seen if one.target_id == first)]
    return tuple(row["after"]["with" if mark else "without"] for mark in before)


def _named(told: Told, key: str) -> str:
    return next(str(row["name"]) for row in told["behaviour"]["target"] if row["key"] == key)


def _begun(told: Told, key: str) -> list[float]:
    """How many weeks ago each phase of a target began, in order of time."""
    rows = told["behaviour"].get("phase", ())
    return sorted((row["weeks"] for row in rows if key in row.get("targets", [key])), reverse=True)


def _level(dice: Random, levels: list[Told], begun: list[float], at: datetime) -> float:
    """The level of the phase in which a visit falls, on its way to `rise` more at the end, with its spread."""
    ago = (datetime.now(UTC) - at) / timedelta(weeks=1)
    number = max(0, sum(ago <= since for since in begun) - 1)
    said: dict[str, Any] = levels[min(number, len(levels) - 1)]
    since = begun[number] if begun else 0
    until = begun[number + 1] if number + 1 < len(begun) else 0
    gone = (since - ago) / (since - until) if since > until else 0
    return max(0.0, dice.gauss(said["level"] + said.get("rise", 0) * gone, said["spread"]))
