"""Kappa against reference values, and where it is undefined."""

import csv

import pytest

from alongside.measure import kappa
from alongside.measure.tests.places import FULL_OBSERVERS, OBSERVERS, table

WANTED = {(r["dataset"], r["metric"], r["variant"]): float(r["value"]) for r in table(OBSERVERS / "irr_expected.csv")}


def ratings(name, folder=OBSERVERS, kind=str):
    with (folder / f"irr_{name}.csv").open(newline="") as file:
        return [[kind(cell) for cell in row] for row in list(csv.reader(file))[1:]]


def columns(rows, *places):
    return [[row[place] for row in rows] for place in places]


@pytest.mark.parametrize(("weights", "name"), [("none", "unweighted"), ("equal", "equal weights"),
                                               ("squared", "squared weights")])  # fmt: skip
def test_cohen_weighted(weights, name):
    one, two = columns(ratings("anxiety", kind=int), 0, 1)
    wanted = WANTED["anxiety", "Cohen kappa", f"raters 1,2 {name}"]
    assert kappa.cohen_weighted(one, two, weights=weights) == pytest.approx(wanted, abs=1e-12)


def test_diagnoses():
    rows = ratings("diagnoses")
    assert kappa.cohen(*columns(rows, 1, 2)) == pytest.approx(WANTED["diagnoses", "Cohen kappa", "raters 2,3"])
    assert kappa.fleiss(rows) == pytest.approx(WANTED["diagnoses", "Fleiss kappa", "6 raters"])
    assert round(kappa.fleiss(rows), 3) == 0.430, "as printed by Fleiss in 1971"
    assert kappa.fleiss(rows, exact=True) == pytest.approx(WANTED["diagnoses", "Fleiss kappa exact", "6 raters"])
    assert kappa.light(rows) == pytest.approx(WANTED["diagnoses", "Light kappa", "6 raters"])


@pytest.mark.parametrize(("name", "variant", "tolerance"), [("anxiety", "3 raters, tol 0", 0),
                         ("anxiety", "3 raters, tol 1", 1), ("video", "tol 0", 0), ("video", "tol 1", 1)])  # fmt: skip
def test_percent_agreement(name, variant, tolerance):
    found = kappa.percent_agreement(ratings(name, kind=int), tolerance=tolerance)
    assert found == pytest.approx(WANTED[name, "percent agreement", variant])


@pytest.mark.skipif(not FULL_OBSERVERS.exists(), reason=f"the full reference tables are not at {FULL_OBSERVERS}")
def test_vision():
    found = kappa.cohen(*columns(ratings("vision", FULL_OBSERVERS), 0, 1))
    assert found == pytest.approx(WANTED["vision", "Cohen kappa", "unweighted"])


def test_undefined():
    assert kappa.cohen([], []) is None
    assert kappa.cohen([1, 1], [1, 1]) is None, "both constant: chance alone agrees fully"
    assert kappa.cohen([1, 1], [1, 0]) == 0
    assert kappa.fleiss([]) is None
    assert kappa.light([["a", "a"]]) is None
    assert kappa.percent_agreement([]) is None
    with pytest.raises(ValueError, match="1 and 2"):
        kappa.cohen([1], [1, 0])
