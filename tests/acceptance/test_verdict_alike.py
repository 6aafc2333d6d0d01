"""`alongside measure FILE.csv` and the page of an objective give one and the same verdict on the same data."""

import json
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from alongside.foundation import reference
from alongside.interchange.command import main as bring
from alongside.interchange.single_case import naming
from alongside.measure.command import main as measure
from alongside.measure.known_graphs import read_graphs
from alongside.measure.reading import read
from alongside.measure.series import Case, Phase
from alongside.measure.tests.places import CARRIED
from alongside.measure.verdict import DEFAULT
from alongside.outcomes.reading.conditions import Condition, Visit
from alongside.outcomes.reading.statement import state
from alongside.outcomes.working import read as working
from alongside.people.models import Client
from alongside.plans.lookups import targets_of

# A page says more than yes and no: all of these mean that no change toward what is wanted is shown.
NUMBER = {"change": 1, "no_change": 0, "unsure": 0, "worse": 0, "undecidable": None}
FILES = sorted((CARRIED / "series").glob("*.csv"))
HEADING = "dataset,series,session,phase,condition,outcome,improvement"
FIRST = datetime(2026, 3, 2, tzinfo=UTC)


def asked(capsys, path):
    """(series, pair) -> the verdict of the command line, with its rule as variant."""
    assert measure([str(path), "--metric", "verdict", "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert {row["variant"] for row in rows} <= {DEFAULT}
    return {(row["series"], row["pair"]): row["value"] for row in rows}


def drawn(case: Case, phases: tuple[Phase, Phase]) -> list[Condition]:
    """Two phases of a case as the page has them: visits numbered over the whole graph."""
    number = {
        session: n for n, session in enumerate((s for phase in case.phases for s in phase.sessions), 1)
    }  # fmt: skip
    found = []
    for kind, phase in zip(("baseline", "intervention"), phases, strict=True):
        visits = tuple(
            Visit(uuid4(), FIRST + timedelta(days=number[s]), FIRST.date(), number[s], value)
            for s, value in zip(phase.sessions, phase.values, strict=True)
        )
        found.append(Condition(phase.name, kind, FIRST, visits))
    return found


def shown(case: Case, pair) -> float | None:
    """What the page says of a pair."""
    two = next(
        (one, two) for one, two in zip(case.phases, case.phases[1:], strict=False)
        if (one.values, two.values) == (pair.a, pair.b)
    )  # fmt: skip
    said = state(drawn(case, two), case.outcome.improvement, (), reference.load("verdict_rules"))
    return NUMBER[said.verdict]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_pair_of_published_data(path, capsys):
    said = asked(capsys, path)
    ours = {(case.series, pair.number): shown(case, pair) for case in read(path) for pair in case.pairs}
    assert ours == said and ours


def test_every_graph_whose_truth_is_known_and_how_often_that_is_wrong(tmp_path, capsys):
    graphs = read_graphs(CARRIED / "known_graphs")
    lines = [
        f"known,{graph.number},{n},{phase},{phase},{value!r},increase"
        for graph in graphs
        for n, (phase, value) in enumerate([*(("A", v) for v in graph.a), *(("B", v) for v in graph.b)], 1)
    ]
    path = tmp_path / "known.csv"
    path.write_text("\n".join([HEADING, *lines]) + "\n")
    said = asked(capsys, path)
    ours = {(case.series, pair.number): shown(case, pair) for case in read(path) for pair in case.pairs}
    assert ours == said and len(ours) == 614
    alarms = [said[str(graph.number), 1] for graph in graphs if not graph.effect]
    right = [said[str(graph.number), 1] == graph.effect for graph in graphs]
    kept = reference.load("verdict_rules")["rule"][DEFAULT]
    assert kept["false_alarms"][:2] == [sum(alarms), len(alarms)] and sum(alarms) / len(alarms) < 0.07
    assert kept["agreement"][:2] == [sum(right), len(right)] and sum(right) / len(right) > 0.81


@pytest.mark.parametrize("name", ["McKissick", "Schmidt2007", "Laski"])
def test_what_is_imported_is_said_alike_by_the_page_and_the_command(cast, capsys, name):
    """The page compares the last baseline with what came after it: the last pair of the command."""
    path = CARRIED / "series" / f"{name}.csv"
    said = asked(capsys, path)
    assert bring(["single-case", str(path), "--agency", "Harbor Family Services"]) == 0
    compared = 0
    for case in read(path):
        client = Client.objects.get(identifier=naming.identifier(case))
        [target] = targets_of(client.pk)
        statement = working(client.pk, target.id).statement
        last = case.pairs[-1]
        assert (tuple(statement.before.values), tuple(statement.after.values)) == (last.a, last.b)
        assert NUMBER[statement.verdict] == said[case.series, last.number]
        compared += 1
    assert compared == len({series for series, _ in said})
