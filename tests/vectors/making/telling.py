"""Sentences, numbers, times and texts as the server says them."""

from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

from alongside.foundation.messages import fill, say
from alongside.foundation.typed_text import fault_in, settled
from alongside.foundation.webkit import numbers, times

ZONES = (
    "America/New_York", "America/Denver", "Pacific/Honolulu", "America/Phoenix", "America/Puerto_Rico",
    "America/Anchorage", "Europe/Madrid", "Asia/Kathmandu", "Australia/Lord_Howe", "UTC",
)  # fmt: skip
EDGES = (  # around the days on which clocks are changed, midnight and noon
    "2026-03-08T06:59:59.999+00:00",
    "2026-03-08T07:00:00+00:00",
    "2026-11-01T05:30:00+00:00",
    "2026-11-01T06:30:00+00:00",
    "2026-03-29T01:00:00+00:00",
    "2026-10-25T00:59:59+00:00",
    "2026-01-01T00:00:00+00:00",
    "2024-02-29T23:59:59.5+00:00",
    "2026-12-31T23:59:59+00:00",
    "2026-07-04T16:00:00+00:00",
)
AUTUMN = (  # where clocks go back, when (UTC), and by how many minutes
    ("America/New_York", "2026-11-01T06:00+00:00", 60), ("America/Chicago", "2026-11-01T07:00+00:00", 60),
    ("America/Denver", "2026-11-01T08:00+00:00", 60), ("America/Los_Angeles", "2026-11-01T09:00+00:00", 60),
    ("America/Anchorage", "2026-11-01T10:00+00:00", 60), ("America/Adak", "2026-11-01T11:00+00:00", 60),
    ("America/Halifax", "2026-11-01T05:00+00:00", 60), ("America/St_Johns", "2026-11-01T04:30+00:00", 60),
    ("America/Havana", "2026-11-01T05:00+00:00", 60), ("Europe/Madrid", "2026-10-25T01:00+00:00", 60),
    ("Australia/Lord_Howe", "2026-04-04T15:00+00:00", 30),
)  # fmt: skip
TEXTS = (
    "", "  plain  ", "Lucía Fernández", "Luci\u0301a", "a\r\nb\rc\u2028d \n\n e ", "\ufeffhidden\u200b\u2060",
    "x\u0000y", "up\u202edown", "tab\there", "line\nline", "\u00a0 kept \u3000", "\x1c\x1d between \x85",
    "e" + "\u0301" * 12,
    "e" + "\u0301" * 13, "क्षि" * 10, "\U0001f600" * 200, "\U0001f600" * 201, "\ufdd0", "\U0001ffff", "a" * 201,
    "“stop”, she said", "\u0e01" + "\u0e38" * 13, "o" + "\ufe0f" * 20,
)  # fmt: skip


def made() -> dict[str, Any]:
    return {
        "rules/say.json": _sentences(), "rules/numbers.json": _numbers(), "rules/times.json": _times(),
        "rules/lengths.json": _lengths(), "rules/texts.json": _texts(),
    }  # fmt: skip


def _sentences() -> list[Any]:
    asked: list[tuple[str, dict[str, Any]]] = [
        ("notes.draft.nothing", {}), ("notes.draft.quote", {"text": "{count} $1 $& {name}"}),
        ("notes.evidence.trial", {"count": 1}), ("notes.evidence.trial", {"count": 0}),
        ("notes.evidence.trial", {"count": 2}), 
        ("desk.record.trials", {"count": 1, "own": 7}), ("foundation.day.full", {
            "weekday": "Thu", "day": 19, "month": "Nov", "year": 2026}),
    ]  # fmt: skip
    filled = [({"a": "x", "b": "{a}"}, "{a}{b}{a} {"), ({"count": 3}, "{count}{{count}}")]
    return [{"code": code, "values": values, "is": say(code, **values)} for code, values in asked] + [
        {"text": text, "values": values, "is": fill(text, values)} for values, text in filled
    ]


def _numbers() -> list[Any]:
    dice = Random("numbers")
    found: list[float] = [0, 1, -1, 0.5, -0.5, 2.5, 0.125, 0.375, -0.125, 2872, 1234567.891, 1e-9, -0.001, 0.005, 2.675]
    found += [1.005, 59.95, 1e15, 999.995, 0.1 + 0.2, 12.25, 12.35, 12.75, 4.5, 5.5, -2.5, 1 / 3, 100.0]
    found += [round(dice.uniform(-2000, 2000), dice.randint(0, 6)) for _ in range(150)]
    found += [dice.randint(-(10**6), 10**6) / 8 for _ in range(100)]
    return [
        {"value": v, "is": [numbers.number(v), numbers.number(v, 0), numbers.number(v, 1), numbers.number(v, 3)],
         "rounded": [float(round(v)), round(float(v), 1), round(float(v), 3)], "percent": numbers.percent(v)}
        for v in found
    ]  # fmt: skip


def _times() -> list[Any]:
    dice = Random("times")
    moments = [datetime.fromisoformat(edge) for edge in EDGES]
    moments += [
        datetime(2025, 1, 1, tzinfo=UTC) + timedelta(milliseconds=dice.randint(0, 94_608_000_000)) for _ in range(60)
    ]
    found = [_moment(at, ZONES[n % len(ZONES)], dice.randint(0, 50_000)) for n, at in enumerate(moments * 2)]
    return found + [_moment(*one) for one in _twice()]


def _twice() -> list[tuple[datetime, str, int]]:
    """Around the hour that comes twice: before it, its first and last second, both times, after it; short and long."""
    return [
        (datetime.fromisoformat(turned) + timedelta(minutes=off, seconds=edge), zone, length)
        for zone, turned, by in AUTUMN
        for off, edge in ((-by, -1), (-by, 0), (-17, 0), (0, -1), (0, 0), (11, 0), (by, -1), (by, 0), (-by - 20, 0))
        for length in (0, 600, 40 * 60, 3 * 3600)
    ]


def _moment(at: datetime, zone: str, seconds: int) -> dict[str, Any]:
    later = at + timedelta(seconds=seconds)
    on: date = times.local(at, zone).date()
    return {
        "at": at.isoformat(timespec="milliseconds"), "zone": zone, "later": later.isoformat(timespec="milliseconds"),
        "clock": times.clock(at, zone), "seconds": times.clock(at, zone, seconds=True), "date": on.isoformat(),
        "span": times.span(at, later, zone), "days": {form: times.day(on, form=form) for form in times.FORMS},
    }  # fmt: skip


def _lengths() -> list[Any]:
    dice = Random("lengths")
    found: list[float] = [0, 0.4, 0.5, 1.5, 2.5, 59.5, 59.49, 60, 61, 3599.5, 3600, 3661, 7325, -61, 86400, 90061]
    found += [dice.randint(0, 90_000_000) / 1000 for _ in range(80)]
    return [
        {"seconds": s, "minutes": times.minutes(s), "elapsed": [times.elapsed(s), times.elapsed(s, hours=True)]}
        for s in found
    ]


def _texts() -> list[Any]:
    return [_text(text, lines, most) for text in TEXTS for lines in (False, True) for most in (200,)]


def _text(text: str, lines: bool, most: int) -> dict[str, Any]:
    kept = settled(text, lines=lines)
    fault = fault_in(kept, most=most, lines=lines, field="f")
    wrong = {"code": fault.code, "field": fault.field, "values": dict(fault.values)} if fault else None
    return {"text": text, "lines": lines, "most": most, "settled": kept, "fault": wrong}
