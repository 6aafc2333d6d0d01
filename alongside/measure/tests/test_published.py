"""Values printed in articles, at the precision to which they are printed."""

import json
import tomllib
from itertools import pairwise
from statistics import fmean

import pytest

from alongside.measure import nonoverlap, standardized
from alongside.measure.between_case import multiple_baseline, reversal
from alongside.measure.corrected_tau import tau_corrected
from alongside.measure.goal import pogo
from alongside.measure.kendall import kendall
from alongside.measure.metrics import rows
from alongside.measure.nap import nap, tau
from alongside.measure.piecewise import piecewise
from alongside.measure.reading import read
from alongside.measure.series import Phase
from alongside.measure.tau_u import tau_u
from alongside.measure.tests.places import CARRIED, FULL, ROOT, needs_full, table

PUBLISHED = table(CARRIED / "published.csv")
PRINTED = {
    "PND": nonoverlap.pnd,
    "PAND": nonoverlap.pand,
    "PEM": nonoverlap.pem,
    "IRD (robust)": nonoverlap.ird,
    "NAP": lambda a, b, improvement: nap(a, b, improvement=improvement).value,
    "Tau": lambda a, b, improvement: tau(a, b, improvement=improvement).value,
    "Tau (A vs B, non-overlap)": lambda a, b, improvement: tau(a, b, improvement=improvement).value,
    "Tau-U / mn": tau_u,
    "Tau-U (A vs B minus trend A) / mn": tau_u,
    "Tau-BC": lambda a, b, improvement: tau_corrected(a, b, improvement=improvement).value,
}


def lists(text):
    return [[float(word) for word in part.partition("=")[2].split()] for part in text.split(";")]


def named(dataset, metric=""):
    return [row for row in PUBLISHED if row["dataset"] == dataset and row["metric"].startswith(metric)]


def case(dataset, series, folder=CARRIED):
    return next(one for one in read(folder / "series" / f"{dataset}.csv") if one.series == series)


@pytest.mark.parametrize("row", [r for r in PUBLISHED if r["variant"] == "increase"], ids=lambda r: r["metric"])
def test_inline_data(row):
    assert PRINTED[row["metric"]](*lists(row["data"]), improvement="increase") == pytest.approx(float(row["value"]))


def test_pand_as_percent_and_phi():
    a, b = lists(named("Parker-Vannest-Davis-2011 ex.1")[0]["data"])
    assert round(100 * nonoverlap.pand_sorted(a, b, improvement="increase"), 5) == 84.61538
    whole = rows(read(CARRIED / "series/Parker2011b.csv"))
    phi = next(r.value for r in whole if (r.metric, r.variant) == ("phi", "scan.pand method=sort,decreasing=FALSE"))
    assert round(phi, 4) == 0.6905


def test_kendall_1970():
    printed = {row["metric"]: float(row["value"]) for row in named("Kendall-1970 ex 3.1")}
    found = kendall(*lists(named("Kendall-1970 ex 3.1")[0]["data"]))
    assert found.s == printed["S"]
    assert round(found.tau_b, 3) == printed["tau-b"]


def test_both_ways_to_pand():
    one, two = case("Parker2009", "Case1").first_two
    assert round(100 * nonoverlap.pand(one.values, two.values, improvement="increase"), 5) == 86.95652
    assert nonoverlap.pand_sorted(one.values, two.values, improvement="increase") == 1


def test_percent_of_goal_crozier_and_english():
    """The article's percentages come from means read off a graph: they agree as whole numbers."""
    phases = case("Crozier2005", "case1").phases
    goals = [(one.values, two.values, goal) for (one, two), goal in zip(pairwise(phases), (0, 11.17, 0), strict=True)]
    goals += [(*(p.values for p in case("English1997", name).phases), 21.25) for name in ("Sue", "Don", "Jake", "Pete")]
    found = [round(pogo(a, b, goal=goal).value) for a, b, goal in goals]
    assert found == [round(float(row["value"])) for row in named("Crozier2005") + named("English1997")]


