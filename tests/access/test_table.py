"""The table of access, compared with the product over HTTP; and nothing of the product is missing from it."""

import re
from dataclasses import replace
from uuid import uuid4

import pytest
from django.urls import URLResolver, get_resolver, resolve

from alongside.foundation.doing import ACTIONS, QUERIES
from tests.access import evaluate, mutate
from tests.guards.test_verbs import asked


def routes(resolver: URLResolver | None = None, before: str = "") -> set[str]:
    found: set[str] = set()
    for pattern in (resolver or get_resolver()).url_patterns:
        route = before + str(pattern.pattern)
        found |= routes(pattern, route) if isinstance(pattern, URLResolver) else {route}
    return found


def in_table() -> set[str]:
    paths = {re.sub(r"\{\w+\}", str(uuid4()), row["path"]).partition("?")[0] for row in evaluate.rows("expected.csv")}
    return {resolve(path).route for path in paths}


def names(start: str, route: str) -> bool:
    """An address stands for all that begin with it; with `$` at its end for itself alone."""
    return route == start.removesuffix("$") if start.endswith("$") else route.startswith(start)


def test_every_address_is_in_the_table_or_has_a_reason():
    excused = [row["address"] for row in evaluate.rows("unasked.csv")]
    missing = routes() - in_table()
    assert [route for route in missing if not any(names(start, route) for start in excused)] == []
    assert [start for start in excused if not any(names(start, route) for route in missing)] == []


def test_every_verb_is_in_the_table_or_has_a_reason():
    asked()  # every action and query is imported
    named = {verb for row in evaluate.rows("expected.csv") for verb in row["verb"].split()}
    excused = {row["verb"] for row in evaluate.rows("unreached.csv") if row["reason"]}
    assert {*ACTIONS, *QUERIES} - named - excused == set()
    assert named - {*ACTIONS, *QUERIES} == set()
    assert excused & named == set()
    assert excused - {*ACTIONS, *QUERIES} == set()


def test_the_evaluator_knows_nothing_of_the_product():
    text = (evaluate.HERE / "evaluate.py").read_text()
    assert not re.search(r"^\s*(from|import) (alongside|django|tests)", text, re.MULTILINE)


@pytest.fixture(scope="module")
def first(world):
    return mutate.first_pass(world, evaluate.fewest(evaluate.cells()))


@pytest.mark.slow
def test_every_cell_is_answered_as_the_table_says(first):
    assert first[0] == [], f"{len(first[0])} mismatches"


@pytest.mark.slow
def test_the_table_kills_every_mutant(world, first, capsys):
    asked()  # every rule is declared
    run = mutate.run(world, first[1])
    with capsys.disabled():
        print(f"\n{run}")
    assert [str(mutant) for mutant in run.survivors] == []
    assert run.stale == [], "lines of equivalents.csv that fit no mutant"


def test_a_wrong_cell_is_noticed(world):
    cell = next(c for c in evaluate.cells() if c.relation == "other" and c.role == "tss" and c.expected == "no")
    [line] = evaluate.mismatches(world, [replace(cell, expected="ok")])
    assert "expected ok, answered no" in line
