"""Does a consequence follow a behavior more often than it comes anyway? A 2 x 2 table of intervals or events.

Sources: Vollmer et al. 2001 (contingency value); Martens et al. 2008 (contingency space); Yule 1912 (Q).
Descriptive data show correlation, not function.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Contingency:
    """Probabilities from 0 to 1; each is None where its condition never occurred.

    `given` is P(consequence | behavior), `without` P(consequence | no behavior), `background` P(consequence);
    `value` = given - background (Vollmer), `delta` = given - without (Martens), `relative_risk` = given / without,
    `yules_q` = (ad - bc)/(ad + bc). `n` counts everything, `occurrences` the behavior.
    """

    given: float | None
    without: float | None
    background: float | None
    value: float | None
    delta: float | None
    relative_risk: float | None
    yules_q: float | None
    n: int
    occurrences: int


def contingency(*, both: int, behavior_only: int, consequence_only: int, neither: int) -> Contingency:
    """The table's four counts to its probabilities. ValueError for a negative count."""
    a, b, c, d = both, behavior_only, consequence_only, neither
    if min(a, b, c, d) < 0:
        raise ValueError("a count is never negative")
    given, without, background = _over(a, a + b), _over(c, c + d), _over(a + c, a + b + c + d)
    return Contingency(
        given, without, background, _less(given, background), _less(given, without),
        given / without if given is not None and without else None,
        _over(a * d - b * c, a * d + b * c), a + b + c + d, a + b,
    )  # fmt: skip


def _over(part: float, whole: float) -> float | None:
    return part / whole if whole else None


def _less(one: float | None, two: float | None) -> float | None:
    return None if one is None or two is None else one - two
