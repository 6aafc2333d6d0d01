"""The text alternative of a graph: each phase with its sessions and its median."""

from alongside.foundation.messages import say
from alongside.outcomes.graph.picture import Graph, Phase
from alongside.outcomes.graph.said import with_unit


def described(graph: Graph) -> str:
    """ "Two phases. Baseline, 5 sessions: median 6.2 per hour. ..." and the goal and the other changes."""
    if not graph.points:
        return say("outcomes.graph.nothing")
    parts = [say("outcomes.graph.phase_count", count=len(graph.phases))]
    parts += [_phase(graph, phase) for phase in graph.phases]
    parts += [f"{graph.goal.label}."] if graph.goal else []
    parts += [f"{change.label}." for change in graph.changes]
    return " ".join(parts)


def _phase(graph: Graph, phase: Phase) -> str:
    sessions = say("outcomes.graph.sessions", count=len(phase.points))
    if phase.level is None:
        return say("outcomes.graph.phase_without", name=phase.name, sessions=sessions)
    return say("outcomes.graph.phase", name=phase.name, sessions=sessions, value=with_unit(phase.level, graph))
