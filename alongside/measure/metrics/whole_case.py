"""Names and variants of scan (commit 7e80cb9) for a case: its first two phases, its autocorrelation, its regression.

scan does not flip a series for its Tau measures: there, negative means falling. Its percentages run to 100.
"""

from collections.abc import Callable, Iterator
from statistics import fmean

from alongside.measure import nonoverlap, standardized
from alongside.measure.corrected_tau import residuals
from alongside.measure.estimate import Direction, Estimate
from alongside.measure.kendall import Kendall, kendall
from alongside.measure.metrics.row import Row
from alongside.measure.moments import autocorrelation, deviation
from alongside.measure.nap import nap, tau
from alongside.measure.piecewise import piecewise
from alongside.measure.series import Case, Phase
from alongside.measure.tau_u import CONTRASTS, Variant, tau_u_variant
from alongside.measure.trend import least_squares

Found = tuple[str, str, float | None, float | None]
DIRECTIONS: tuple[tuple[Direction, str], ...] = (("increase", "FALSE"), ("decrease", "TRUE"))
TAU_U: tuple[tuple[Variant, str], ...] = (
    ("complete tau-a", "method=complete,tau_method=a"),
    ("complete tau-b", "method=complete,tau_method=b"),
    ("parker", "method=parker,tau_method=b"),
    ("tarlow", "method=tarlow,tau_method=b"),
)


def of_case(case: Case) -> Iterator[Row]:
    """All whole-case measures; those of two phases only where the case has two."""
    found: list[Found] = []
    if case.first_two:
        found += _overlap(*case.first_two)
        found += _tau_u(*case.first_two)
        found += _corrected(*case.first_two)
        found += _smd(*case.first_two)
    found += _autocorrelations(case)
    found += _regression(case)
    for metric, variant, value, se in found:
        yield Row(case.dataset, case.series, None, metric, variant, value, se)


def _overlap(one: Phase, two: Phase) -> Iterator[Found]:
    a, b = one.values, two.values
    for improvement, word in DIRECTIONS:
        variant = f"scan.overlap,decreasing={word}"
        for name, share in _shares(one, two, improvement):
            yield name, variant, None if share is None else 100 * share, None
        yield "IRD", variant, nonoverlap.ird(a, b, improvement=improvement), None
        yield "Tau_U(A)", variant, _complete_b(a, b, "A vs. B - Trend A"), None
        yield "Tau_U(BA)", variant, _complete_b(a, b, "A vs. B + Trend B - Trend A"), None
        yield "Base_Tau", variant, _base_tau(one, two), None
        yield "Diff_mean", variant, fmean(b) - fmean(a), None
        yield "Diff_trend", variant, _slope_difference(one, two), None
        yield "SMD", variant, standardized.glass_delta(a, b), None
        yield "Hedges_g", variant, standardized.hedges_g(a, b), None
        better = nap(a, b, improvement=improvement).value
        below = nap(a, b, improvement="increase").value
        yield "NAP", f"scan.nap,decreasing={word}", None if better is None else 100 * better, None
        yield "NAP_w", f"scan.nap,decreasing={word}", None if below is None else (1 - below) * len(a) * len(b), None


def _shares(one: Phase, two: Phase, improvement: Direction) -> Iterator[tuple[str, float | None]]:
    a, b = one.values, two.values
    yield "PND", nonoverlap.pnd(a, b, improvement=improvement)
    yield "PEM", nonoverlap.pem_strict(a, b, improvement=improvement)
    # A point on the line counts or not by the last bit of the reference's arithmetic, hence no tolerance.
    yield "PET", nonoverlap.pet(a, b, improvement=improvement, a_sessions=one.sessions,
                                b_sessions=two.sessions, tied=0)  # fmt: skip
    yield "PAND", nonoverlap.pand_sorted(a, b, improvement=improvement)
    yield "NAP", nap(a, b, improvement=improvement).value
    yield "NAP rescaled", tau(a, b, improvement=improvement).value


def _complete_b(a: tuple[float, ...], b: tuple[float, ...], contrast: str) -> float | None:
    chosen = next(known for known in CONTRASTS if known == contrast)
    return tau_u_variant(a, b, contrast=chosen, variant="complete tau-b").value


def _base_tau(one: Phase, two: Phase) -> float | None:
    """Corrected tau-b where the baseline has a trend (p < .05, tie-corrected normal), else uncorrected."""
    p = kendall(one.sessions, one.values).p()
    return (_without_trend(one, two) if p is not None and p < 0.05 else _by_phase(one.values, two.values)).tau_b


def _slope_difference(one: Phase, two: Phase) -> float | None:
    first, second = least_squares(one.sessions, one.values), least_squares(two.sessions, two.values)
    return None if first is None or second is None else second.slope - first.slope


def _tau_u(one: Phase, two: Phase) -> Iterator[Found]:
    for variant, words in TAU_U:
        for contrast in CONTRASTS:
            found: Estimate = tau_u_variant(one.values, two.values, contrast=contrast, variant=variant)
            yield f"TauU[{contrast}]", f"scan.tau_u {words}", found.value, found.se


def _corrected(one: Phase, two: Phase) -> Iterator[Found]:
    baseline = kendall(one.sessions, one.values)
    plain, corrected = _by_phase(one.values, two.values), _without_trend(one, two)
    named = (("Baseline autocorrelation", baseline), ("Uncorrected tau", plain), ("Baseline corrected tau", corrected))
    for name, found in named:
        yield f"BCTau[{name}]", "scan.corrected_tau tau_method=a", found.tau_a, None
        yield f"BCTau[{name}]", "scan.corrected_tau tau_method=b", found.tau_b, None


def _by_phase(a: tuple[float, ...] | list[float], b: tuple[float, ...] | list[float]) -> Kendall:
    return kendall([0] * len(a) + [1] * len(b), [*a, *b])


def _without_trend(one: Phase, two: Phase) -> Kendall:
    sessions = [*one.sessions, *two.sessions]
    return _by_phase(*residuals(one.values, two.values, arithmetic="fitted", sessions=sessions))


def _smd(one: Phase, two: Phase) -> Iterator[Found]:
    a, b = one.values, two.values
    named: tuple[tuple[str, Callable[[], float | None]], ...] = (
        ("mA", lambda: fmean(a)),
        ("mB", lambda: fmean(b)),
        ("sdA", lambda: deviation(a)),
        ("sdB", lambda: deviation(b)),
        ("sd cohen", lambda: standardized.sd_cohen(a, b)),
        ("sd hedges", lambda: standardized.sd_pooled(a, b)),
        ("Glass' delta", lambda: standardized.glass_delta(a, b)),
        ("Hedges' g", lambda: standardized.hedges_g(a, b, correction="none")),
        ("Hedges' g correction", lambda: standardized.hedges_g(a, b)),
        ("Hedges' g durlak correction", lambda: standardized.hedges_g(a, b, correction="Durlak")),
        ("Cohen's d", lambda: standardized.cohens_d(a, b)),
    )
    for name, value in named:
        yield f"smd:{name}", "scan.smd", value(), None


def _autocorrelations(case: Case) -> Iterator[Found]:
    for phase in case.phases:
        yield f"autocorr_lag1[{phase.name}]", "scan.autocorr", autocorrelation(phase.values), None
    everything = [value for phase in case.phases for value in phase.values]
    yield "autocorr_lag1[all]", "scan.autocorr", autocorrelation(everything), None


def _regression(case: Case) -> Iterator[Found]:
    for name, found in piecewise(case.phases).items():
        yield f"plm:{name}", "scan.plm default W/first", found.value, found.se
