"""Days, clock times and lengths of time in words, in the zone of the place and the language of the reader."""

from datetime import date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

from alongside.foundation.messages import say

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
FORMS = ("full", "short", "long", "plain", "brief")

# Names of zones in minutes from UTC; elsewhere the same letters may mean other hours, and then they are not said.
NAMED = {
    "ADT": -180, "AST": -240, "EDT": -240, "EST": -300, "CDT": -300, "CST": -360, "MDT": -360, "MST": -420, "PDT": -420,
    "PST": -480, "AKDT": -480, "AKST": -540,
}  # fmt: skip

Zone = str | tzinfo


def day(at: date, zone: Zone | None = None, *, form: str = "full") -> str:
    """A date in words. An aware datetime is first moved to `zone`; a naive one raises ValueError.

    full "Thu 19 Nov 2026", short "Thu 19 Nov", long "Thursday 19 Nov", plain "19 Nov 2026", brief "19 Nov".
    """
    if form not in FORMS:
        raise ValueError(f"no form {form!r} of a day")
    that = local(at, zone).date() if isinstance(at, datetime) else at
    weekdays = "foundation.weekday_long." if form == "long" else "foundation.weekday."
    return say(
        f"foundation.day.{form}",
        weekday=say(weekdays + WEEKDAYS[that.weekday()]),
        day=that.day,
        month=say(f"foundation.month.{MONTHS[that.month - 1]}"),
        year=that.year,
    )


def clock(at: datetime | time, zone: Zone | None = None, *, seconds: bool = False) -> str:
    """A time of day, "4:30 pm" or with seconds "4:30:09 pm". Raises ValueError for a naive datetime.

    In the hour that comes twice when clocks go back, which of the two: "1:43 am EDT", "1:43 am EST".
    """
    if not isinstance(at, datetime):
        return _clock(at, seconds)
    that = local(at, zone)
    return _in_zone(that, seconds) if comes_twice(that) else _clock(that.time(), seconds)


def span(start: datetime | time, end: datetime | time, zone: Zone | None = None) -> str:
    """From when to when, "3:30–5:00 pm"; both halves of the day are said only where they differ.

    Where one of them is in the hour that comes twice, so is its zone: "1:10–1:50 am EDT", "1:43 am EDT–1:39 am EST".
    """
    if isinstance(start, datetime) and isinstance(end, datetime):
        first, last = local(start, zone), local(end, zone)
        if comes_twice(first) or comes_twice(last):
            return _repeated_span(first, last)
    begin, over = (local(at, zone).time() if isinstance(at, datetime) else at for at in (start, end))
    return f"{_begin(begin, over)}–{_clock(over)}"


def minutes(length: timedelta | float) -> str:
    """A length of time (timedelta, or seconds): "38 s", "6 min 12 s", "1 h 40 min"."""
    total = round(_seconds(length))
    sign, total = ("−" if total < 0 else ""), abs(total)
    hours, rest = divmod(total, 3600)
    mins, secs = divmod(rest, 60)
    parts = [("h", hours), ("min", mins)] if hours else [("min", mins), ("s", secs)]
    said = [say(f"foundation.length.{unit}", n=n) for unit, n in parts if n]
    return sign + " ".join(said or [say("foundation.length.s", n=0)])


def elapsed(length: timedelta | float, *, hours: bool = False) -> str:
    """A length of time as a running clock shows it: "1:12", "1:00:01", or always with `hours` "0:54:18"."""
    total = max(0, int(_seconds(length)))
    hour, rest = divmod(total, 3600)
    mins, secs = divmod(rest, 60)
    return f"{hour}:{mins:02}:{secs:02}" if hour or hours else f"{mins}:{secs:02}"


def age(born: date, today: date) -> str:
    """Completed years, "9 years"; below two years completed months."""
    months = (today.year - born.year) * 12 + today.month - born.month - (today.day < born.day)
    if months < 24:
        return say("foundation.age.months", count=max(0, months))
    return say("foundation.age.years", count=months // 12)


def comes_twice(that: datetime) -> bool:
    """Whether the clocks of its place show this time twice on that day."""
    earlier, later = that.replace(fold=0).utcoffset(), that.replace(fold=1).utcoffset()
    return earlier is not None and later is not None and earlier > later


def local(at: datetime, zone: Zone | None) -> datetime:
    """`at` in `zone` (an IANA name or tzinfo; None keeps its own). Raises ValueError for a naive datetime."""
    if at.tzinfo is None:
        raise ValueError("a naive datetime has no place on a clock")
    if zone is None:
        return at
    return at.astimezone(ZoneInfo(zone) if isinstance(zone, str) else zone)


def _repeated_span(first: datetime, last: datetime) -> str:
    if first.utcoffset() == last.utcoffset():
        return f"{_begin(first.time(), last.time())}–{_in_zone(last)}"
    return f"{_in_zone(first)}–{_in_zone(last)}"


def _in_zone(that: datetime, seconds: bool = False) -> str:
    return say("foundation.clock.in_zone", clock=_clock(that.time(), seconds), zone=_zone(that))


def _zone(that: datetime) -> str:
    """ "EDT" where that is known to everybody, otherwise "UTC+2"."""
    offset, name = that.utcoffset() or timedelta(), that.tzname() or ""
    minutes = round(offset.total_seconds() / 60)
    if NAMED.get(name) == minutes:
        return name
    hours, rest = divmod(abs(minutes), 60)
    written = f"{'−' if minutes < 0 else '+'}{hours}" + (f":{rest:02}" if rest else "")
    return say("foundation.clock.offset", offset=written)


def _begin(first: time, last: time) -> str:
    return _digits(first) if _half(first) == _half(last) else _clock(first)


def _clock(at: time, seconds: bool = False) -> str:
    return say(_half(at), time=_digits(at, seconds))


def _half(at: time) -> str:
    return "foundation.clock.am" if at.hour < 12 else "foundation.clock.pm"


def _digits(at: time, seconds: bool = False) -> str:
    return f"{at.hour % 12 or 12}:{at.minute:02}" + (f":{at.second:02}" if seconds else "")


def _seconds(length: timedelta | float) -> float:
    return length.total_seconds() if isinstance(length, timedelta) else float(length)
