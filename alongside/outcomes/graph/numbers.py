"""The numbers behind a graph, as rows of two tables: by phase, and each session."""

from dataclasses import dataclass

from alongside.foundation.webkit.times import day
from alongside.outcomes.graph.picture import Graph
from alongside.outcomes.graph.said import value_words


@dataclass(frozen=True)
class PhaseRow:
    """A phase with the numbers of its sessions and their values in order."""

    number: int
    name: str
    sessions: str
    values: str
    median: str


@dataclass(frozen=True)
class SessionRow:
    """One session."""

    number: int
    day: str
    value: str
    phase: str
    remark: str


def by_phase(graph: Graph) -> list[PhaseRow]:
    """One row a phase."""
    rows, first = [], 1
    for number, phase in enumerate(graph.phases, start=1):
        last = first + len(phase.points) - 1
        values = ", ".join(value_words(point.value, graph) for point in phase.points)
        sessions = f"{first}–{last}" if last > first else str(first) if last == first else value_words(None, graph)
        rows.append(PhaseRow(number, phase.name, sessions, values, value_words(phase.level, graph)))
        first = last + 1
    return rows


def by_session(graph: Graph) -> list[SessionRow]:
    """One row a session, in order."""
    named = [(phase.name, point) for phase in graph.phases for point in phase.points]
    return [
        SessionRow(number, day(point.day), value_words(point.value, graph), name, point.open_because)
        for number, (name, point) in enumerate(named, start=1)
    ]
