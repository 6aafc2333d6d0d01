"""A local day and clock time in a zone, as one moment: what daylight saving skips or repeats is asked, not guessed."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from alongside.foundation.errors import Fault, Unacceptable

FIRST, SECOND = "first", "second"


def is_zone(name: str) -> bool:
    """Whether a name is an IANA zone of a place, such as America/New_York."""
    return name in _zones() and (name == "UTC" or "/" in name) and not name.startswith(("Etc/", "posix/"))


@cache
def _zones() -> frozenset[str]:
    """Read once: the names stand in hundreds of files."""
    return frozenset(available_timezones())


def moment(day: date, clock: time, zone: str, *, field: str = "", which: str = "") -> datetime:
    """The UTC moment of a local time. `which` is "first" or "second" where clocks go back over it.

    Raises Unacceptable with a fault on `field` where the local time does not exist, or exists twice and
    `which` does not say which one.
    """
    here = ZoneInfo(zone)
    early, late = (datetime.combine(day, clock.replace(fold=fold), here) for fold in (0, 1))
    if early.utcoffset() == late.utcoffset():
        return early.astimezone(UTC)
    values = {"time": clock.strftime("%H:%M"), "zone": zone}
    if _skipped(early):
        raise Unacceptable(Fault("foundation.field.skipped", field, values))
    if which not in (FIRST, SECOND):
        raise Unacceptable(Fault("foundation.field.twice", field, values))
    return (late if which == SECOND else early).astimezone(UTC)


def start_of(day: date, zone: str) -> datetime:
    """The UTC moment at which a local day begins (the first after a midnight that clocks skip)."""
    local = datetime.combine(day, time(), ZoneInfo(zone))
    return (local + timedelta(hours=1)).astimezone(UTC) if _skipped(local) else local.astimezone(UTC)


def today(zone: str, now: datetime | None = None) -> date:
    """The date in a zone, now."""
    return (now or datetime.now(UTC)).astimezone(ZoneInfo(zone)).date()


def _skipped(local: datetime) -> bool:
    back = local.astimezone(UTC).astimezone(local.tzinfo)
    return back.replace(tzinfo=None, fold=0) != local.replace(tzinfo=None, fold=0)
