"""The steps of a program: typed ones, or those of a task analysis in the order in which they are taught."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Step:
    """One step. `prompt`: the most help that still counts in it, where it is not the rule's; `of`: its number in the
    task analysis, where one step of it is taught by itself (0: all that is recorded counts)."""

    text: str
    prompt: str = ""
    of: int = 0


def chained(names: Sequence[str], chaining: str) -> tuple[Step, ...]:
    """The steps of a task analysis as they are taught: first to last, last to first; all at once is one step."""
    if chaining == "total":
        return ()
    steps = [Step(name, of=number) for number, name in enumerate(names, 1)]
    return tuple(steps if chaining == "forward" else reversed(steps))


def from_rows(rows: Sequence[Mapping[str, Any]]) -> tuple[Step, ...]:
    return tuple(Step(**row) for row in rows)


def share(
    counted: Mapping[tuple[int, str, str], int], *, levels: Sequence[str], prompt: str, of: int
) -> tuple[float | None, int]:
    """Percent done with no more help than `prompt`, and out of how many. `counted`: (step, outcome, prompt) -> times.

    `levels`: of the target, the least help first. An unknown or unsaid level of help does not count.
    """
    allowed = set(levels[1 : levels.index(prompt) + 1]) if prompt in levels else set()
    good = total = 0
    for (step, outcome, help_given), times in counted.items():
        if of in (0, step):
            total += times
            good += times if outcome == "correct" or (outcome == "prompted" and help_given in allowed) else 0
    return (100 * good / total if total else None), total
