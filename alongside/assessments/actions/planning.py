"""A behavior plan begun from what was decided."""

from uuid import UUID

from alongside.assessments.lookups import Decided, decisions_of
from alongside.assessments.models import Assessment
from alongside.behaviour import lookups as behaviour
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.messages import say
from alongside.foundation.policy import Actor
from alongside.foundation.webkit.times import day
from alongside.plans import actions as plans
from alongside.plans import lookups
from alongside.plans.lookups import AssessmentFacts
from alongside.plans.models import PlanVersion


@action("assessments.plan", on="assessments.Assessment", makes=True)
def begin_plan(*, by: Actor, on: Assessment, template: str) -> PlanVersion:
    """A draft of the client's behavior plan from a template, with what this assessment decided. Raises Unacceptable."""
    found = next((one for one in decisions_of(on.client_id) if one.assessment_id == on.pk), None)
    if found is None:
        raise Unacceptable(Fault("assessments.fault.undecided"))
    return plans.skeleton(by=by, on=on.client_id, template=template, facts=_facts(found))


def _facts(found: Decided) -> AssessmentFacts:
    """A signed decision as a plan's skeleton takes it: of its first target, with its level in the assessed days."""
    target = next(t for t in lookups.targets_of(found.client_id, also_ended=True) if t.id == found.target_ids[0])
    level = _level(found, target.id)
    source = say("assessments.plan.source", number=found.number, name=found.signed_by, day=day(found.signed_at.date()))
    return AssessmentFacts(
        behavior=target.name, function=found.function, definition=target.definition, examples=target.examples,
        non_examples=target.non_examples, measure=target.measure, settings=target.settings, baseline=level,
        baseline_from=found.began_on if level is not None else None,
        baseline_to=found.until if level is not None else None, antecedent=found.decision.antecedent,
        consequence=found.decision.consequence, setting_event=found.decision.setting_event, summary=found.statement,
        target_id=target.id, source=source,
    )  # fmt: skip


def _level(found: Decided, target_id: UUID) -> float | None:
    """The mean of the visits in the assessed days, in the target's unit."""
    points = behaviour.series(found.client_id, target_id)
    values = [p.value for p in points if p.value is not None and found.began_on <= p.service_day <= found.until]
    return round(sum(values) / len(values), 2) if values else None
