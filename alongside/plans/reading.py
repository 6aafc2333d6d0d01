"""A version as it stands in the tables, as plain values. Nine statements for a whole, one for each section's rows."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from uuid import UUID

from alongside.plans.models import (
    CardLine,
    CrisisStep,
    Goal,
    InterventionLine,
    Objective,
    Part,
    PlanVersion,
    RestrictionLine,
    Strategy,
    TargetLine,
    TriedLine,
)
from alongside.plans.rules import texts


def whole(version: PlanVersion) -> texts.Whole:
    """All that a version says. Its plan must have been fetched with it."""
    return texts.Whole(
        kind=version.plan.kind,
        about=texts.About(version.summary, version.review_on),
        parts=parts(version.pk),
        goals=goals(version.pk),
        targets=targets(version.pk),
        strategies=strategies(version.pk),
        crisis=crisis(version.pk),
        card=card(version.pk),
        restrictions=restrictions(version.pk) if version.plan.kind == "behaviour" else (),
        interventions=interventions(version.pk) if version.plan.kind == "treatment" else texts.Interventions(),
    )


def section(version: PlanVersion, place: str) -> texts.Section | None:
    """The section that stands at a place of a version, or None where nothing is written. Two statements at most."""
    read = _READ.get(place.partition("-")[0])
    found = read(version) if read else ()
    return next((s for s in found if s.place == place and not texts.is_empty(s)), None)


def parts(version_id: UUID) -> tuple[texts.Part, ...]:
    rows = Part.objects.filter(version_id=version_id).order_by("key").values_list("key", "text")
    return tuple(texts.Part(key, text) for key, text in rows)


def goals(version_id: UUID) -> tuple[texts.Goal, ...]:
    of_goal: dict[UUID, list[texts.Objective]] = defaultdict(list)
    for row in Objective.objects.filter(version_id=version_id).order_by("number"):
        of_goal[row.goal_id].append(
            texts.Objective(
                row.text, row.target_id, row.unit, row.baseline, row.comparator, row.criterion,
                row.sessions_in_a_row, row.due_on,
            )
        )  # fmt: skip
    return tuple(
        texts.Goal(goal.words, goal.own_words, tuple(of_goal[goal.pk]), goal.pk)
        for goal in Goal.objects.filter(version_id=version_id).order_by("number")
    )


def targets(version_id: UUID) -> tuple[texts.Target, ...]:
    return tuple(
        texts.Target(
            kind=row.kind, name=row.name, measure=row.measure, improvement=row.improvement,
            screen_name=row.screen_name, settings=row.settings, pinned=row.pinned, definition=row.definition,
            examples=row.examples, non_examples=row.non_examples, function=row.function, baseline=row.baseline,
            baseline_from=row.baseline_from, baseline_to=row.baseline_to, target_id=row.target_id,
        )
        for row in TargetLine.objects.filter(version_id=version_id).order_by("number")
    )  # fmt: skip


def strategies(version_id: UUID) -> texts.Strategies:
    of: dict[str, list[str]] = defaultdict(list)
    for moment, text in Strategy.objects.filter(version_id=version_id).order_by("number").values_list("moment", "text"):
        of[moment].append(text)
    return texts.Strategies(tuple(of["before"]), tuple(of["during"]), tuple(of["after"]))


def crisis(version_id: UUID) -> texts.Crisis:
    rows = CrisisStep.objects.filter(version_id=version_id).order_by("number").values_list("text", "who")
    return texts.Crisis(tuple(texts.Step(text, who) for text, who in rows))


def card(version_id: UUID) -> tuple[texts.Stage, ...]:
    """The stages on which something is written, in their order."""
    rows = CardLine.objects.filter(version_id=version_id).order_by("number").values_list("stage", "kind", "text")
    return stages(rows)


def restrictions(version_id: UUID) -> tuple[texts.Restriction, ...]:
    """The restrictive procedures, each with what was tried before it. Two statements, one where there is none."""
    return tuple(said for _, said in procedures([version_id])[version_id])


def procedures(version_ids: Collection[UUID]) -> dict[UUID, list[tuple[UUID, texts.Restriction]]]:
    """The same of each of these versions, with the id of its line. As many statements for many as for one."""
    rows = list(RestrictionLine.objects.filter(version_id__in=version_ids).order_by("number"))
    tried: dict[tuple[UUID, UUID], list[texts.Tried]] = defaultdict(list)
    for one in TriedLine.objects.filter(version_id__in=version_ids).order_by("number") if rows else ():
        past = texts.Tried(one.what, one.began_on, one.ended_on, one.result)
        tried[one.version_id, one.restriction_id].append(past)
    found: dict[UUID, list[tuple[UUID, texts.Restriction]]] = {id: [] for id in version_ids}
    for row in rows:
        found[row.version_id].append((row.pk, _restriction(row, tuple(tried[row.version_id, row.restriction_id]))))
    return found


def _restriction(row: RestrictionLine, tried: tuple[texts.Tried, ...]) -> texts.Restriction:
    return texts.Restriction(
        kind=row.kind, what=row.what, when=row.when, why=row.why, tried=tried, minutes=row.minutes,
        times_a_day=row.times_a_day, who=row.who, training=row.training, ends_when=row.ends_when, fading=row.fading,
        review_days=row.review_days, restriction_id=row.restriction_id,
    )  # fmt: skip


def interventions(version_id: UUID) -> texts.Interventions:
    """What is done for the objectives, in order."""
    rows = InterventionLine.objects.filter(version_id=version_id).order_by("number")
    return texts.Interventions(
        tuple(
            texts.Intervention(row.what, row.who, row.times_a_week, row.minutes, row.setting, row.objective)
            for row in rows
        )
    )


def stages(lines: Iterable[tuple[str, str, str]]) -> tuple[texts.Stage, ...]:
    """Lines of a card, as (stage, kind, text) in their order, as its stages."""
    of: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for stage, kind, text in lines:
        of[stage][kind].append(text)
    return tuple(
        texts.Stage(stage, *(tuple(of[stage][kind]) for kind in ("look", "do", "dont", "say")))
        for stage in texts.STAGES
        if stage in of
    )


_READ: dict[str, Callable[[PlanVersion], Iterable[texts.Section]]] = {
    "about": lambda version: (texts.About(version.summary, version.review_on),),
    "part": lambda version: parts(version.pk),
    "goal": lambda version: goals(version.pk),
    "target": lambda version: targets(version.pk),
    "strategies": lambda version: (strategies(version.pk),),
    "crisis": lambda version: (crisis(version.pk),),
    "card": lambda version: card(version.pk),
    "restriction": lambda version: restrictions(version.pk),
    "interventions": lambda version: (interventions(version.pk),),
}
