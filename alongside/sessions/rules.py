"""What is true of sessions: when one may begin and end, and how a visit stands."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from alongside.foundation.errors import Fault

STANDINGS = ("planned", "due", "running", "kept", "cancelled", "no-show", "rescheduled", "missed")


def begin_faults(began_at: datetime, *, now: datetime, limits: Mapping[str, Any]) -> list[Fault]:
    """A session begins now or began earlier, at a moment with a zone."""
    if began_at.tzinfo is None:
        return [Fault("sessions.fault.no_zone", "began_at")]
    if began_at > now + timedelta(minutes=limits["clock_slack_minutes"]):
        return [Fault("sessions.fault.begins_in_the_future", "began_at")]
    if began_at.year < limits["earliest_year"]:
        return [Fault("sessions.fault.too_early", "began_at", {"year": limits["earliest_year"]})]
    return []


def end_faults(
    began_at: datetime, ended_at: datetime, *, planned_end: datetime | None, early_reason: str, now: datetime,
    limits: Mapping[str, Any],
) -> list[Fault]:  # fmt: skip
    """A session ends after it began, not in the future, within the longest; far before its plan only with a reason."""
    if ended_at.tzinfo is None:
        return [Fault("sessions.fault.no_zone", "ended_at")]
    if ended_at <= began_at:
        return [Fault("sessions.fault.ends_before_it_began", "ended_at")]
    if ended_at > now + timedelta(minutes=limits["clock_slack_minutes"]):
        return [Fault("sessions.fault.ends_in_the_future", "ended_at")]
    if ended_at - began_at > timedelta(hours=limits["longest_hours"]):
        return [Fault("sessions.fault.too_long", "ended_at", {"hours": limits["longest_hours"]})]
    if early(ended_at, planned_end, limits) and len(early_reason.strip()) < limits["fewest_reason_letters"]:
        return [Fault("sessions.fault.early_reason", "early_reason", {"minutes": limits["early_minutes"]})]
    return []


def early(ended_at: datetime, planned_end: datetime | None, limits: Mapping[str, Any]) -> bool:
    """Whether a session ends so much before its plan that somebody will ask why."""
    return planned_end is not None and planned_end - ended_at >= timedelta(minutes=limits["early_minutes"])


def standing(
    *, begins_at: datetime, ends_at: datetime, called_off: str, began_at: datetime | None, ended_at: datetime | None,
    now: datetime,
) -> str:  # fmt: skip
    """How a visit stands: a fact of its session and of its calling off, never a column of its own."""
    if ended_at is not None:
        return "kept"
    if began_at is not None:
        return "running"
    if called_off:
        return called_off
    if now >= ends_at:
        return "missed"
    return "due" if now >= begins_at else "planned"
