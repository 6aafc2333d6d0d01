"""What is read of instruments in words: bands, respondents, answers, what follows."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from typing import Any

from alongside.foundation import reference
from alongside.foundation.messages import say
from alongside.foundation.webkit.times import clock, day
from alongside.instruments.courses import Course
from alongside.instruments.drawing import Dot, Strip, Trend
from alongside.instruments.lookups import AlarmFacts, ScoreFacts
from alongside.instruments.queries.reading import Away
from alongside.instruments.rules.plain import plain
from alongside.instruments.rules.trend import Step
from alongside.questionnaires.options import label

BANDS = frozenset(
    {
        "above", "abnormal", "acute", "adequate", "below", "borderline", "extreme", "high", "low", "mild", "minimal",
        "moderate", "moderately_severe", "negative", "non_acute", "none", "normal", "serious", "severe",
    }
)  # fmt: skip


def band(name: str) -> str:
    """A band in words; one that the catalogue does not know is said as its instrument names it."""
    return say(f"instruments.band.{name}") if name in BANDS else name.replace("_", " ")


def total(score: ScoreFacts) -> str:
    """A total with its band, or why there is none."""
    if score.total is None:
        return say("instruments.score.incomplete", count=len(score.left_out))
    if not score.band:
        return plain(score.total)
    return say("instruments.score.banded", total=plain(score.total), band=band(score.band))


def remark(score: ScoreFacts) -> str:
    """What has to be known beside a total: what was left out, and what became of it."""
    if score.total is None or not score.left_out:
        return ""
    code = "instruments.score.filled_mean" if not score.firm else "instruments.score.filled_zero"
    return say(code, count=len(score.left_out))


def answer(given: Mapping[str, Any], unit: str, zone: str) -> str:
    """One answer as it is read."""
    value: dict[str, Any] = {name: one for name, one in given.items() if name.startswith("value")}
    (name, one) = next(iter(value.items()))
    if isinstance(one, bool):
        return say("instruments.answer.yes" if one else "instruments.answer.no")
    if name == "valueQuantity":
        return " ".join(part for part in (plain(one.get("value")), str(one.get("unit", ""))) if part)
    if name in ("valueDecimal", "valueInteger"):
        return " ".join(part for part in (plain(one), unit) if part)
    if name == "valueAttachment":
        return say("instruments.answer.file", name=str(one.get("title") or one.get("url") or one.get("contentType")))
    return _moment(name, str(one), zone) or label(value)


def _moment(name: str, text: str, zone: str) -> str:
    if name == "valueDate" and len(text) == len("2026-11-22"):
        return day(date.fromisoformat(text), form="plain")
    if name == "valueDateTime" and "T" in text:
        at = datetime.fromisoformat(text)
        return f"{day(at, zone, form='plain')}, {clock(at, zone)}"
    return clock(time.fromisoformat(text)) if name == "valueTime" else ""


def away(of: Away, zone: str) -> Iterator[str]:
    """That answers were given elsewhere, as their file says; who took them in; what was told then."""
    author = of.author or say("instruments.elsewhere.nobody")
    at = datetime.fromisoformat(of.authored) if "T" in of.authored else None
    when = f"{day(at, zone, form='plain')}, {clock(at, zone)}" if at else of.authored
    yield say("instruments.elsewhere.by", author=author, when=when)
    if of.source and of.source != of.author:
        yield say("instruments.elsewhere.source", source=of.source)
    yield say("instruments.elsewhere.in_by", name=of.by, day=day(of.at, zone, form="plain"))
    yield from (told(code, values) for code, values in of.told)


def told(code: str, values: Mapping[str, Any]) -> str:
    """What has to be known of a response that was made elsewhere."""
    return say(f"instruments.elsewhere.told_{code}", **values)


def must(alarm: AlarmFacts) -> list[str]:
    """What follows, step by step: in the agency's own words, else in the product's."""
    if alarm.steps:
        return list(alarm.steps)
    known = next(one for one in reference.load("instrument_paths")["path"] if one["key"] == alarm.path)
    return [say(f"instruments.must.{key}") for key in known["grave_must" if alarm.grave else "must"]]


def changed(since: str | None) -> str:
    """A change in words; "" where nothing is before it."""
    return "" if since is None else say(f"instruments.change.{since or 'within'}")


def finding(course: Course) -> str:
    """The heading over a chart: the newest score, and what became of the first one."""
    firm = [step for step in course.steps if step.taken.total is not None]
    if not firm:
        return say("instruments.trend.none", title=course.title)
    last, first = firm[-1], firm[0]
    assert last.taken.total is not None and first.taken.total is not None
    now = plain(last.taken.total)
    named = say("instruments.score.banded", total=now, band=band(last.taken.band)) if last.taken.band else now
    if len(firm) == 1:
        return say("instruments.trend.once", title=course.title, total=named)
    values = {"title": course.title, "total": named, "first": plain(first.taken.total)}
    return say(f"instruments.trend.{last.since_first or 'within'}", **values)


def error(course: Course) -> str:
    """How large a change has to be, with the source that says so."""
    if course.scale is None or course.scale.reliable is None:
        return say("instruments.trend.no_error")
    return say("instruments.trend.error", points=plain(course.scale.reliable))


def picture(course: Course) -> Trend:
    """The chart of a course."""
    kept = [step for step in course.steps if step.taken.total is not None]
    scale = course.scale
    totals = [float(step.taken.total or 0) for step in kept]
    lowest, highest = (
        (float(scale.range[0]), float(scale.range[1])) if scale else (min([0, *totals]), max([1, *totals]))
    )
    return Trend(
        key="t-" + "".join(sign if sign.isalnum() else "-" for sign in course.key),
        title=say("instruments.trend.chart", title=course.title, scale=course.name), about=_about(course, kept),
        lowest=lowest, highest=highest, dots=tuple(_dot(step) for step in kept),
        strips=tuple(Strip(float(least), band(name)) for least, name in scale.bands) if scale else (),
        screen=float(scale.screen) if scale and scale.screen is not None else None,
        screen_said=say("instruments.trend.screen", least=plain(scale.screen)) if scale and scale.screen else "",
    )  # fmt: skip


def _about(course: Course, kept: list[Step]) -> str:
    said = "; ".join(_said(step) for step in kept)
    return say("instruments.trend.about", scale=course.name, count=len(kept), scores=said)


def _dot(step: Step) -> Dot:
    return Dot(
        step.taken.day,
        day(step.taken.day, form="brief"),
        float(step.taken.total or 0),
        not step.taken.firm,
        _said(step),
    )


def _said(step: Step) -> str:
    value = plain(step.taken.total)
    banded = say("instruments.score.banded", total=value, band=band(step.taken.band)) if step.taken.band else value
    return f"{day(step.taken.day, form='plain')}: {banded}"
