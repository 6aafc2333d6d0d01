"""What can be printed of a client's record in one paper: plans in force, signed notes, signed reports."""

from dataclasses import dataclass
from typing import Any

from alongside.foundation.doing import query
from alongside.foundation.messages import say
from alongside.foundation.policy import Actor
from alongside.foundation.webkit import times
from alongside.notes.lookups import newest_notes
from alongside.people.banner import Banner, banner
from alongside.plans import lookups as plans
from alongside.reports.lookups import signed_reports

NEWEST = 200


@dataclass(frozen=True)
class Paper:
    """One document: `key` is its kind and id."""

    key: str
    kind: str
    title: str


@dataclass(frozen=True)
class Records:
    """Everything that may be chosen, each kind in its order of time."""

    banner: Banner
    papers: tuple[Paper, ...]


@query("chart.records", on="people.Client")
def records(*, by: Actor, on: Any) -> Records:
    """Plans in force, the newest signed reports and notes. Six statements."""
    found = [
        Paper(f"plan:{plan.version_id}", "plan", f"{say(f'plans.kind.{plan.kind}')}, {_day(plan.begins_at, by.zone)}")
        for plan in plans.plans_in_force(on.pk)
    ]
    for report in signed_reports(on.pk):
        found.append(Paper(f"report:{report.id}", "report", f"{report.addressee}, {_day(report.last_day)}"))
    for note in newest_notes(on.pk, most=NEWEST):
        if note.state not in ("draft", "aside"):
            found.append(Paper(f"note:{note.id}", "note", _day(note.service_day)))
    return Records(banner(on.pk), tuple(found))


def _day(at: Any, zone: str | None = None) -> str:
    """A day in words."""
    return times.day(at, zone, form="plain") if zone else times.day(at, form="plain")
