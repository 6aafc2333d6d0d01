"""What is proposed: forward, back, learned, or taught again; and whether somebody turned just that down."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from alongside.skills.rules.mastery import Reading, Rule, Tried, counts, meets


@dataclass(frozen=True)
class Proposal:
    """A move for somebody to decide about. `upto`: when the newest session considered began."""

    kind: str
    before: int
    after: int
    reading: Reading
    upto: Any


def proposed(reading: Reading, *, step: int, steps: int) -> Proposal | None:
    """The move that a reading of the step being taught speaks for; None where it speaks for none."""
    upto = reading.last.at if reading.last else None
    if reading.state == "met":
        kind, after = ("forward", step + 1) if step < steps else ("mastered", step)
        return Proposal(kind, step, after, reading, upto)
    if reading.state == "back" and step > 1:
        return Proposal("back", step, step - 1, reading, upto)
    return None


def to_teach_again(rule: Rule, probed: Sequence[Tried], *, step: int) -> Proposal | None:
    """Teaching again, where the newest probe that counts was not met."""
    counted = [one for one in probed if counts(rule, one)]
    if not counted or meets(rule, counted[-1].value or 0.0):
        return None
    newest = counted[-1]
    found = Reading("back", bad=(newest,), last=newest)
    return Proposal("reteach", step, step, found, newest.at)


def not_turned_down(proposal: Proposal | None, declined: Sequence[tuple[str, Any]]) -> Proposal | None:
    """The proposal, unless the same was declined with nothing new seen since. `declined`: (kind, upto)."""
    if proposal and (proposal.kind, proposal.upto) in declined:
        return None
    return proposal


def probe_passed(rule: Rule, one: Tried) -> bool | None:
    """Whether a probe was met; None where what was recorded is too little to say."""
    if one.value is None or not counts(rule, one):
        return None
    return meets(rule, one.value)
