"""One behavior: the graph, the numbers, and what they can and cannot say."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from alongside.chart.unsigned import why_open
from alongside.foundation.doing import query
from alongside.foundation.policy import Actor
from alongside.outcomes.drawing import picture
from alongside.outcomes.graph.picture import Graph
from alongside.outcomes.reading.conditions import Condition
from alongside.outcomes.reading.sizes import Size, sizes
from alongside.outcomes.reading.statement import Statement
from alongside.outcomes.working import readings
from alongside.people.banner import Banner, banner
from alongside.plans import lookups as plans
from alongside.plans.lookups import TargetFacts


@dataclass(frozen=True)
class GraphPage:
    """Everything that the page of one target shows."""

    banner: Banner
    target: TargetFacts
    graph: Graph
    conditions: tuple[Condition, ...]
    statement: Statement
    sizes: tuple[Size, ...]
    objective: str
    objective_id: UUID | None = None


@query("chart.graph", on="plans.Target")
def graph(*, by: Actor, on: Any, calendar: bool = False) -> GraphPage:
    """A target's graph with its statement. At most 60 visits of each of the last 12 phases."""
    target = plans.target(on.pk)
    assert target is not None
    objective = next((o for o in plans.objectives_of(on.client_id) if o.target_id == on.pk), None)
    read = readings(on.client_id, [target], unsigned=why_open(on.client_id))[on.pk]
    found = read.conditions
    return GraphPage(
        banner(on.client_id), target,
        picture(target, found, objective=objective, changes=read.changes, zone=by.zone, calendar=calendar),
        found, read.statement, sizes(found, target.improvement), objective.text if objective else "",  # type: ignore[arg-type]
        objective.id if objective else None,
    )  # fmt: skip
