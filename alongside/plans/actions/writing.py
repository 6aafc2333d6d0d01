"""Writing in a draft, section by section. Nobody writes over what they have not seen."""

from uuid import UUID

from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, NotHere, Unacceptable
from alongside.foundation.policy import Actor
from alongside.plans import known, reading
from alongside.plans.actions import keeping
from alongside.plans.models import Goal, Objective, PlanVersion, Target, TargetLine
from alongside.plans.rules import basis, faults_of, texts


@action("plans.write", on="plans.PlanVersion", locks=True, fetch=("plan",))
def write(*, by: Actor, on: PlanVersion, section: texts.Section, base: str = "") -> texts.Section:
    """Keep a section of a draft, as it then stands. `base` is the basis of what stood there when it was opened.

    Raises Unacceptable: `plans.fault.changed` when another has written there since, else what is wrong.
    """
    _unpublished(on)
    _unchanged(on, section.place, base)
    faults = faults_of(
        section, parts=known.part_keys(on.plan.kind), settings=known.settings(), measures=known.measures(),
        functions=known.plans()["functions"], restrictive=known.restrictive(),
    )  # fmt: skip
    if isinstance(section, texts.Target):
        faults += _target_faults(on, section)
    if isinstance(section, texts.Goal):
        faults += _objectives_faults(on, section)
    if faults:
        raise Unacceptable(faults)
    return keeping.keep(by, on, section)


@action("plans.remove", on="plans.PlanVersion", locks=True, fetch=("plan",))
def remove(*, by: Actor, on: PlanVersion, place: str, base: str) -> None:
    """Take a goal, a target or a restrictive procedure out of a draft. A target that its objectives measure stays."""
    _unpublished(on)
    _unchanged(on, place, base)
    match reading.section(on, place):
        case texts.Goal(id=UUID() as goal_id):
            Objective.objects.filter(version=on, goal_id=goal_id).delete()
            Goal.objects.filter(version=on, pk=goal_id).delete()
        case texts.Target(target_id=UUID() as target_id):
            _not_measured(on, target_id)
            TargetLine.objects.filter(version=on, target_id=target_id).delete()
        case texts.Restriction(restriction_id=UUID() as restriction_id):
            keeping.without(on, restriction_id)
        case _:
            raise NotHere(place)


def _unpublished(version: PlanVersion) -> None:
    if version.published_at is not None:
        raise Unacceptable(Fault("plans.fault.published", "", {"number": version.number}))


def _unchanged(version: PlanVersion, place: str, base: str) -> None:
    if basis(reading.section(version, place)) != base:
        raise Unacceptable(Fault("plans.fault.changed", "", {}, place))


def _target_faults(version: PlanVersion, section: texts.Target) -> list[Fault]:
    """The target is this client's and of this plan; once begun, it is measured as before."""
    if section.target_id is None:
        return []
    target = Target.objects.filter(pk=section.target_id, client_id=version.client_id).first()
    ours = TargetLine.objects.filter(version__plan_id=version.plan_id, target_id=section.target_id)
    if target is None or not ours.exists():
        raise NotHere("plans.Target")
    if target.began_at and target.measure != section.measure:
        return [Fault("plans.fault.measure_fixed", "measure")]
    return []


def _objectives_faults(version: PlanVersion, section: texts.Goal) -> list[Fault]:
    named = {o.target_id for o in section.objectives if o.target_id}
    here = set(Target.objects.filter(pk__in=named, client_id=version.client_id).values_list("pk", flat=True))
    return [
        Fault("plans.fault.choice", f"objective-{n}-target_id")
        for n, objective in enumerate(section.objectives)
        if objective.target_id and objective.target_id not in here
    ]


def _not_measured(version: PlanVersion, target_id: UUID) -> None:
    objective = Objective.objects.filter(version=version, target_id=target_id).first()
    if objective is not None:
        values = {"objective": objective.text}
        raise Unacceptable(Fault("plans.fault.measured", "", values, f"goal-{objective.goal_id}"))
