"""Agreement of several observers against the reference values: every statistic and probability of the table."""

import csv
from random import Random

import pytest

from alongside.measure import concordance, intraclass, kappa_test, krippendorff
from alongside.measure.estimate import two_sided
from alongside.measure.tests.places import FULL_OBSERVERS, OBSERVERS, table
from alongside.measure.tests.test_kappa import columns, ratings

ROWS = {(r["dataset"], r["metric"], r["variant"]): r for r in table(OBSERVERS / "irr_expected.csv")}


def wanted(dataset, metric, variant, column="value"):
    return pytest.approx(float(ROWS[dataset, metric, variant][column]), abs=1e-6)


@pytest.mark.parametrize(("weights", "name"), [("none", "unweighted"), ("equal", "equal weights"),
                                               ("squared", "squared weights")])  # fmt: skip
def test_weighted_kappas_deviate(weights, name):
    z = kappa_test.cohen_weighted_z(*columns(ratings("anxiety", kind=int), 0, 1), weights=weights)
    assert z == wanted("anxiety", "Cohen kappa", f"raters 1,2 {name}", "stat")
    assert two_sided(z) == wanted("anxiety", "Cohen kappa", f"raters 1,2 {name}", "p")


def test_kappas_of_diagnoses_deviate():
    rows = ratings("diagnoses")
    assert kappa_test.cohen_z(*columns(rows, 1, 2)) == wanted("diagnoses", "Cohen kappa", "raters 2,3", "stat")
    assert kappa_test.fleiss_z(rows) == wanted("diagnoses", "Fleiss kappa", "6 raters", "stat")
    z = kappa_test.light_z(rows)
    assert z == wanted("diagnoses", "Light kappa", "6 raters", "stat")
    assert two_sided(z) == wanted("diagnoses", "Light kappa", "6 raters", "p")


@pytest.mark.skipif(not FULL_OBSERVERS.exists(), reason=f"the full reference tables are not at {FULL_OBSERVERS}")
def test_vision_deviates():
    z = kappa_test.cohen_z(*columns(ratings("vision", FULL_OBSERVERS), 0, 1))
    assert z == wanted("vision", "Cohen kappa", "unweighted", "stat")


@pytest.mark.parametrize("average", [False, True], ids=["single", "average"])
@pytest.mark.parametrize(
    ("model", "kind"), [("oneway", "agreement"), ("twoway", "consistency"), ("twoway", "agreement")]
)
def test_intraclass(model, kind, average):
    found = intraclass.icc(ratings("anxiety", kind=int), model=model, kind=kind, average=average)
    name = f"{model} {kind} {'average' if average else 'single'}"
    assert found.value == wanted("anxiety", "ICC", name)
    assert found.p == wanted("anxiety", "ICC", name, "p")


def test_concordance():
    rows = ratings("anxiety", kind=int)
    w, square, p = concordance.kendall_w(rows)
    assert (w, square, p) == tuple(wanted("anxiety", "Kendall W", "corrected", one) for one in ("value", "stat", "p"))
    for name, found in (("mean r", concordance.mean_pearson(rows)), ("mean rho", concordance.mean_spearman(rows))):
        assert (found.value, found.p) == (wanted("anxiety", name, ""), wanted("anxiety", name, "", "p"))


@pytest.mark.parametrize("level", ["nominal", "ordinal", "interval", "ratio"])
def test_krippendorff(level):
    with (OBSERVERS / "krippendorff_4x12.csv").open(newline="") as file:
        observers = [[None if cell == "NA" else int(cell) for cell in row] for row in list(csv.reader(file))[1:]]
    dataset = "krippendorff 4x12 (matrix in csv, rows=raters)"
    assert krippendorff.alpha(observers, level=level) == wanted(dataset, "Krippendorff alpha", level)


def test_undefined():
    assert krippendorff.alpha([]) is None
    assert krippendorff.alpha([[1, None], [None, 2]]) is None, "no unit was seen twice"
    assert krippendorff.alpha([[1, 1], [1, 1]]) is None, "one value throughout"
    assert intraclass.icc([[1, 2]]).value is None
    assert intraclass.icc([[1, 1], [1, 1]]).value is None
    assert concordance.kendall_w([[1, 1], [1, 1]]) == (None, None, None)
    assert concordance.mean_pearson([[1, 1], [1, 2], [1, 3], [1, 4]]).value is None
    assert kappa_test.cohen_z([], []) is None
    assert kappa_test.light_z([["a", "a"]]) is None
    with pytest.raises(ValueError):
        krippendorff.alpha([[1], [1, 2]])
    with pytest.raises(ValueError):
        krippendorff.alpha([[1], [1]], level="odd")


def test_full_agreement_and_none():
    assert krippendorff.alpha([[1, 2, 3], [1, 2, 3]], level="interval") == 1
    assert concordance.kendall_w([[1, 1], [2, 2], [3, 3]])[0] == 1
    assert concordance.mean_spearman([[1, 10], [2, 20], [3, 30], [4, 40]]).value == pytest.approx(1)
    dice = Random(4)
    noise = [[dice.randint(0, 4) for _ in range(2000)] for _ in range(2)]
    assert abs(krippendorff.alpha(noise)) < 0.06
