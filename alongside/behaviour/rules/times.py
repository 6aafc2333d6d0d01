"""When an observation may have happened."""

from datetime import datetime, timedelta

from alongside.foundation.errors import Fault


def faults(
    happened_at: datetime, *, began_at: datetime, ended_at: datetime | None, now: datetime, slack: timedelta
) -> list[Fault]:
    """Observations happen within their session, by a clock that may be a few minutes off."""
    if happened_at.tzinfo is None:
        return [Fault("behaviour.fault.no_zone", "at")]
    if happened_at > now + slack:
        return [Fault("behaviour.fault.in_the_future", "at")]
    if happened_at < began_at - slack:
        return [Fault("behaviour.fault.before_the_session", "at")]
    if ended_at is not None and happened_at > ended_at + slack:
        return [Fault("behaviour.fault.after_the_session", "at")]
    return []
