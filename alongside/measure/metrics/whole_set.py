"""Names and variants of scan (commit 7e80cb9) for all cases of a data set together: "ALL" and "OVERALL"."""

import math
from collections.abc import Iterator, Sequence

from alongside.measure import nonoverlap
from alongside.measure.between_case import BetweenCase, Nuisance, multiple_baseline, reversal, reversal_nuisance
from alongside.measure.between_case_model import by_model
from alongside.measure.estimate import Direction
from alongside.measure.metrics.row import Row
from alongside.measure.metrics.whole_case import DIRECTIONS, TAU_U
from alongside.measure.series import Case, Phase
from alongside.measure.tau_u import CONTRASTS, tau_u_combined, tau_u_variant

Twos = Sequence[tuple[Phase, Phase]]
MOST_POINTS = 2_000  # a between-case effect compares every session with every other


def of_set(cases: Sequence[Case]) -> Iterator[Row]:
    """Rows for each data set in the file, over the first two phases of its cases."""
    for dataset in dict.fromkeys(case.dataset for case in cases):
        twos = [case.first_two for case in cases if case.dataset == dataset and case.first_two]
        if twos:
            yield from _pand(dataset, twos)
            yield from _tau_u(dataset, twos)
        yield from _between(dataset, [case for case in cases if case.dataset == dataset and case.design])


def _pand(dataset: str, twos: Twos) -> Iterator[Row]:
    for improvement, word in DIRECTIONS:
        cells = _cells(twos, improvement)
        variant = f"scan.pand method=sort,decreasing={word}"
        yield Row(dataset, "ALL", None, "PAND", variant, 100 * (cells[0] + cells[3]) / sum(cells))
        yield Row(dataset, "ALL", None, "phi", variant, _phi(*cells))
        variant = f"scan.pand method=minimum,decreasing={word}"
        yield Row(dataset, "ALL", None, "PAND", variant, 100 * _kept(twos, improvement) / sum(cells))


def _cells(twos: Twos, improvement: Direction) -> tuple[int, int, int, int]:
    total = [0, 0, 0, 0]
    for one, two in twos:
        for place, number in enumerate(nonoverlap.sorted_cells(one.values, two.values, improvement=improvement) or ()):
            total[place] += number
    return total[0], total[1], total[2], total[3]


def _phi(a: int, b: int, c: int, d: int) -> float | None:
    """Strength of association of a 2 x 2 table, without its sign."""
    margins = (a + b) * (c + d) * (a + c) * (b + d)
    return abs(a * d - b * c) / math.sqrt(margins) if margins else None


def _kept(twos: Twos, improvement: Direction) -> float:
    """Points of all cases that can stay."""
    shares = [
        (nonoverlap.pand(one.values, two.values, improvement=improvement), len(one.values) + len(two.values))
        for one, two in twos
    ]
    return sum((share or 0) * points for share, points in shares)


def _tau_u(dataset: str, twos: Twos) -> Iterator[Row]:
    for variant, words in TAU_U:
        for contrast in CONTRASTS[:4]:
            found = [
                (tau_u_variant(one.values, two.values, contrast=contrast, variant=variant).value,
                 len(one.values) + len(two.values))
                for one, two in twos
            ]  # fmt: skip
            mean = tau_u_combined([(value, points) for value, points in found if value is not None])
            yield Row(dataset, "OVERALL", None, f"TauU-meta[{contrast}]", f"scan.tau_u {words}", mean.value, mean.se)


def _between(dataset: str, cases: Sequence[Case]) -> Iterator[Row]:
    """Names of scdhlm (commit 3b12709), for each measure of a file that names its design."""
    for measure in dict.fromkeys(case.measure for case in cases):
        some = [case for case in cases if case.measure == measure]
        found = _effect(some)
        variant = f"scdhlm effect_size_{'ABk' if some[0].design == 'TR' else 'MB'}"
        for name in ("delta_hat", "delta_hat_unadj", "V_delta_hat", "nu", "phi", "rho", "theta"):
            value = getattr(found, name.replace("V_delta_hat", "variance"), None)
            yield Row(dataset, f"ALL | {measure}", None, f"BCSMD_HPS:{name}", variant, value)
        yield from _modelled(dataset, measure, some)


def _modelled(dataset: str, measure: str, cases: Sequence[Case]) -> Iterator[Row]:
    """Names of scdhlm with lmeInfo: a level for each case, errors of a first-order process."""
    few = sum(len(phase.values) for case in cases for phase in case.phases) <= MOST_POINTS
    found = by_model([case.phases for case in cases]) if few else None
    model = "lmeInfo g_mlm: outcome~trt, random 1|case, AR1"
    for name, value in (("g_AB", "g_ab"), ("SE_g_AB", "se"), ("delta_AB", "delta_ab"), ("nu", "nu"), ("phi", "phi")):
        variant = model if name != "phi" else "lmeInfo g_mlm"
        result = None if found is None else getattr(found, value)
        yield Row(dataset, f"ALL | {measure}", None, f"BCSMD_REML:{name}", variant, result)


def _effect(cases: Sequence[Case]) -> BetweenCase | Nuisance | None:
    """A reversal compares the conditions of the first two phases; unequal numbers of phases have no effect size."""
    if sum(len(phase.values) for case in cases for phase in case.phases) > MOST_POINTS:
        return None
    if cases[0].design == "TR":
        named = {phase.name for case in cases for phase in case.phases[:2]}
        some = [[phase for phase in case.phases if phase.name in named] for case in cases]
        return reversal(some) or reversal_nuisance(some)
    return multiple_baseline([case.first_two for case in cases if case.first_two])
