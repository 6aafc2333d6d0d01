"""The record of every rule that the product uses, or that it was compared with, as reference/verdict_rules.toml."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from alongside.measure.corrected_tau import tau_corrected
from alongside.measure.cross_validation import cross_validated
from alongside.measure.dual_criteria import conservative_dual_criteria
from alongside.measure.known_graphs import Answer, Graph, Record, halves, read_graphs, record
from alongside.measure.nap import nap
from alongside.measure.verdict import DEFAULT, RULES, Rule, working
from alongside.measure.wilson import Share

HEADING = """\
# How often each rule for "it is working" is right about graphs whose truth is known. Made by
# `python -m alongside.measure.rule_report FOLDER` (FOLDER holds graphs.csv and points.csv, as
# tests/data/single_case/known_graphs does) and recomputed by the tests of alongside/measure.
#   agreement: verdicts that match the true effect; false_alarms: graphs without effect called a change;
#   misses: graphs with an effect not called a change; experts: agreement with five behavior analysts' answers.
#   Each share is [count, of, value, lower, upper] with Wilson's 95 % interval; even and odd are the two halves by
#   graph number; cross_validated: the two numbers of the default rule chosen on nine tenths of the graphs, judged on
#   the tenth left out. Baselines have 3 or 5 points, interventions 5 or 10; effects range from 1 to 5 SD; lag-1
#   autocorrelation is 0 or .2; half of the graphs, with or without an effect, rise by 30 degrees throughout.
source = "Lanovaz & Hranchuk 2021, J. Applied Behavior Analysis 54:1541-1552; 614 simulated AB graphs (MIT licence)"
effective_from = 2026-01-01
"""
PRINTED: Rule = "CDC printed"


def answers() -> Iterator[tuple[str, str, Answer]]:
    """Name, use and answer of each rule: those of `working`, then thresholds that are only compared."""
    for rule in RULES:
        yield rule, "default" if rule == DEFAULT else "variant", _by_rule(rule)
    yield "SGD as published", "compared only", lambda graph: graph.published_sgd
    yield "SVC as published", "compared only", lambda graph: graph.published_svc
    yield "CDC printed, population SD", "published verdicts", published_variant
    yield "NAP above .92", "compared only", lambda graph: (_nap(graph) or 0) > 0.92
    yield "baseline-corrected Tau above .80", "compared only", lambda graph: (_corrected(graph) or 0) > 0.80


def published_variant(graph: Graph) -> bool | None:
    """CDC as the program behind the published verdicts counts it: printed values, SD of A with divisor m."""
    found = conservative_dual_criteria(graph.a, graph.b, improvement="increase", population_sd=True)
    return None if found is None else found.change


def printed_variant(graph: Graph) -> bool | None:
    """CDC with the printed values and the sample SD."""
    return _by_rule(PRINTED)(graph)


def exceptions(graphs: Sequence[Graph], answer: Answer) -> list[int]:
    """Numbers of the graphs on which an answer differs from the verdict published with the graph."""
    return [graph.number for graph in graphs if answer(graph) != graph.published_cdc]


def as_toml(graphs: Sequence[Graph]) -> str:
    """The whole file."""
    even, odd = halves(graphs)
    parts = [HEADING, f"graphs = {len(graphs)}\n", *_exceptions(graphs)]
    for name, use, answer in answers():
        parts += [f'\n[rule."{name}"]\nuse = "{use}"\n']
        for half, some in (("", graphs), ("even.", even), ("odd.", odd)):
            parts += _shares(half, record(some, answer))
        if name == DEFAULT:
            parts += _shares("cross_validated.", cross_validated(graphs))
    return "".join(parts)


def _exceptions(graphs: Sequence[Graph]) -> Iterator[str]:
    yield f"differs_from_published_cdc.sample_sd = {exceptions(graphs, printed_variant)}\n"
    yield f"differs_from_published_cdc.population_sd = {exceptions(graphs, published_variant)}\n"


def _shares(prefix: str, found: Record) -> Iterator[str]:
    yield f"{prefix}decided = {found.decided}\n"
    for name in ("agreement", "false_alarms", "misses", "experts"):
        yield f"{prefix}{name} = {_share(getattr(found, name))}\n"


def _share(found: Share) -> str:
    numbers = (found.value, found.lower, found.upper)
    return f"[{found.count}, {found.of}, {', '.join(f'{number or 0:.4f}' for number in numbers)}]"


def _by_rule(rule: Rule) -> Answer:
    def answer(graph: Graph) -> bool | None:
        verdict = working(graph.a, graph.b, "increase", rule=rule).verdict
        return None if verdict == "undecidable" else verdict == "change"

    return answer


def _nap(graph: Graph) -> float | None:
    return nap(graph.a, graph.b, improvement="increase").value


def _corrected(graph: Graph) -> float | None:
    return tau_corrected(graph.a, graph.b, improvement="increase").value


if __name__ == "__main__":
    print(as_toml(read_graphs(Path(sys.argv[1]))), end="")
