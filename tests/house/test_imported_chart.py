"""The page of an imported case shows the file's own values and phases, and sizes that agree with the references."""

import csv
from itertools import pairwise
from pathlib import Path

import pytest

from alongside.chart import queries
from alongside.interchange.command import main
from alongside.interchange.single_case import naming
from alongside.measure.reading import read
from alongside.plans.lookups import targets_of

DATA = Path(__file__).parents[1] / "data" / "single_case"


def expected_nap(dataset):
    """NAP by (series, pair) as SingleCaseES computes it."""
    with (DATA / "expected.csv").open(encoding="utf-8", newline="") as file:
        return {
            (row["series"], row["pair"]): float(row["value"])
            for row in csv.DictReader(file)
            if row["dataset"] == dataset and (row["metric"], row["variant"]) == ("NAP", "SE=unbiased")
        }


@pytest.mark.parametrize("dataset", ["McKissick", "Schmidt2007", "Crozier2005"])
def test_an_imported_case_on_its_page(cast, dataset):
    path = DATA / "series" / f"{dataset}.csv"
    assert main(["single-case", str(path), "--agency", "Harbor Family Services"]) == 0
    naps = expected_nap(dataset)
    compared = 0
    for case in read(path):
        [target] = targets_of(naming.client_id(cast.agency, case))
        page = queries.graph(by=cast.amara, on=target.id)
        assert [(c.name, tuple(c.values)) for c in page.conditions] == [(p.name, p.values) for p in case.phases]
        assert [len(phase.points) for phase in page.graph.phases] == [len(p.values) for p in case.phases]
        by_names = {(size.before, size.after): size for size in page.sizes}
        for pair in case.pairs:
            before, after = next((a, b) for a, b in pairwise(case.phases) if (a.values, b.values) == (pair.a, pair.b))
            size = by_names[before.name, after.name]
            assert size.nap.value == pytest.approx(naps[case.series, str(pair.number)], abs=1e-9)
            assert (size.n_before, size.n_after) == (len(pair.a), len(pair.b))
            compared += 1
    assert compared >= 2
