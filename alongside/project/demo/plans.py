"""The plans of the demo's clients: taken over from paper, in force for weeks, with their phases."""

from datetime import UTC, datetime, time, timedelta
from typing import Any
from uuid import UUID

from alongside.foundation.moments import moment
from alongside.people.models import Client
from alongside.plans import actions as plans
from alongside.plans import lookups, reading
from alongside.plans.models import PlanVersion
from alongside.plans.rules import Begun, basis, texts
from alongside.project.demo import gated, ready
from alongside.project.demo.cast import House, Told

NOT_OF_TARGET = ("key", "levels", "every", "learned", "after")
EARLY = time(7, 0)


def put_in_force(house: House, client: Client, told: Told) -> dict[str, UUID]:
    """The client's plans as the file tells them; the ids of what is measured, by key."""
    if "behaviour" in told:
        _take_over(house, client, "behaviour", told["behaviour"], {})
        ready.prepare(house, client, told)
    targets = targets_of(client.pk, told)
    if "treatment" in told:
        _take_over(house, client, "treatment", told["treatment"], targets)
    for row in told.get("change", ()):
        at = _morning(house, row["weeks"])
        plans.note_change(by=house[lead(told)], on=client.pk, kind=row["kind"], label=row["label"], at=at)
    if "next" in told:
        _next_version(house, client, told)
    if "start" in told:
        plans.skeleton(by=house[lead(told)], on=client.pk, template=told["start"]["template"])
    return targets


def targets_of(client_id: UUID, told: Told) -> dict[str, UUID]:
    """The ids of a client's targets by their key in the file."""
    ids = {target.name: target.id for target in lookups.targets_of(client_id)}
    return {row["key"]: ids[row["name"]] for row in told.get("behaviour", {}).get("target", ())}


def lead(told: Told) -> str:
    """The supervisor who answers for this client's plans."""
    return next(str(row["who"]) for row in told["team"] if row["part"] == "supervisor")


def _take_over(house: House, client: Client, kind: str, said: Told, targets: dict[str, UUID]) -> None:
    begins_at = _morning(house, said["weeks"])
    whole = texts.Whole(
        kind=kind,
        about=texts.About(said["summary"], house.today + timedelta(days=said["review_in"])),
        parts=tuple(texts.Part(key, text) for key, text in said["parts"].items()),
        goals=tuple(_goal(house, row, targets) for row in said.get("goal", ())),
        targets=tuple(_target(house, row, begins_at) for row in said.get("target", ())),
        strategies=texts.Strategies(**{at: tuple(lines) for at, lines in said.get("strategies", {}).items()}),
        crisis=texts.Crisis(tuple(texts.Step(**step) for step in said.get("crisis", ()))),
        interventions=texts.Interventions(tuple(texts.Intervention(**row) for row in said.get("intervention", ()))),
        card=tuple(_stage(stage, lines) for stage, lines in said.get("card", {}).items()),
    )
    plans.take_over(
        by=house["amara"], on=client.pk, whole=whole, source=said["source"], begins_at=begins_at,
        phases=_phases(house, said),
    )  # fmt: skip


def _target(house: House, row: Told, begins_at: datetime) -> texts.Target:
    said = {name: value for name, value in row.items() if name not in NOT_OF_TARGET}
    if "baseline" in said:
        began = begins_at.date()
        said |= {"baseline_from": began, "baseline_to": began + timedelta(days=18)}
    return texts.Target(**said)


def _goal(house: House, row: Told, targets: dict[str, UUID]) -> texts.Goal:
    objectives = []
    for said in row.get("objective", ()):
        values = {name: value for name, value in said.items() if name not in ("target", "due_in")}
        due = house.today + timedelta(days=said["due_in"])
        objectives.append(texts.Objective(**values, target_id=targets.get(said.get("target", "")), due_on=due))
    return texts.Goal(row["words"], row.get("own_words", False), tuple(objectives))


def _stage(stage: str, lines: dict[str, Any]) -> texts.Stage:
    return texts.Stage(stage, **{kind: tuple(said) for kind, said in lines.items()})


def _phases(house: House, said: Told) -> dict[str, list[Begun]]:
    """By the name of a target, the conditions that began for it: for all, or for those that a row names."""
    return {
        target["name"]: [
            Begun(row["condition"], row["label"], _morning(house, row["weeks"]))
            for row in said.get("phase", ())
            if target["key"] in row.get("targets", [target["key"]])
        ]
        for target in said.get("target", ())
    }


def _next_version(house: House, client: Client, told: Told) -> None:
    """What the supervisor changed today, after the version that came from paper."""
    who, said = house[lead(told)], told["next"]
    old = lookups.plan_in_force(client.pk, kind="behaviour")
    assert old is not None
    draft = plans.draft(by=who, on=old.plan_id)
    _write(who, draft, texts.About(said["summary"], old.review_on))
    for stage, lines in said["card"].items():
        _write(who, draft, _stage(stage, lines))
    for row in said.get("restriction", ()):
        gated.with_approvals(house, who, draft, row, _write)
    plans.publish(by=who, on=draft.pk)
    ready.on_the_next(house, client, told)


def _write(who: Any, draft: PlanVersion, section: texts.Section) -> None:
    version = PlanVersion.objects.select_related("plan").get(pk=draft.pk)
    plans.write(by=who, on=draft.pk, section=section, base=basis(reading.whole(version).at(section.place)))


def _morning(house: House, weeks: float) -> datetime:
    """Early on a day so many weeks ago, before that day's visits."""
    day = house.weeks_ago(weeks)
    return min(moment(day, EARLY, house.told["agency"]["zone"]), datetime.now(UTC))
