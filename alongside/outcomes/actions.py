"""Deciding about an objective."""

from datetime import date

from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.outcomes import rules
from alongside.outcomes.models import CHOICES, Decision
from alongside.outcomes.working import Read, read
from alongside.plans.models import Objective


@action("outcomes.decide", on="plans.Objective", makes=True, fetch=("version",))
def decide(
    *, by: Actor, on: Objective, choice: str, reason: str, look_again_on: date | None = None, seen: str | None = None
) -> Decision:
    """Keep what was decided, on the verdict as it stands now; refused where the page showed another one (`seen`)."""
    wrong = rules.faults(
        choice=choice, reason=reason, look_again_on=look_again_on, known=CHOICES, today=today(by.zone)
    )  # fmt: skip
    if on.version.published_at is None:
        wrong.append(Fault("outcomes.fault.draft"))
    found = read(on.client_id, on.target_id) if on.target_id else None
    if seen is not None and seen != (found.seen if found else ""):
        wrong.append(Fault("outcomes.fault.changed_since"))
    if wrong:
        raise Unacceptable(wrong)
    return Decision.objects.create(
        client_id=on.client_id, objective=on, target_id=on.target_id, staff_id=by.staff_id, choice=choice,
        reason=reason.strip(), look_again_on=look_again_on, **_as_seen(found),
    )  # fmt: skip


def _as_seen(found: Read | None) -> dict[str, object]:
    """The verdict and the span it compares, as columns."""
    if found is None:
        return {"verdict": "none", "rule": ""}
    days = [visit.day for one in found.span for visit in one.measured]
    said = found.statement
    return {
        "verdict": said.verdict, "rule": said.records[0].rule if said.records else "", "chance": said.chance,
        "seen_from": min(days, default=None), "seen_to": max(days, default=None), "visits": len(days),
    }  # fmt: skip
