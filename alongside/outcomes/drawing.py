"""From conditions to the dataclasses of the renderer: words, units and scales by measure."""

from collections.abc import Sequence

from alongside.foundation.messages import say
from alongside.foundation.webkit.times import local
from alongside.outcomes.graph.picture import Change, Goal, Graph, Phase, Point
from alongside.outcomes.reading.conditions import Condition
from alongside.outcomes.reading.overlays import Overlay
from alongside.plans.lookups import ChangeFacts, ObjectiveFacts, TargetFacts

PERCENT = {
    "partial_interval", "whole_interval", "momentary", "trial", "task_analysis",
}  # fmt: skip
FROM_ZERO_NOT = {"rating", "magnitude", "reported"}
GAP_DAYS = 14  # a longer pause breaks the path


def picture(
    target: TargetFacts,
    found: Sequence[Condition],
    *,
    objective: ObjectiveFacts | None = None,
    changes: Sequence[ChangeFacts] = (),
    zone: str,
    calendar: bool = False,
) -> Graph:
    """The graph of one target; changes stand on their day in `zone`. Its title names the measure, never the client."""
    return Graph(
        key=f"g{str(target.id)[-6:]}",
        title=target.name,
        measure=target.unit.capitalize(),
        unit=target.unit,
        phases=tuple(_phase(c) for c in found),
        goal=goal(objective),
        changes=tuple(Change(local(c.at, zone).date(), c.label) for c in changes if _within(c, found)),
        by_calendar=calendar,
        whole=target.measure in {"count", "product"},
        bottom=None if target.measure in FROM_ZERO_NOT else 0,
        top=100 if target.measure in PERCENT else None,
        gap_days=GAP_DAYS,
    )


def goal(objective: ObjectiveFacts | None) -> Goal | None:
    """The objective's criterion as a line with its sentence."""
    if objective is None or objective.criterion is None:
        return None
    code = "outcomes.graph.goal_most" if objective.comparator == "<=" else "outcomes.graph.goal_least"
    return Goal(objective.criterion, say(code, value=plain(objective.criterion), unit=objective.unit))


def plain(value: float | None, *, places: int = 2) -> str:
    """A value for a table: at most so many places, no trailing zeros; a true minus sign."""
    if value is None:
        return "–"
    text = f"{value:.{places}f}".rstrip("0").rstrip(".")
    return text.replace("-", "−")


def _phase(condition: Condition) -> Phase:
    points = tuple(Point(v.day, v.value, v.open_because) for v in condition.visits)
    return Phase(condition.name, points, condition.level, condition.trend)


def _within(change: ChangeFacts, found: Sequence[Condition]) -> bool:
    visits = [v for c in found for v in c.visits]
    return bool(visits) and visits[0].at <= change.at <= visits[-1].at


def overlay_words(one: Overlay) -> str:
    """What stands at the line: the words as noted, who is new, or a short night."""
    return one.words if one.kind not in ("newcomer", "night") else say(f"outcomes.overlay.{one.kind}", name=one.words)
