"""What follows what in ABC records: before it, after it, and from before to after, against what chance would bring."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from alongside.assessments.rules.evidence import Record
from alongside.assessments.rules.looks import Looks, looked
from alongside.measure.transitions import Pair, crossed, tallest


@dataclass(frozen=True)
class Sequences:
    """`before`: P(it | what came before); `after`: P(what came after | it); `through`: P(after | before), of its times.

    The first two need records of when it did not happen; without them their deviates are None.
    """

    before: tuple[Pair, ...]
    after: tuple[Pair, ...]
    through: tuple[Pair, ...]
    looks: Looks

    @property
    def chains(self) -> tuple[Pair, ...]:
        """From before to after, those that came."""
        return tuple(pair for pair in self.through if pair.count)


def sequences(records: Sequence[Record], known: Mapping[str, Any]) -> Sequences:
    """Of all records. One pass a table; a record counts in a table where both of its notes were made."""
    noted = [(one.occurred, one.details.get("antecedent", ""), one.details.get("consequence", "")) for one in records]
    before = [pair for pair in crossed((b, happened) for happened, b, _ in noted if b) if pair.target]
    after = [pair for pair in crossed((happened, a) for happened, _, a in noted if a) if pair.given]
    through = crossed((b, a) for happened, b, a in noted if happened and b and a)
    looks = looked([*before, *after, *through], least=known["sequence"]["expected"])
    return Sequences(tuple(tallest(before)), tuple(tallest(after)), tuple(tallest(through)), looks)
