"""Many records at once: how likely a behavior is beside each thing that was there, and each thing after the behavior.

A record is (the behavior happened, what was noted of it). One pass, whatever the number of different notes.
Sources as in `likelihood`.
"""

from collections import Counter
from collections.abc import Hashable, Iterable

from alongside.measure.likelihood import Likelihood, likelihood

Note = Hashable
Record = tuple[bool, Iterable[Note]]


def behavior_given(records: Iterable[Record]) -> dict[Note, Likelihood]:
    """P(behavior | note), P(behavior | not the note) and P(behavior), for each note."""
    counted, happened, n = _counted(records)
    return {
        note: likelihood(
            both=counted[note, True], condition_only=counted[note, False],
            event_only=happened - counted[note, True], neither=n - happened - counted[note, False],
        )
        for note in _notes(counted)
    }  # fmt: skip


def given_behavior(records: Iterable[Record]) -> dict[Note, Likelihood]:
    """P(note | behavior), P(note | no behavior) and P(note), for each note."""
    counted, happened, n = _counted(records)
    return {
        note: likelihood(
            both=counted[note, True], condition_only=happened - counted[note, True],
            event_only=counted[note, False], neither=n - happened - counted[note, False],
        )
        for note in _notes(counted)
    }  # fmt: skip


def _counted(records: Iterable[Record]) -> tuple[Counter[tuple[Note, bool]], int, int]:
    """Records by note and behavior, those with the behavior, and all."""
    counted, happened, n = Counter[tuple[Note, bool]](), 0, 0
    alike = Counter((bool(occurred), tuple(notes)) for occurred, notes in records)
    for (occurred, notes), times in alike.items():
        n += times
        happened += times * occurred
        for note in {*notes}:
            counted[note, occurred] += times
    return counted, happened, n


def _notes(counted: Counter[tuple[Note, bool]]) -> list[Note]:
    """The notes, most frequent with the behavior first."""
    notes = {note for note, _ in counted}
    return sorted(notes, key=lambda note: (-counted[note, True], -counted[note, False], str(note)))
