"""How each section of a draft is kept in the tables."""

from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any

from django.db.models import Max

from alongside.foundation import revisions
from alongside.foundation.errors import NotHere
from alongside.foundation.policy import Actor
from alongside.plans.actions.keeping.restrictions import restriction
from alongside.plans.models import (
    CardLine,
    CrisisStep,
    Goal,
    InterventionLine,
    Objective,
    Part,
    PlanVersion,
    Strategy,
    Target,
    TargetLine,
)
from alongside.plans.rules import texts

OF_TARGET = ("kind", "name", "screen_name", "measure", "improvement", "settings", "pinned")


def keep(by: Actor, version: PlanVersion, section: texts.Section) -> texts.Section:
    """Put a section in the place of what stood there; a section as it then stands, with the ids that it got."""
    return _KEEP[type(section)](by, version, section)  # type: ignore[no-any-return]


def copy(by: Actor, version: PlanVersion, whole: texts.Whole) -> None:
    """Write all sections anew. What is new in a version is for its author to say, so About stays behind."""
    for section in whole.sections():
        if isinstance(section, texts.Goal):
            section = replace(section, id=None)
        if not isinstance(section, texts.About):
            keep(by, version, section)


def _about(by: Actor, version: PlanVersion, section: texts.About) -> texts.About:
    revisions.change(version, by=by, **asdict(section))
    return section


def _part(by: Actor, version: PlanVersion, section: texts.Part) -> texts.Part:
    row = Part.objects.filter(version=version, key=section.key).first()
    if row is None:
        Part.objects.create(**_of(version), **asdict(section))
    else:
        revisions.change(row, by=by, text=section.text)
    return section


def _goal(by: Actor, version: PlanVersion, section: texts.Goal) -> texts.Goal:
    row = _row(Goal, version, section.id) if section.id else None
    if row is None:
        row = Goal.objects.create(
            **_of(version), number=_next(Goal, version), words=section.words, own_words=section.own_words
        )
    else:
        revisions.change(row, by=by, words=section.words, own_words=section.own_words)
        Objective.objects.filter(goal=row).delete()
    Objective.objects.bulk_create(
        Objective(**_of(version), goal=row, number=n, **asdict(objective))
        for n, objective in enumerate(section.objectives, 1)
    )
    return texts.Goal(section.words, section.own_words, section.objectives, row.pk)


def _target(by: Actor, version: PlanVersion, section: texts.Target) -> texts.Target:
    said = asdict(section)
    target_id = said.pop("target_id") or _new_target(version, said)
    row = TargetLine.objects.filter(version=version, target_id=target_id).first()
    if row is None:
        TargetLine.objects.create(**_of(version), target_id=target_id, number=_next(TargetLine, version), **said)
    else:
        revisions.change(row, by=by, **said)
    return texts.Target(**said, target_id=target_id)


def _new_target(version: PlanVersion, said: dict[str, Any]) -> Any:
    """Named by the draft only: it begins when the draft is published."""
    values = {name: said[name] for name in OF_TARGET}
    return Target.objects.create(client_id=version.client_id, began_at=None, **values).pk


def _strategies(by: Actor, version: PlanVersion, section: texts.Strategies) -> texts.Strategies:
    lines = [(moment, text) for moment, texts_ in asdict(section).items() for text in texts_]
    Strategy.objects.filter(version=version).delete()
    Strategy.objects.bulk_create(
        Strategy(**_of(version), number=n, moment=moment, text=text) for n, (moment, text) in enumerate(lines, 1)
    )
    return section


def _crisis(by: Actor, version: PlanVersion, section: texts.Crisis) -> texts.Crisis:
    CrisisStep.objects.filter(version=version).delete()
    CrisisStep.objects.bulk_create(
        CrisisStep(**_of(version), number=n, **asdict(step)) for n, step in enumerate(section.steps, 1)
    )
    return section


def _stage(by: Actor, version: PlanVersion, section: texts.Stage) -> texts.Stage:
    CardLine.objects.filter(version=version, stage=section.stage).delete()
    CardLine.objects.bulk_create(
        CardLine(**_of(version), stage=section.stage, kind=kind, number=n, text=text)
        for kind in ("look", "do", "dont", "say")
        for n, text in enumerate(getattr(section, kind), 1)
    )
    return section


def _interventions(by: Actor, version: PlanVersion, section: texts.Interventions) -> texts.Interventions:
    InterventionLine.objects.filter(version=version).delete()
    InterventionLine.objects.bulk_create(
        InterventionLine(**_of(version), number=n, **asdict(row)) for n, row in enumerate(section.rows, 1)
    )
    return section


_KEEP: dict[type, Callable[[Actor, PlanVersion, Any], Any]] = {
    texts.About: _about, texts.Part: _part, texts.Goal: _goal, texts.Target: _target,
    texts.Strategies: _strategies, texts.Crisis: _crisis, texts.Stage: _stage, texts.Restriction: restriction,
    texts.Interventions: _interventions,
}  # fmt: skip


def _of(version: PlanVersion) -> dict[str, Any]:
    return {"version": version, "client_id": version.client_id}


def _next(model: Any, version: PlanVersion) -> int:
    return (model.objects.filter(version=version).aggregate(last=Max("number"))["last"] or 0) + 1


def _row(model: Any, version: PlanVersion, row_id: Any) -> Any:
    found = model.objects.filter(version=version, pk=row_id).first()
    if found is None:
        raise NotHere(model._meta.label)
    return found
