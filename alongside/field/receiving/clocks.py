"""How far a device's clock was off when something was recorded there (security: SY8). Nothing is altered by it.

A monotonic clock never runs too fast; while a device sleeps it may stand still. So a wall clock that moved less than
the monotonic one was turned back, for certain; one that moved more may have been turned on, or the device slept.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alongside.field.receiving.handed_in import HandedClock
from alongside.field.receiving.run import Item

MS = 1000


@dataclass(frozen=True)
class Reading:
    """Both clocks at one moment, in milliseconds; `tick` is None where it is not known of the same outbox key."""

    at: float
    server: float
    tick: int | None = None

    @property
    def ahead(self) -> float:
        return self.at - self.server


@dataclass(frozen=True)
class Made:
    """When something was recorded, by the device's clocks, in milliseconds."""

    at: float
    tick: int


def weigh(items: Iterable[Item], clocks: Sequence[HandedClock], *, at: datetime, now: datetime, slack: float) -> None:
    """Say of each new operation how far the clock was ahead when it was made; None up to `slack` (milliseconds).

    `at` is what the device's clock said when it handed in, `now` what the server's says. The newest first: nothing was
    recorded after what was recorded after it.
    """
    known: dict[UUID | None, float] = {}
    for item in sorted(items, key=lambda item: -item.seq):
        if item.operation is None or item.kept or item.again:
            continue
        made = Made(_ms(item.operation.at), item.operation.tick)
        before, after = _around(made, item.key, clocks, Reading(_ms(at), _ms(now)))
        whose = item.enrolment.id if item.enrolment else None
        off = ahead(made, before=before, after=after, by=known.get(whose, after.server), slack=slack)
        known[whose] = made.at - off
        item.off_ms = round(off) if abs(off) > slack else None


def ahead(made: Made, *, before: Reading | None, after: Reading, by: float, slack: float) -> float:
    """How far (milliseconds) the clock was ahead, of all that speaks for it what says most.

    `before` and `after` are the readings next to it; `by`: a moment of the server's clock that it cannot be later than.
    """
    found = [_since(before, made, slack)] if before else []
    found.append(_until(after, made, slack))
    if made.at - by > slack:
        found.append(made.at - by)
    return max(found, key=abs)


def _since(reading: Reading, made: Made, slack: float) -> float:
    """By a reading before it. It was recorded after that reading, whatever its clock said."""
    if reading.tick is None:
        return min(reading.ahead, made.at - reading.server) if made.at - reading.server < -slack else reading.ahead
    moved = (made.at - reading.at) - (made.tick - reading.tick)
    return reading.ahead + moved if moved < -slack or _put_right(reading, moved, slack) else reading.ahead


def _until(reading: Reading, made: Made, slack: float) -> float:
    """By a reading after it. It was recorded before that reading, whatever its clock said."""
    if reading.tick is None:
        return max(reading.ahead, made.at - reading.server) if made.at - reading.server > slack else reading.ahead
    moved = (made.at - reading.at) - (made.tick - reading.tick)
    return reading.ahead + moved if moved > slack or _put_right(reading, moved, slack) else reading.ahead


def _put_right(reading: Reading, moved: float, slack: float) -> bool:
    """It moved by just as much as it was wrong."""
    return abs(reading.ahead) > slack >= abs(reading.ahead + moved)


def _around(made: Made, key: UUID, clocks: Sequence[HandedClock], last: Reading) -> tuple[Reading | None, Reading]:
    """The readings of its key next before and after it; `last` is the hand-in itself."""
    mine = [_reading(one, last.server) for one in clocks if one.key == key]
    before = [one for one in mine if one.tick is None or one.tick <= made.tick]
    after = [one for one in mine if one.tick is not None and one.tick > made.tick]
    newest = max(before, key=lambda one: -1 if one.tick is None else one.tick, default=None)
    return newest, min(after, key=lambda one: one.tick or 0, default=last)


def _reading(one: HandedClock, now: float) -> Reading:
    return Reading(_ms(one.at), now if one.server is None else _ms(one.server), one.tick)


def _ms(at: datetime) -> float:
    return at.timestamp() * MS
