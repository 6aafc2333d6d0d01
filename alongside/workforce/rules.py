"""What is true of staff, their roles and who supervises whom."""

from collections.abc import Collection, Hashable, Mapping
from datetime import date, timedelta
from typing import Any

from alongside.foundation.errors import Fault

LONGEST_COVER = timedelta(days=366)


def span_faults(*, began: date, ended: date | None, field: str = "ended_on") -> list[Fault]:
    """An end is not before its beginning."""
    return [Fault("workforce.fault.ends_before", field)] if ended and ended < began else []


def end_faults(*, began: date, ended: date, today: date) -> list[Fault]:
    """Somebody's work ends today or ended before: not before it began, and not on a day to come."""
    if ended > today:
        return [Fault("workforce.fault.end_to_come", "ended_on")]
    return span_faults(began=began, ended=ended)


def supervision_faults(
    *, supervisor: Hashable, supervisee: Hashable, above: Mapping[Any, Collection[Any]]
) -> list[Fault]:
    """Nobody supervises themselves, directly or round a circle. `above`: who supervises each, today."""
    if supervisor == supervisee:
        return [Fault("workforce.fault.own_supervisor", "supervisor")]
    if supervisor in above.get(supervisee, ()):
        return [Fault("workforce.fault.supervises_already", "supervisor")]
    reached, waiting = set(), [supervisor]
    while waiting:
        one = waiting.pop()
        if one == supervisee:
            return [Fault("workforce.fault.circle", "supervisor")]
        if one not in reached:
            reached.add(one)
            waiting.extend(above.get(one, ()))
    return []


def cover_faults(*, absent: Hashable, stand_in: Hashable, began: date, ends: date) -> list[Fault]:
    """A stand-in is somebody else, for at most a year at a time."""
    faults = [Fault("workforce.fault.covers_self", "stand_in")] if absent == stand_in else []
    if ends - began > LONGEST_COVER:
        faults.append(Fault("workforce.fault.cover_long", "ends_on"))
    return faults + span_faults(began=began, ended=ends, field="ends_on")
