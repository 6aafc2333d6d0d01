"""Names and variants of SingleCaseES (commit 8de5a3a) for one baseline and the intervention after it.

The reference searches Newcombe's bounds coarsely and leaves ties to floating point; both are repeated here so that
every digit can be compared. The functions themselves are exact by default.
"""

from collections.abc import Callable, Iterator

from alongside.measure import nonoverlap
from alongside.measure.corrected_tau import tau_b_corrected, tau_corrected
from alongside.measure.estimate import Estimate
from alongside.measure.log_medians import lrm
from alongside.measure.log_odds import lor
from alongside.measure.log_ratio import lrr_d, lrr_i
from alongside.measure.metrics.row import Row
from alongside.measure.nap import Error, nap, tau
from alongside.measure.series import Case, Outcome, Pair
from alongside.measure.standardized import Spread, smd
from alongside.measure.tau_u import tau_u
from alongside.measure.verdict import DEFAULT, RULES, Rule, working

VERDICTS = {"change": 1, "no change": 0, "undecidable": None}
Phases = tuple[tuple[float, ...], tuple[float, ...]]
Measure = Callable[[Phases, Outcome], Estimate]
Named = tuple[str, str, Measure]
ERRORS: tuple[Error, ...] = ("unbiased", "Hanley", "null")
SPREADS: tuple[Spread, ...] = ("baseline", "pool")
CORRECTED = ((True, "TRUE"), (False, "FALSE"))


def of_pair(case: Case, pair: Pair) -> Iterator[Row]:
    """All measures that fit the outcome's scale."""
    for metric, variant, measure in NAMED:
        if metric == "LOR" and case.outcome.scale not in ("proportion", "percentage"):
            continue
        found = measure((pair.a, pair.b), case.outcome)
        yield Row(case.dataset, case.series, pair.number, metric, variant,
                  found.value, found.se, found.lower, found.upper)  # fmt: skip
    for rule in RULES:
        metric = "verdict" if rule == DEFAULT else "verdict by rule"
        yield Row(case.dataset, case.series, pair.number, metric, rule, _verdict(pair, case.outcome, rule))


def _verdict(pair: Pair, outcome: Outcome, rule: Rule) -> float | None:
    """1 change, 0 none, None undecidable."""
    return VERDICTS[working(pair.a, pair.b, outcome.improvement, rule=rule).verdict]


def _plain(function: Callable[..., float | None]) -> Measure:
    return lambda phases, outcome: Estimate(function(*phases, improvement=outcome.improvement))


def _with(function: Callable[..., Estimate], **fixed: object) -> Measure:
    return lambda phases, outcome: function(*phases, improvement=outcome.improvement, **fixed)


def _scaled(function: Callable[..., Estimate], correct: bool) -> Measure:
    def measure(phases: Phases, outcome: Outcome) -> Estimate:
        return function(
            *phases, improvement=outcome.improvement, scale=outcome.scale or "other",
            session_minutes=outcome.session_minutes, intervals=outcome.intervals, bias_correct=correct,
        )  # fmt: skip

    return measure


def _odds(correct: bool) -> Measure:
    return lambda phases, outcome: lor(
        *phases, improvement=outcome.improvement, scale=outcome.scale or "other",
        intervals=outcome.intervals, bias_correct=correct,
    )  # fmt: skip


def _named() -> Iterator[Named]:
    yield "PND", "default", _plain(nonoverlap.pnd)
    yield "PAND", "default", _plain(nonoverlap.pand)
    yield "PEM", "default", _plain(nonoverlap.pem)
    yield "IRD", "default", _plain(nonoverlap.ird)
    yield "Tau-U", "default", _plain(tau_u)
    for error in ERRORS:
        yield "NAP", f"SE={error}", _with(nap, error=error, search="coarse")
    for error in ERRORS:
        yield "Tau", f"SE={error}", _with(tau, error=error, search="coarse")
    yield ("Tau-BC", "Kendall=FALSE,pretest=FALSE",
           _with(tau_corrected, arithmetic="stepwise", search="coarse"))  # fmt: skip
    yield "Tau-BC", "Kendall=TRUE,pretest=FALSE", _with(tau_b_corrected, arithmetic="single")
    yield ("Tau-BC", "Kendall=TRUE,pretest=.05",
           _with(tau_b_corrected, arithmetic="single", only_if_p_below=0.05))  # fmt: skip
    for spread in SPREADS:
        for correct, word in CORRECTED:
            yield "SMD", f"std_dev={spread},bias_correct={word}", _with(smd, spread=spread, bias_correct=correct)
    for correct, word in CORRECTED:
        yield "LRRd", f"D_const=NA,bias_correct={word}", _scaled(lrr_d, correct)
        yield "LRRi", f"D_const=NA,bias_correct={word}", _scaled(lrr_i, correct)
        yield "LOR", f"bias_correct={word}", _odds(correct)
    yield "LRM", "default", _with(lrm)
    yield "LRM", "delta_method=TRUE", _with(lrm, delta_method=True)


NAMED: tuple[Named, ...] = tuple(_named())
