"""What can be printed of a client's record in one paper: plans in force, signed notes, signed reports."""

from dataclasses import dataclass
from typing import Any

from alongside.chart.days import day_of
from alongside.foundation.doing import query
from alongside.foundation.messages import say
from alongside.foundation.policy import Actor
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
        Paper(f"plan:{plan.version_id}", "plan", f"{say(f'plans.kind.{plan.kind}')}, {day_of(plan.begins_at, by.zone)}")
        for plan in plans.plans_in_force(on.pk)
    ]
    for report in signed_reports(on.pk):
        found.append(Paper(f"report:{report.id}", "report", f"{report.addressee}, {day_of(report.last_day)}"))
    for note in newest_notes(on.pk, most=NEWEST):
        if note.state not in ("draft", "aside"):
            found.append(Paper(f"note:{note.id}", "note", day_of(note.service_day)))
    return Records(banner(on.pk), tuple(found))
