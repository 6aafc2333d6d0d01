"""Does the likeness check find copied notes: 100 copies with small edits among 100 honest notes of similar visits."""

from collections.abc import Iterator

from bench.likeness import run
from bench.place import Place
from bench.table import Result


def results(place: Place) -> Iterator[Result]:
    found = run()
    flagged = f"{found['flagged']} of {found['planted']} flagged, {found['false_alarms']} falsely"
    apart = (
        f"a copy at least {found['lowest_copy_percent']} %, an honest note at most {found['highest_honest_percent']} %"
    )
    yield Result("precision", 100 * found["precision"], unit="%", remark=flagged)
    yield Result("recall", 100 * found["recall"], unit="%", remark=apart)
    yield Result("one check", found["milliseconds_per_check"], remark="against 100 earlier notes")
