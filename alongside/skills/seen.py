"""What was recorded of the targets of programs, session by session, ready for the rules. Two statements for all."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, Subquery

from alongside.behaviour.models import Observation, Tally
from alongside.foundation import reference
from alongside.plans.lookups import TargetFacts
from alongside.sessions.models import Ending
from alongside.skills.rules import Rule, Step, Tried, share

NEWEST = 400  # sessions that a page reads
Answers = dict[tuple[int, str, str], int]


@dataclass(frozen=True)
class InSession:
    """What one session holds of one target: its tally, and its answers by step, outcome and help."""

    session_id: UUID
    at: datetime
    day: date
    staff_id: UUID
    setting: str
    minutes: float | None
    value: float | None
    records: float
    answers: Answers = field(default_factory=dict)


Seen = dict[UUID, tuple[InSession, ...]]


def seen_of(client_id: UUID, targets: Sequence[TargetFacts]) -> Seen:
    """By target its newest sessions in order of time. Two statements; one where no answers carry help."""
    measures = {target.id: target.measure for target in targets}
    rows = list(_tallies(client_id, measures))[::-1]
    helped = [id for id, measure in measures.items() if _how(measure).get("helped")]
    answers = _answers(client_id, helped, {row["session"] for row in rows}) if helped and rows else {}
    found: dict[UUID, list[InSession]] = {id: [] for id in measures}
    for row in rows:
        if row["measure"] == measures[row["target"]]:
            found[row["target"]].append(_session(row, answers.get((row["target"], row["session"]), {})))
    return {id: tuple(sessions) for id, sessions in found.items()}


def tried(target: TargetFacts, one: InSession, rule: Rule, step: Step | None) -> Tried:
    """One session as the rule reads it, for one step."""
    how = _how(target.measure)
    value, opportunities = one.value, one.records
    if how.get("helped"):
        levels = list(target.settings.get("prompts") or ())
        of = step.of if step else 0
        value, opportunities = share(one.answers, levels=levels, prompt=rule.prompt, of=of)
        if target.measure == "task_analysis" and not of and (names := target.settings.get("steps")):
            opportunities = opportunities / len(names)  # times through the whole of it
    elif how["least_of"] == "minutes":
        opportunities = one.minutes or 0.0
    return Tried(one.session_id, one.day, one.staff_id, one.setting, value, opportunities, one.at)


def _how(measure: str) -> Mapping[str, Any]:
    return dict(reference.load("mastery")["measure"].get(measure, {"least_of": "records"}))


def _tallies(client_id: UUID, measures: Mapping[UUID, str]) -> Iterable[dict[str, Any]]:
    ended = Ending.objects.filter(session=OuterRef("session")).values("ended_at")[:1]
    rows = Tally.objects.filter(client=client_id, target__in=list(measures), second=False, n__gt=0)
    rows = rows.filter(measure__in=set(measures.values())).annotate(ended=Subquery(ended)).order_by("-began_at")
    names = ("target", "session", "measure", "began_at", "service_day", "value", "n", "denominator", "ended")
    return rows.values(*names, "session__staff", "session__place", "session__site__name")[: NEWEST * len(measures)]


def _answers(client_id: UUID, targets: Sequence[UUID], sessions: set[Any]) -> dict[tuple[UUID, UUID], Answers]:
    later = Observation.objects.filter(follows=OuterRef("pk"))
    rows = Observation.objects.filter(
        ~Exists(later), client=client_id, target__in=targets, session__in=sessions, second=False, retracts=False
    ).filter(~Q(measure="abc"))
    said = rows.values("target", "session", "details__step", "details__outcome", "details__prompt")
    found: dict[tuple[UUID, UUID], Answers] = {}
    for row in said.annotate(times=Count("id")):
        key = (int(row["details__step"] or 0), row["details__outcome"] or "", row["details__prompt"] or "")
        found.setdefault((row["target"], row["session"]), {})[key] = row["times"]
    return found


def _session(row: dict[str, Any], answers: Answers) -> InSession:
    began, ended = row["began_at"], row["ended"]
    places = [row["session__site__name"], row["session__place"]]
    return InSession(
        session_id=row["session"], at=began, day=row["service_day"], staff_id=row["session__staff"],
        setting=", ".join(str(place) for place in places if place),
        minutes=(ended - began).total_seconds() / 60 if ended else None,
        value=row["value"], records=float(row["denominator"] or row["n"]), answers=answers,
    )  # fmt: skip
