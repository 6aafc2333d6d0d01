"""Where a fitted value differs from the reference by more than 1e-6: which side is at the higher likelihood.

The reference prints g, its SE, delta, nu and phi to ten digits. Phi, nu (which hangs on phi and on the share of
tau_sq alone) and delta give back the parameters at which it stopped; both places are compared to fifty digits.
"""

import math
from functools import cache

import pytest

from alongside.measure.between_case_model import _effect, _run
from alongside.measure.mixed_model import Fitted, _looked_at, fit
from alongside.measure.moments import variance
from alongside.measure.reading import read
from alongside.measure.roots import crossing
from alongside.measure.tests.likelihood_in_full import restricted
from alongside.measure.tests.places import CARRIED, FULL, needs_full, table

# Sets with a value that differs by 1.0e-6 to 3.5e-6, and what stands there.
DIFFER = [
    ("AlberMorgan", "", {"nu"}), ("Ruiz", "PSWQ", {"phi"}), ("Ruiz", "DEPRESSION", {"phi"}),
    ("DelemereDounavi", "Bedtime fading", {"g_AB", "delta_AB", "nu"}),
]  # fmt: skip


def fitted(path, measure=""):
    runs = [_run(case.phases) for case in read(path) if case.measure == measure]
    spread = variance([value for run in runs for value in run.values])
    return runs, fit(runs, start=(spread / 2, 0.2, spread / 2))


@cache
def printed(dataset, measure):
    rows = [row for row in table(FULL / "expected.csv") if row["dataset"] == dataset]
    name = f"ALL | {measure}"
    return {
        row["metric"].removeprefix("BCSMD_REML:"): float(row["value"])
        for row in rows if row["series"] == name and row["metric"].startswith("BCSMD_REML:")
    }  # fmt: skip


def stopped_at(runs, said, near):
    """(tau_sq, phi, sigma_sq) at which the reference's printed phi, nu and delta come out."""

    def at(share):
        found = _looked_at(runs, (share, said["phi"], 1 - share))
        return found, _effect(Fitted(found.change, found.change_variance, share, said["phi"], 1 - share,
                                     found.information))  # fmt: skip

    share = near.tau_sq / (near.tau_sq + near.sigma_sq)
    low, high = max(0.0, share - 1e-3), share + 1e-3
    if not share:  # the reference searches the logarithm of tau: it comes near nothing and never arrives
        high = 1e-4
    share = crossing(lambda one: at(one)[1].nu - said["nu"], low, high)
    total = (at(share)[0].change / said["delta_AB"]) ** 2
    return share * total, said["phi"], (1 - share) * total


@needs_full
@pytest.mark.parametrize(("dataset", "measure", "names"), DIFFER, ids=[f"{d}-{m}" for d, m, _ in DIFFER])
def test_ours_is_the_likelier_place(dataset, measure, names):
    runs, found = fitted(FULL / f"series/{dataset}.csv", measure)
    said = printed(dataset, measure)
    effect = _effect(found)
    ours = {"g_AB": effect.g_ab, "SE_g_AB": effect.se, "delta_AB": effect.delta_ab, "nu": effect.nu, "phi": effect.phi}
    apart = {name: abs(ours[name] - said[name]) / max(1, abs(said[name])) for name in said}
    assert {name for name, much in apart.items() if much > 1e-6} == names
    theirs = stopped_at(runs, said, found)
    here, there = restricted(runs, found.tau_sq, found.phi, found.sigma_sq), restricted(runs, *theirs)
    assert here > there
    assert here - there < 1e-6  # a later stop on one and the same hill, not another top


@pytest.mark.parametrize("path", [CARRIED / "series/Laski.csv"], ids=["Laski"])
def test_where_ours_stops_the_slope_is_nothing(path):
    """A step of a millionth of a standard error to any side makes the data less likely, to fifty digits."""
    runs, found = fitted(path)
    at = (found.tau_sq, found.phi, found.sigma_sq)
    top, view = restricted(runs, *at), _looked_at(runs, at)
    for place in range(3):
        width = 1 / math.sqrt(view.information[place][place])
        assert abs(view.score[place]) * width < 1e-8
        for side in (-1, 1):
            near = [value + side * 1e-6 * width * (n == place) for n, value in enumerate(at)]
            assert restricted(runs, *near) < top


def test_the_fast_likelihood_is_the_plain_one():
    runs, found = fitted(CARRIED / "series/Laski.csv")
    for at in ((found.tau_sq, found.phi, found.sigma_sq), (100.0, 0.5, 200.0), (0.0, -0.3, 50.0)):
        assert _looked_at(runs, at).likelihood == pytest.approx(float(restricted(runs, *at)), rel=1e-12)
