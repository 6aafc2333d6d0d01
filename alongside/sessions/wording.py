"""How it is known when and where a visit was, where it is not known, and that a clock was wrong, in words."""

from collections.abc import Iterable

from alongside.foundation.messages import say
from alongside.foundation.webkit import numbers, times
from alongside.sessions.clocks import Off, OffRecord
from alongside.sessions.lookups import Verified
from alongside.sessions.unplaced import Known


def in_words(found: Iterable[Verified], zone: str) -> list[tuple[str, str, str]]:
    """For each piece of evidence: what it is about, how it is known, and why not better."""
    return [(_what(one, zone), _how(one, zone), _why(one)) for one in found]


def _what(one: Verified, zone: str) -> str:
    return say(f"sessions.verified.{one.moment}", time=times.clock(one.device_at, zone, seconds=True))


def _how(one: Verified, zone: str) -> str:
    place = {
        "latitude": numbers.number(one.latitude or 0, 5), "longitude": numbers.number(one.longitude or 0, 5),
        "metres": numbers.number(one.accuracy_m or 0, 0),
    } if one.how == "device_place" else {}  # fmt: skip
    how = say(f"sessions.verified.{one.how}", **place)
    day, clock = times.day(one.received_at, zone, form="brief"), times.clock(one.received_at, zone)
    return f"{how} · {say('sessions.verified.received', day=day, time=clock)}"


def _why(one: Verified) -> str:
    code = say(f"sessions.exception.{one.exception}") if one.exception else ""
    return ": ".join(filter(None, [code, one.reason]))


def clock_said(off: Off | None) -> str:
    """ "The clock of the device was about 2 h 3 min ahead ...": both times of the first record; "" where none was."""
    if off is None:
        return ""
    worst, first = off.worst, off.records[0]
    way = "ahead" if worst.ahead_ms > 0 else "behind"
    return say(
        f"sessions.clock.{way}", count=len(off.records), length=times.minutes(abs(worst.ahead_ms) / 1000),
        **_both(first, off.zone),
    )  # fmt: skip


def clock_records(off: Off | None) -> list[str]:
    """Each record with both its times."""
    return [say("sessions.clock.both", **_both(one, off.zone)) for one in off.records] if off else []


def _both(one: OffRecord, zone: str) -> dict[str, str]:
    return {
        "day": times.day(one.at, zone, form="brief"), "time": times.clock(one.at, zone),
        "received_day": times.day(one.received_at, zone, form="brief"), "received": times.clock(one.received_at, zone),
    }  # fmt: skip


def unplaced_said(one: Known) -> str:
    """ "Beginning: the device gave no place (no signal: in the cellar)"."""
    how = say(f"sessions.unplaced.{one.how or 'none_known'}")
    code = say(f"sessions.exception.{one.exception}") if one.exception else ""
    why = ": ".join(filter(None, [code, one.reason]))
    return say(f"sessions.unplaced.at_{one.moment}", how=say("sessions.unplaced.why", how=how, why=why) if why else how)
