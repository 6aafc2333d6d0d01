"""What is to be carried out now: operations as they come, and those kept from before, in the order of their numbers."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from alongside.field.receiving.opening import Operation
from alongside.field.receiving.standing import Kept, OnDevice

Reasons = list[dict[str, str]]


def reason(code: str, field: str = "") -> dict[str, str]:
    return {"code": code, "field": field}


@dataclass
class Item:
    """One operation on its way: new, or kept from before. `operation` is None where it does not open.

    `again`: the turn of a receipt for the same under a new number; `like`: what it is the same as, where that is on its
    way too. `off_ms`: how far the device's clock was ahead when it was made, where that was much.
    """

    id: UUID
    seq: int
    digest: str
    envelope: dict[str, Any]
    key: UUID
    enrolment: OnDevice | None
    operation: Operation | None
    signed: bool = True
    kept: Kept | None = None
    claims: bool = False
    again: int = 0
    like: "Item | None" = None
    off_ms: int | None = None
    outcome: str = "waiting"
    reasons: Reasons = field(default_factory=list)

    @property
    def turn(self) -> int:
        return self.again or (self.kept.turn + 1 if self.kept else 1)

    @property
    def why(self) -> str:
        return self.reasons[0]["code"] if self.reasons else ""

    @property
    def changed(self) -> bool:
        """Whether this has become another thing than it was before."""
        return self.kept is None or (self.kept.outcome, self.kept.reasons) != (self.outcome, self.reasons)

    def hold(self, code: str, field: str = "", more: Reasons | None = None) -> None:
        self.outcome, self.reasons = "held", [reason(code, field), *(more or [])]

    def done(self) -> None:
        self.outcome, self.reasons = "done", []


@dataclass
class Numbers:
    """The numbers of one enrolment: the first unused one, and those used beyond it."""

    next: int
    ahead: set[int]

    def is_used(self, seq: int) -> bool:
        return seq < self.next or seq in self.ahead

    def claim(self, seq: int) -> None:
        self.ahead.add(seq)
        while self.next in self.ahead:
            self.ahead.remove(self.next)
            self.next += 1


def too_far(at: datetime, now: datetime, *, ahead_hours: float, behind_days: float) -> bool:
    """Whether a moment by the device's clock is one that somebody should look at."""
    off = (at - now).total_seconds()
    return off > ahead_hours * 3600 or off < -behind_days * 86_400
