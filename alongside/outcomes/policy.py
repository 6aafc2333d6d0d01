"""Who may see where objectives stand, and decide about them."""

from alongside.foundation.policy import ruled
from alongside.people.lookups import to_its_client

ruled("outcomes.decide", relations=to_its_client)
ruled("outcomes.program")
ruled(
    "outcomes.caseload",
    relations=lambda actor, staff: frozenset({"self"} if staff.pk == actor.staff_id else ()),
)  # fmt: skip
