"""What somebody prefers: how often each item was chosen, approached or used, and its rank.

Sources: paired stimuli, Fisher and others, JABA 25 (1992) 491-498; multiple stimuli without replacement, DeLeon &
Iwata, JABA 29 (1996) 519-533; single stimuli, Pace and others, JABA 18 (1985) 249-255; free operant, Roane and
others, JABA 31 (1998) 605-620.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ranked:
    """One item: `percent` = 100 * times / of, None where it was never offered; equal percents share their best rank."""

    item: str
    times: float
    of: float
    percent: float | None
    rank: int | None


def paired(items: Sequence[str], trials: Iterable[tuple[str, str, str]]) -> tuple[Ranked, ...]:
    """Percent of the trials with an item in which it was chosen; a trial is (one, other, the chosen or "")."""
    chosen, offered = Counter[str](), Counter[str]()
    for one, other, taken in trials:
        offered += Counter((one, other))
        chosen[taken] += 1
    return _ranked({item: (chosen[item], offered[item]) for item in items})


def without_replacement(items: Sequence[str], orders: Iterable[Sequence[str]]) -> tuple[Ranked, ...]:
    """Percent of the trials with an item on offer in which it was chosen; each order is the items as they were taken.

    An item that was taken k-th was on offer k times; one that was left, in every trial of its order.
    """
    chosen, offered = Counter[str](), Counter[str]()
    for order in orders:
        chosen += Counter(order)
        for item in items:
            offered[item] += order.index(item) + 1 if item in order else len(order)
    return _ranked({item: (chosen[item], offered[item]) for item in items})


def approached(items: Sequence[str], trials: Iterable[tuple[str, bool]]) -> tuple[Ranked, ...]:
    """Percent of an item's trials in which it was approached."""
    times, offered = Counter[str](), Counter[str]()
    for item, did in trials:
        offered[item] += 1
        times[item] += did
    return _ranked({item: (times[item], offered[item]) for item in items})


def engaged(items: Sequence[str], sessions: Iterable[tuple[Mapping[str, float], float]]) -> tuple[Ranked, ...]:
    """Percent of the time in which an item was used; a session is (seconds by item, its length in seconds)."""
    used, long = dict.fromkeys(items, 0.0), 0.0
    for seconds, length in sessions:
        long += length
        for item in items:
            used[item] += seconds.get(item, 0.0)
    return _ranked({item: (used[item], long) for item in items})


def pairs_left(items: Sequence[str], trials: Iterable[tuple[str, str, str]]) -> tuple[tuple[str, str], ...]:
    """Pairs of items that were not offered yet, in their order."""
    done = {frozenset(trial[:2]) for trial in trials}
    every = [(one, other) for n, one in enumerate(items) for other in items[n + 1 :]]
    return tuple(pair for pair in every if frozenset(pair) not in done)


def _ranked(counts: Mapping[str, tuple[float, float]]) -> tuple[Ranked, ...]:
    """The most preferred first; what was never offered last, without a rank."""
    percents = {item: 100 * times / of if of else None for item, (times, of) in counts.items()}
    known = sorted((p for p in percents.values() if p is not None), reverse=True)
    made = [
        Ranked(item, times, of, percents[item], _rank(percents[item], known)) for item, (times, of) in counts.items()
    ]
    return tuple(sorted(made, key=lambda one: -1.0 if one.percent is None else one.percent, reverse=True))


def _rank(percent: float | None, known: Sequence[float]) -> int | None:
    return None if percent is None else known.index(percent) + 1
