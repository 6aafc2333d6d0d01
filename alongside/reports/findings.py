"""One objective in sentences for a reader: where it was, where it is, how sure that is, and what was decided."""

from collections.abc import Iterator, Sequence
from typing import Any

from alongside.foundation import reference
from alongside.foundation.messages import say
from alongside.foundation.webkit.numbers import number
from alongside.foundation.webkit.times import local
from alongside.measure.estimate import Estimate
from alongside.outcomes.reading.conditions import Visit
from alongside.outcomes.words import signal
from alongside.plans.lookups import TargetFacts
from alongside.reports.drawing import kept
from alongside.reports.evidence import Found, errs
from alongside.reports.told import Told, parts, plain, said


def objective(told: Told, found: Found) -> dict[str, Any]:
    """Family and school read a behavior's name for screens; a court and a payer read what it is."""
    text, target = "\n".join(" ".join(some) for some in _paragraphs(told, found) if some), found.target
    name = target.shown if parts(told.reader)["screen_names"] else target.name
    changes, asked = parts(told.reader)["changes"], found.objective.criterion if found.objective else None
    units = unit_of(target), unit_of(target, asked)
    return {
        "key": f"objective-{target.id}", "text": text, "drafted": text, "facts": list(_rests(told, found)),
        "title": name, "chart": kept(found, name=name, units=units, changes=changes, zone=told.zone),
    }  # fmt: skip


def unit_of(target: TargetFacts, value: float | None = None) -> str:
    """What its values count, in the language that is being spoken; of what others report, as it came."""
    count = 1 if value is not None and number(value) == "1" else 2
    return str(target.settings.get("unit") or say(f"reports.unit.{target.measure}", count=count))


def _paragraphs(told: Told, found: Found) -> Iterator[list[str]]:
    """What is aimed at; the figures; how sure that is; what to keep in mind; what was decided."""
    if found.objective:
        yield [said(told, "goal", text=ended(found.objective.text))]
    yield list(_levels(told, found))
    if not found.lately:
        return
    yield list(_sure(told, found))
    yield list(_trusted(told, found))
    if decided := found.decided:
        what, day = say(f"reports.decided.{decided.choice}"), plain(local(decided.at, told.zone).date())
        yield [said(told, "decided", what=what, day=day)]


def _levels(told: Told, found: Found) -> Iterator[str]:
    """The two levels, and one beside the other: from the figures as they are said."""
    before, now = found.before, found.now
    for code, condition in (("was", before), ("now", now if found.lately else None)):
        if condition is not None and condition.level is not None:
            value, unit = number(condition.level), unit_of(found.target, condition.level)
            yield said(told, code, name=told.name, value=value, unit=unit, **_span(condition.measured))
        elif code == "now":
            yield said(told, "nothing")
            return
    if before is not None and before.level is not None and now is not None and now.level is not None:
        by = round(now.level, 2) - round(before.level, 2)
        way = "same" if number(by) == "0" else "more" if by > 0 else "less"
        yield said(told, f"compared_{way}", by=number(abs(by)), unit=unit_of(found.target, abs(by)))


def _sure(told: Told, found: Found) -> Iterator[str]:
    """The verdict with how often it errs, whether the plan was carried out, and how big the change is."""
    rule = errs()
    yield said(told, found.verdict, alarms=_percent(rule.false_alarms), misses=_percent(rule.misses))
    if found.read.statement.after is not None:
        if found.carried_out is None:
            yield said(told, "nobody_watched")
        else:
            share, count = found.carried_out
            yield said(told, "carried_out", share=share, count=count)
    if parts(told.reader)["sizes"] and found.size and found.size.value is not None:
        yield said(told, "size", **_size(found.size))
    if found.is_met is not None:
        yield said(told, "met" if found.is_met else "not_met")


def _trusted(told: Told, found: Found) -> Iterator[str]:
    """Signs in how it was counted, and that something else changed, named or not."""
    if signs := found.trust.signals:
        plainly = parts(told.reader)["plain_signs"]
        unit = unit_of(found.target)
        lines = (said(told, f"sign_{one.code}") if plainly else signal(one, unit) for one in signs)
        yield said(told, "signs", signs=" ".join(lines))
    compared = {visit.day for one in found.read.span for visit in one.measured}
    changes = [local(one.at, told.zone).date() for one in found.read.changes]
    if within := [day for day in changes if compared and min(compared) < day <= max(compared)]:
        yield said(told, "something_else", count=len(within), days=", ".join(plain(day) for day in within))


def ended(text: str) -> str:
    """A sentence with a full stop."""
    return text if text.rstrip()[-1:] in (".", "!", "?", "”") else f"{text.rstrip()}."


def _percent(share: float) -> int:
    return round(100 * share)


def _size(size: Estimate) -> dict[str, str]:
    limits = {"value": size.value, "lower": size.lower, "upper": size.upper}
    return {name: number(value, 2) if value is not None else "–" for name, value in limits.items()}


def _rests(told: Told, found: Found) -> Iterator[str]:
    """What stands behind the sentences, for whoever edits them."""
    unit = found.target.unit
    for code, condition in (("before", found.before), ("now", found.now)):
        if condition is not None and condition.level is not None:
            yield say(f"reports.fact.{code}", value=number(condition.level), unit=unit, **_span(condition.measured))
    if found.objective:
        yield say("reports.fact.goal", text=found.objective.text)
    yield say("reports.fact.verdict", rule=errs().rule, verdict=say(f"reports.verdict.{found.verdict}"))
    if found.carried_out:
        aim = round(100 * reference.load("outcomes")["carried_out"])
        yield say("reports.fact.carried_out", share=found.carried_out[0], count=found.carried_out[1], aim=aim)
    if found.size and found.size.value is not None:
        yield say("reports.fact.size", **_size(found.size))
    if found.decided:
        day = plain(local(found.decided.at, told.zone).date())
        yield say("reports.fact.decided", who=found.decided.who, day=day, reason=found.decided.reason)


def _span(visits: Sequence[Visit]) -> dict[str, Any]:
    return {"count": len(visits), "first": plain(visits[0].day), "last": plain(visits[-1].day)}
