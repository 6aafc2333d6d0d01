"""What can be printed of a client's record in one paper: whatever is in force, decided or signed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from alongside.assessments.lookups import analyses_of, assessments_of
from alongside.chart.days import day_of
from alongside.fidelity import lookups as fidelity
from alongside.foundation.doing import query
from alongside.foundation.messages import say
from alongside.foundation.policy import Actor
from alongside.instruments.lookups import answerings_of
from alongside.intake.lookups import summaries_of_client
from alongside.notes.lookups import newest_notes
from alongside.people.banner import Banner, banner
from alongside.plans import lookups as plans
from alongside.reports.lookups import signed_reports

NEWEST, CHECKS = 200, 100


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
    """Everything in force, decided or signed, and the sheets that a plan in force asks for. Fifteen statements."""
    kinds = (_plans(on.pk, by.zone), _function(on.pk), _answered(on.pk, by.zone), _carried_out(on.pk), _written(on.pk))
    return Records(banner(on.pk), tuple(paper for found in kinds for paper in found))


def _plans(client: UUID, zone: str) -> Iterator[Paper]:
    """Plans in force with what is printed of them, and their objectives."""
    for plan in plans.plans_in_force(client):
        title = f"{say(f'plans.kind.{plan.kind}')}, {day_of(plan.begins_at, zone)}"
        yield Paper(f"plan:{plan.version_id}", "plan", title)
        if plan.kind == "behaviour":
            for kind in ("crisis", "sheets", "checklist"):
                yield Paper(f"{kind}:{plan.version_id}", kind, title)
    for one in plans.objectives_of(client):
        yield Paper(f"objective:{one.id}", "objective", one.text)


def _function(client: UUID) -> Iterator[Paper]:
    for one in assessments_of(client):
        yield Paper(f"assessment:{one.id}", "assessment", f"{one.about}, {day_of(one.day)}")
    for one in analyses_of(client):
        yield Paper(f"analysis:{one.id}", "analysis", f"{say(f'assessments.kind.{one.kind}')}: {one.about}")


def _answered(client: UUID, zone: str) -> Iterator[Paper]:
    """Summaries of findings, and what was answered; what does not count any more says so on its paper."""
    for one in summaries_of_client(client):
        yield Paper(f"summary:{one.id}", "summary", f"{say('intake.word.number', number=one.number)}, "
                    f"{day_of(one.at, zone)}")  # fmt: skip
    for answers in answerings_of(client):
        if answers.state != "draft":
            yield Paper(f"answers:{answers.id}", "answers", f"{answers.title}, {day_of(answers.taken_on)}")


def _carried_out(client: UUID) -> Iterator[Paper]:
    for one in fidelity.series(client, kinds=("observer", "self", "caregiver"))[: -CHECKS - 1 : -1]:
        yield Paper(f"check:{one.check_id}", "check", f"{say(f'fidelity.kind.{one.kind}')}, {day_of(one.day)}")


def _written(client: UUID) -> Iterator[Paper]:
    for report in signed_reports(client):
        yield Paper(f"report:{report.id}", "report", f"{report.addressee}, {day_of(report.last_day)}")
    for note in newest_notes(client, most=NEWEST):
        if note.state not in ("draft", "aside"):
            yield Paper(f"note:{note.id}", "note", day_of(note.service_day))
