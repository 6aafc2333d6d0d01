"""Every measure of a single-case file under the names by which its reference values are published."""

from collections.abc import Iterator, Sequence

from alongside.measure.metrics.pairwise import of_pair
from alongside.measure.metrics.row import Row
from alongside.measure.metrics.whole_case import of_case
from alongside.measure.metrics.whole_set import of_set
from alongside.measure.series import Case

__all__ = ["Row", "rows"]


def rows(cases: Sequence[Case]) -> Iterator[Row]:
    """Rows of all pairs, then of each whole case, then of all cases of a data set together."""
    for case in cases:
        for pair in case.pairs:
            yield from of_pair(case, pair)
    for case in cases:
        yield from of_case(case)
    yield from of_set(cases)
