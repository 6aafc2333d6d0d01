"""One behavior: the graph, the numbers, and what they can and cannot say."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from alongside.chart.drawing import picture
from alongside.chart.graph.picture import Graph
from alongside.chart.unsigned import why_open
from alongside.foundation import reference
from alongside.foundation.doing import query
from alongside.foundation.policy import Actor
from alongside.outcomes.conditions import conditions
from alongside.outcomes.reading.conditions import Condition
from alongside.outcomes.reading.sizes import Size, sizes
from alongside.outcomes.reading.statement import Statement, state
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
    changes = plans.other_changes(on.client_id)
    found = _marked(on.client_id, target)
    said = state(
        found, target.improvement, [(c.at, c.label) for c in changes], reference.load("verdict_rules")  # type: ignore[arg-type]
    )  # fmt: skip
    return GraphPage(
        banner(on.client_id), target,
        picture(target, found, objective=objective, changes=changes, zone=by.zone, calendar=calendar),
        found, said, sizes(found, target.improvement), objective.text if objective else "",  # type: ignore[arg-type]
        objective.id if objective else None,
    )  # fmt: skip


def _marked(client_id: UUID, target: TargetFacts) -> tuple[Condition, ...]:
    """The conditions, with points open where a note is not signed or a clock was wrong. Four statements."""
    phases = plans.phases_of(client_id, target.id)
    return conditions(client_id, [target], phases, unsigned=why_open(client_id))[target.id]
