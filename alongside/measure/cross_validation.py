"""How much of the default rule's record is owed to having looked at these graphs: its two numbers chosen without them.

Widths and bounds of `step_or_trend` are chosen on nine tenths of the graphs (most verdicts right among those with fewer
than 7 % false alarms) and judged on the tenth that had no part in it, ten times.
"""

import math
from collections.abc import Iterator, Sequence

from alongside.measure.known_graphs import Graph, Record, record
from alongside.measure.step_or_trend import step_or_trend

WIDTHS, BOUNDS = (2.0, 2.5, 3.0, 4.0), (1.0, math.log(3))
FOLDS, FALSE_ALARMS = 10, 0.07
Choice = tuple[float, float]
Said = dict[Choice, dict[int, bool]]


def cross_validated(graphs: Sequence[Graph]) -> Record:
    """The record of verdicts, each by the numbers chosen without its graph. ValueError for one too short to decide."""
    said = _said(graphs)
    found: dict[int, bool] = {}
    for fold in range(FOLDS):
        rest = [graph for graph in graphs if graph.number % FOLDS != fold]
        best = _best(said, rest)
        found |= {graph.number: said[best][graph.number] for graph in graphs if graph.number % FOLDS == fold}
    return record(graphs, lambda graph: found[graph.number])


def _said(graphs: Sequence[Graph]) -> Said:
    odds = {(width, graph.number): _odds(graph, width) for width in WIDTHS for graph in graphs}
    return {
        (width, bound): {graph.number: odds[width, graph.number] > bound for graph in graphs}
        for width in WIDTHS
        for bound in BOUNDS
    }


def _odds(graph: Graph, width: float) -> float:
    found = step_or_trend(graph.a, graph.b, improvement="increase", width=width)
    if found is None:
        raise ValueError(f"graph {graph.number} cannot be decided")
    return found.log_odds


def _best(said: Said, graphs: Sequence[Graph]) -> Choice:
    return max(_allowed(said, graphs))[1]


def _allowed(said: Said, graphs: Sequence[Graph]) -> Iterator[tuple[float, Choice]]:
    """Those with few false alarms, each with how often it is right; of equals the wider."""
    for choice, answers in said.items():
        found = record(graphs, lambda graph, answers=answers: answers[graph.number])  # type: ignore[misc]
        if (found.false_alarms.value or 0) < FALSE_ALARMS:
            yield found.agreement.value or 0.0, choice
