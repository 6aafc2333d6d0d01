"""Who may read a client's record."""

from alongside.foundation.policy import ruled
from alongside.people.lookups import to_its_client

ruled(
    "chart.see", "chart.behaviors", "chart.graph", "chart.objective", "chart.series", "chart.timeline", "chart.notes",
    "chart.records", "chart.threads", "chart.print_objective",
    relations=to_its_client,
)  # fmt: skip
ruled("chart.baselines", relations=lambda actor, staff: frozenset({"self"} if staff.pk == actor.staff_id else ()))
