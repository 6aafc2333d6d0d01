"""What must follow an answer that opens a path, in an agency's own words: which are in force, and their faults."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from alongside.foundation.errors import Fault

MOST_STEPS, LONGEST, MOST_NUMBERS = 12, 300, 6
NUMBER = re.compile(r"\+?[0-9][0-9 ().-]{1,28}[0-9]", re.ASCII)


@dataclass(frozen=True)
class OwnWords:
    """A wording that was agreed to. `since`: the day from which it is used. A list that is empty leaves the default."""

    path: str
    number: int
    since: date
    must: tuple[str, ...]
    grave_must: tuple[str, ...]
    numbers: tuple[tuple[str, str], ...]

    def steps(self, *, grave: bool) -> tuple[str, ...]:
        """What follows, in order; () where the product's own steps stay."""
        return self.grave_must if grave else self.must


def in_force(agreed: Iterable[OwnWords], path: str, on: date) -> OwnWords | None:
    """The wording of a path on a day: the one that came into use last. None: the product's own."""
    used = [one for one in agreed if one.path == path and one.since <= on]
    return max(used, key=lambda one: (one.since, one.number), default=None)


def wording_faults(
    *, path: str, paths: Collection[str], must: Sequence[str], grave_must: Sequence[str],
    numbers: Sequence[tuple[str, str]], begins_on: date, today: date,
) -> list[Fault]:  # fmt: skip
    """Faults of a wording, by field. Both lists have steps, or neither: then the product's own are used again."""
    found = [] if path in paths else [Fault("foundation.field.choice", "path")]
    for name, steps in (("must", must), ("grave_must", grave_must)):
        if len(steps) > MOST_STEPS:
            found.append(Fault("instruments.fault.steps", name, {"most": MOST_STEPS}))
        if any(len(step) > LONGEST for step in steps):
            found.append(Fault("instruments.fault.step_long", name, {"most": LONGEST}))
    if bool(must) != bool(grave_must):
        found.append(Fault("instruments.fault.both_lists", "must" if grave_must else "grave_must"))
    if len(numbers) > MOST_NUMBERS:
        found.append(Fault("instruments.fault.numbers", "numbers", {"most": MOST_NUMBERS}))
    found += [
        Fault("instruments.fault.call", "numbers", {"typed": f"{name}, {number}"[:60]})
        for name, number in numbers
        if not name or not callable_number(number)
    ]
    return found + ([Fault("instruments.fault.begun", "begins_on")] if begins_on < today else [])


def callable_number(number: str) -> bool:
    """Three digits are enough: 988 is a number."""
    return bool(NUMBER.fullmatch(number)) and 3 <= sum(map(str.isdigit, number)) <= 21


def lines_of(typed: str) -> tuple[str, ...]:
    """One step a line; empty lines are none."""
    return tuple(line.strip() for line in typed.split("\n") if line.strip())


def calls_of(typed: str) -> tuple[tuple[str, str], ...]:
    """`Name, number` a line."""
    parts = (line.rpartition(",") for line in lines_of(typed))
    return tuple((name.strip(), number.strip()) for name, _, number in parts)
