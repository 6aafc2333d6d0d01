"""Graphs whose truth is known, and how often a rule is right about them.

Data: Lanovaz & Hranchuk, Machine learning to analyze single-case graphs: A comparison to visual inspection, Journal of
Applied Behavior Analysis 54 (2021) 1541-1552: simulated AB graphs, every improvement an increase, with the answers of
five behavior analysts.
"""

import csv
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from alongside.measure.wilson import Share, share

EXPERTS = "ABCDE"
PUBLISHED = ("cdc", "sgd", "svc")


@dataclass(frozen=True, slots=True)
class Graph:
    """One simulated graph, its truth, the experts' answers and the verdicts published with it.

    These are of dual criteria, and of two classifiers trained on other simulated graphs (stochastic gradient descent,
    support vectors).
    """

    number: int
    a: tuple[float, ...]
    b: tuple[float, ...]
    effect: bool
    experts: tuple[bool, ...]
    published_cdc: bool
    published_sgd: bool
    published_svc: bool


@dataclass(frozen=True, slots=True)
class Record:
    """What a rule did on `graphs` graphs; undecided ones are in none of the shares.

    `agreement` with the truth; `false_alarms` out of graphs without effect; `misses` out of those with one;
    `experts` counts agreements with the answers of all experts.
    """

    graphs: int
    decided: int
    agreement: Share
    false_alarms: Share
    misses: Share
    experts: Share


Answer = Callable[[Graph], bool | None]


def record(graphs: Iterable[Graph], answer: Answer) -> Record:
    """How often an answer (True change, False none, None undecidable) was right."""
    everything = list(graphs)
    decided = [(graph, said) for graph in everything if (said := answer(graph)) is not None]
    quiet = [said for graph, said in decided if not graph.effect]
    real = [said for graph, said in decided if graph.effect]
    opinions = [expert == said for graph, said in decided for expert in graph.experts]
    right = sum(graph.effect == said for graph, said in decided)
    return Record(
        len(everything), len(decided), share(right, len(decided)), share(sum(quiet), len(quiet)),
        share(real.count(False), len(real)), share(sum(opinions), len(opinions)),
    )  # fmt: skip


def halves(graphs: Sequence[Graph]) -> tuple[list[Graph], list[Graph]]:
    """Even-numbered and odd-numbered graphs: a rule chosen on one half is judged on the other."""
    return [g for g in graphs if g.number % 2 == 0], [g for g in graphs if g.number % 2]


def read_graphs(folder: Path) -> list[Graph]:
    """The graphs of graphs.csv with the points of points.csv. OSError where a file is absent."""
    points: dict[str, dict[str, list[float]]] = {}
    for row in _rows(folder / "points.csv"):
        points.setdefault(row["graph"], {"A": [], "B": []})[row["phase"]].append(float(row["value"]))
    return [_graph(row, points[row["graph"]]) for row in _rows(folder / "graphs.csv")]


def _graph(row: dict[str, str], points: dict[str, list[float]]) -> Graph:
    experts = tuple(row[f"expert_{name}"] == "1" for name in EXPERTS)
    a, b = tuple(points["A"]), tuple(points["B"])
    return Graph(int(row["graph"]), a, b, row["true_effect"] == "1", experts, *(row[name] == "1" for name in PUBLISHED))


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
