"""A paper of 20 pages as tagged PDF, a page, against one of a single page; and what of it is starting the process."""

from collections.abc import Iterator
from datetime import UTC, datetime

from alongside.printing import Paper, Part, paper, pdf
from bench.place import Place
from bench.table import Result
from bench.timing import alone, in_turns

MANY = 20
WORDS = "He asked for a break with his card eight times in ninety minutes, and left the area once. " * 9


def results(place: Place) -> Iterator[Result]:
    times = place.times(12)
    long, short = in_turns(lambda: pdf(printed(MANY)), lambda: pdf(printed(1)), times=times, warm=1)
    yield Result("20 pages against one", long, baseline=short, remark=f"{long / MANY:.1f} ms a page of {MANY}")
    empty = Paper("t", "en", "Harbor", (Part("t", ()),), datetime(2026, 1, 1, tzinfo=UTC), "c", "{page}", "")
    yield Result("an empty sheet: the process, its types, one page", alone(lambda: pdf(empty), times=times, warm=1))


def printed(pages: int) -> Paper:
    """Parts of one page each: facts, four paragraphs, a table."""
    rows = [[str(n), "1.2 an hour", "4 of 7"] for n in range(8)]
    blocks = (
        paper.facts([("Client", "Theo Bell"), ("Record number", "C-2")]), *(paper.words(WORDS) for _ in range(4)),
        paper.table(["Visit", "Leaves the area", "Greets"], rows),
    )  # fmt: skip
    parts = tuple(Part(f"Progress note {n}", blocks, "Theo Bell · C-2") for n in range(pages))
    return Paper(
        "Progress notes", "en", "Harbor", parts, datetime(2026, 1, 1, tzinfo=UTC), "c", "{page} of {pages}", ""
    )
