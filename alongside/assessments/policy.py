"""Who may assess why somebody does something: the team reads and enters trials, a licensed clinician decides."""

from datetime import UTC, datetime, timedelta
from typing import Any

from alongside.foundation.errors import No
from alongside.foundation.policy import Actor, rule, ruled
from alongside.people.lookups import to_its_client
from alongside.plans.policy import licensed

CONFIRMED_FOR = timedelta(minutes=10)

ruled(
    "assessments.list", "assessments.see", "assessments.write", "assessments.open", "assessments.move",
    "assessments.save", "assessments.redraft", "assessments.close", "assessments.ready", "assessments.plan",
    "assessments.arrange", "assessments.look", "assessments.enter", "assessments.keep", "assessments.interview",
    "assessments.print", "assessments.print_analysis",
    relations=to_its_client,
)  # fmt: skip


@rule("assessments.sign", relations=to_its_client)
def may_sign(actor: Actor, assessment: Any) -> No | None:
    """Responsibility for a function is taken by a licensed clinician who has just shown who they are."""
    unlicensed = licensed(actor, assessment)
    if unlicensed is not None:
        return No("assessments.no.license", unlicensed.values)
    if actor.confirmed_at and datetime.now(UTC) - actor.confirmed_at <= CONFIRMED_FOR:
        return None
    return No("assessments.no.confirm", way_on=f"/account/confirm/?next=/assessments/{assessment.pk}/signature/")
