"""What is due of plans, for one's day: by name for who answers for them, as a number for who watches over all."""

from datetime import date

from alongside.foundation.policy import Actor
from alongside.people.visible import NEAR, bounds
from alongside.plans.dues import PlanDue, dues, reviews_overdue

__all__ = ["PlanDue", "dues_near", "reviews_overdue"]


def dues_near(by: Actor, day: date) -> tuple[PlanDue, ...]:
    """Plans to look over or to sign of whoever one supervises or is on the team of. Five statements."""
    which, values = f"c.id in ({NEAR})", bounds(by, "people.see", day)[1]
    return dues(which=which, values=values, zone=by.zone, day=day, agency=by.agency_id)
