"""Dates and times of day as people write them. Only ASCII digits; nothing is guessed."""

import re
from datetime import date, time

EARLIEST, LATEST = date(1880, 1, 1), date(2200, 12, 31)

_DAYS = (
    re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})", re.ASCII),
    re.compile(r"(?P<m>\d{1,2})[/-](?P<d>\d{1,2})[/-](?P<y>\d{4})", re.ASCII),
    re.compile(r"(?P<d>\d{1,2})\.? (?P<n>[a-z]{3,9})\.?,? (?P<y>\d{4})", re.ASCII),
    re.compile(r"(?P<n>[a-z]{3,9})\.? (?P<d>\d{1,2}),? (?P<y>\d{4})", re.ASCII),
)
_CLOCK = re.compile(r"(\d{1,2})(?::(\d{2}))?(?::(\d{2}))? ?([ap])?\.?(?:m\.?)?", re.ASCII)


def day_of(typed: str) -> date | None:
    """2026-11-21, 11/21/2026 (month first), 21 Nov 2026 or November 21, 2026; None when it is no date."""
    plain = " ".join(typed.lower().split())
    for pattern in _DAYS:
        if match := pattern.fullmatch(plain):
            return _date(match.groupdict())
    return None


def clock_of(typed: str) -> time | None:
    """15:30, 15:30:00, 3:30 pm or 3 pm; None when it is no time of day (24:00 and a leap second are none)."""
    match = _CLOCK.fullmatch(" ".join(typed.lower().split()))
    if match is None or not (match[2] or match[4]):
        return None
    hour = int(match[1])
    if match[4]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match[4] == "p" else 0)
    try:
        return time(hour, int(match[2] or 0), int(match[3] or 0))
    except ValueError:
        return None


def _date(parts: dict[str, str]) -> date | None:
    month = int(parts["m"]) if "m" in parts else _month(parts["n"])
    try:
        return date(int(parts["y"]), month, int(parts["d"]))
    except ValueError:
        return None


def _month(name: str) -> int:
    full = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december")  # fmt: skip
    fits = [number for number, whole in enumerate(full, 1) if name in (whole, whole[:3]) or name == "sept" == whole[:4]]
    return fits[0] if fits else 0