@pytest.mark.parametrize("row", named("Strasberger2014"), ids=lambda r: r["case"])
def test_percent_of_goal_strasberger(row):
    one, two = case("Strasberger2014", row["case"]).phases
    assert pogo(one.values, two.values, goal=10).value == pytest.approx(float(row["value"]), abs=0.005)


def test_percent_of_goal_facon():
    phases = {}
    for row in table(CARRIED / "raw_Facon2008.csv"):
        phases.setdefault(row["phase"], []).append(float(row["score"]))
    found = [round(pogo(phases["A"], phases[letter], goal=70).value, 1) for letter in "BCDEFGHI"]
    assert found == [float(row["value"]) for row in named("Facon2008")]


@pytest.mark.parametrize("row", named("Kelley2015"), ids=lambda r: r["case"])
def test_percent_of_goal_kelley(row):
    """Four decimals are printed, but they were computed from rounded means: agreement to three."""
    units = [r for r in table(CARRIED / "raw_Kelley2015.csv") if r["observation"] == row["case"]]
    pre, post = ([float(unit[side]) for unit in units] for side in ("pre", "post"))
    found = pogo(pre, post, goal=12, error="independent")
    assert found.value == pytest.approx(float(row["value"]), abs=5e-4)
    assert found.se == pytest.approx(float(row["se"]), abs=2e-4)


def ours(found, row):
    """The field that the row's name "BC-SMD:..." means."""
    name = row["metric"].partition(":")[2]
    return getattr(found, {"V_delta_hat": "variance"}.get(name, name.lower()))


def test_between_case_laski():
    found = multiple_baseline([one.first_two for one in read(CARRIED / "series/Laski.csv")])
    for row in named("Laski"):
        assert ours(found, row) == pytest.approx(float(row["value"]), abs=6e-7)


@needs_full
def test_between_case_lambert():
    cases = [c for c in read(FULL / "series/Lambert.csv") if c.measure == "disruptive behavior"]
    found = reversal([one.phases for one in cases])
    for row in named("Lambert"):
        assert ours(found, row) == pytest.approx(float(row["value"]), abs=6e-7)


@needs_full
def test_regression_and_differences_johanna():
    one = case("exampleAB", "Johanna", FULL)
    (a, b), fitted = (phase.values for phase in one.first_two), piecewise(one.phases)
    fit = [fitted[name].value for name in ("interB", "(Intercept)", "mt", "phaseB", "interB")]
    found = [fmean(b) - fmean(a), standardized.glass_delta(a, b), standardized.hedges_g(a, b), *fit]
    printed = [float(row["value"]) for row in named("exampleAB")]
    assert found == pytest.approx(printed, abs=5e-4)


def test_every_printed_value_is_tested():
    there = {"Parker-Vannest-Davis-2011 ex.1", "Parker-Vannest-Davis-2011 ex.2", "Tarlow-2017 monotone", "Laski",
             "Kendall-1970 ex 3.1", "Lambert", "exampleAB", "Parker2009", "Crozier2005", "English1997", "Facon2008",
             "Kelley2015", "Strasberger2014"}  # fmt: skip
    assert {row["dataset"] for row in PUBLISHED} == there
    assert len(PUBLISHED) == 73


def test_the_checks_that_a_page_shows():
    """reference/outcomes.toml says what articles print of the effect between cases, and what comes out here."""
    known = tomllib.loads((ROOT / "reference/outcomes.toml").read_text(encoding="utf-8"))["between_case"]
    saddler = next(
        case for case in json.loads((CARRIED / "worked_cases.json").read_text()) if case["id"].startswith("saddler")
    )
    cases = []
    for points in saddler["data"].values():
        sides = [[(t, y) for t, condition, y in points if condition == letter] for letter in "AB"]
        cases.append(tuple(Phase("", "", *zip(*side, strict=True)) for side in sides))
    laski = [one.first_two for one in read(CARRIED / "series/Laski.csv")]
    found = [round(multiple_baseline(one).delta_hat, 3) for one in (cases, laski)]
    assert found == [check["computed"] for check in known] == [check["printed"] for check in known]
    assert [check["source"].split()[0] for check in known] == ["Saddler", "Laski"]
