"""What may be said of an activity of daily living, and when it may have been."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from alongside.foundation.errors import Fault


def faults(*, activity: str, level: str, choice: str, known: Mapping[str, Any]) -> list[Fault]:
    """Activity, level and choice are among those offered; no choice is an empty word."""
    offered = {"activity": (activity, known["activities"]), "level": (level, known["levels"])}
    offered["choice"] = (choice, ["", *known["choices"]])
    return [Fault("living.fault.choice", field) for field, (said, of) in offered.items() if said not in of]


def moment_faults(
    at: datetime, *, began_at: datetime, ended_at: datetime | None, now: datetime, slack: timedelta
) -> list[Fault]:  # fmt: skip
    """Within the session, by a clock that may be a few minutes off."""
    if at.tzinfo is None:
        return [Fault("living.fault.no_zone", "at")]
    if at > now + slack:
        return [Fault("living.fault.later", "at")]
    outside = at < began_at - slack or (ended_at is not None and at > ended_at + slack)
    return [Fault("living.fault.not_in_the_visit", "at")] if outside else []


def share(independent: int, done: int) -> int | None:
    """Percent done without help, of what was done; None where nothing was."""
    return round(100 * independent / done) if done else None
