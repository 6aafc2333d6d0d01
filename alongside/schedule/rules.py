"""What is true of visits: when one may be, and which overlaps are allowed."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from alongside.foundation.errors import Fault


def time_faults(begins_at: datetime, ends_at: datetime, *, now: datetime, limits: Mapping[str, Any]) -> list[Fault]:
    """A visit ends after it begins, is no longer than the longest, and lies within living memory."""
    if begins_at.tzinfo is None or ends_at.tzinfo is None:
        return [Fault("schedule.fault.no_zone", "begins")]
    if begins_at.year < limits["earliest_year"]:
        return [Fault("schedule.fault.too_early", "day", {"year": limits["earliest_year"]})]
    if ends_at <= begins_at:
        return [Fault("schedule.fault.ends_first", "ends")]
    if ends_at - begins_at > timedelta(hours=limits["longest_hours"]):
        return [Fault("schedule.fault.too_long", "ends", {"hours": limits["longest_hours"]})]
    if begins_at > now + timedelta(days=limits["farthest_days"]):
        return [Fault("schedule.fault.too_far", "day", {"days": limits["farthest_days"]})]
    return []


def reason_enough(reason: str, limits: Mapping[str, Any]) -> bool:
    """Whether a reason says anything."""
    return len(reason.strip()) >= int(limits["fewest_reason_letters"])


def calloff_faults(kind: str, reason: str, limits: Mapping[str, Any]) -> list[Fault]:
    """The kinds of calling off, and the reasons of each, are data."""
    kinds = limits["calloff"]
    if kind not in kinds:
        return [Fault("schedule.fault.kind", "kind")]
    return [] if reason in kinds[kind] else [Fault("schedule.fault.reason", "reason")]
