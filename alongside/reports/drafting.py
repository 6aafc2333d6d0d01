"""A report drafted for one reader from what was found: parts in their order, each with what it rests on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from alongside.foundation import reference
from alongside.foundation.messages import say
from alongside.foundation.webkit import times
from alongside.foundation.webkit.numbers import number
from alongside.measure.estimate import Estimate
from alongside.reports.evidence import RECENT, Found, Seen, errs

Section = dict[str, Any]
TABLES = {
    "family": "reports.family.", "school": "reports.school.", "court": "reports.court.", "payer": "reports.payer.",
}  # fmt: skip


@dataclass(frozen=True)
class Told:
    """What a report is drafted from. `services`: programme, its code and its units with visits."""

    reader: str
    name: str
    first: date
    last: date
    strengths: str
    helps: tuple[str, ...]
    plan: int | None
    kept: int
    off: int
    hours: float
    services: tuple[tuple[str, str, int, int], ...]
    found: tuple[Found, ...]


def parts(reader: str) -> Mapping[str, Any]:
    """What this reader gets, of reference/reports.toml."""
    kept: Mapping[str, Any] = reference.load("reports")["reader"][reader]
    return kept


def drafted(told: Told) -> list[Section]:
    """The parts for this reader, in the language that is being spoken; one without anything to say is left out."""
    sections: list[Section] = []
    for key in parts(told.reader)["parts"]:
        if key == "objectives":
            sections += [_objective(told, found) for found in told.found]
        elif text := PARTS[key](told):
            title = say(f"reports.section.{key}", name=told.name)
            sections.append({"key": key, "title": title, "text": text, "drafted": text, "facts": _facts(key, told)})
    return sections


def _said(told: Told, code: str, /, **values: Any) -> str:
    return say(TABLES[told.reader] + code, **values)


def _span(told: Told) -> dict[str, str]:
    return {"first": plain(told.first), "last": plain(told.last)}


def plain(day: date) -> str:
    return times.day(day, form="plain")


def _opening(told: Told) -> str:
    return _said(told, "opening", name=told.name, **_span(told))


def _helps(told: Told) -> str:
    lines = "\n".join(f"• {one}" for one in told.helps)
    return f"{_said(told, 'helps', name=told.name)}\n{lines}" if lines else ""


def _attendance(told: Told) -> str:
    return _said(told, "attendance", kept=told.kept, off=told.off, hours=number(told.hours, most=1))


def _sources(told: Told) -> str:
    rule = errs()
    return _said(told, "sources", rule=rule.rule, graphs=rule.graphs)


def _services(told: Told) -> str:
    lines = (
        _said(told, "services", programme=name, code=code or _said(told, "no_code"), units=units, visits=visits)
        for name, code, units, visits in told.services
    )
    return "\n".join(lines)


def _necessity(told: Told) -> str:
    known = [found.is_met for found in told.found if found.is_met is not None]
    if not known:
        return ""
    open_ = known.count(False)
    return _said(told, "necessity_open", open=open_, all=len(known)) if open_ else _said(told, "necessity_met")


PARTS = {
    "opening": _opening, "strengths": lambda told: told.strengths, "helps": _helps, "attendance": _attendance,
    "next": lambda told: _said(told, "next"), "sources": _sources, "services": _services, "necessity": _necessity,
}  # fmt: skip


def _objective(told: Told, found: Found) -> Section:
    """Family and school read a behavior's name for screens; a court and a payer read what it is."""
    text, target = " ".join(_sentences(told, found)), found.target
    return {
        "key": f"objective-{target.id}", "text": text, "drafted": text, "facts": list(_rests(found)),
        "title": target.shown if told.reader in ("family", "school") else target.name, "chart": _chart(found),
    }  # fmt: skip


def _sentences(told: Told, found: Found) -> Iterator[str]:
    unit = say(f"reports.unit.{found.target.measure}")
    if found.objective:
        yield _said(told, "goal", text=ended(found.objective.text))
    if found.level_before is not None:
        value = number(found.level_before)
        yield _said(told, "was", name=told.name, value=value, unit=unit, count=len(found.before))
    if found.level_now is None:
        yield _said(told, "nothing")
        return
    newest = found.now[-RECENT:]
    span = {"first": plain(newest[0].day), "last": plain(newest[-1].day)}
    yield _said(told, "now", name=told.name, value=number(found.level_now), unit=unit, count=len(newest), **span)
    rule = errs()
    yield _said(told, found.verdict, alarms=rule.alarms, misses=rule.misses)
    if parts(told.reader)["sizes"] and found.size and found.size.value is not None:
        yield _said(told, "size", **_size(found.size))
    if found.is_met is not None:
        yield _said(told, "met" if found.is_met else "not_met")


def ended(text: str) -> str:
    """A sentence with a full stop."""
    return text if text.rstrip()[-1:] in (".", "!", "?", "”") else f"{text.rstrip()}."


def _size(size: Estimate) -> dict[str, str]:
    limits = {"value": size.value, "lower": size.lower, "upper": size.upper}
    return {name: number(value, 2) if value is not None else "–" for name, value in limits.items()}


def _rests(found: Found) -> Iterator[str]:
    unit = found.target.unit
    for code, visits, level in (
        ("before", found.before, found.level_before), ("now", found.now[-RECENT:], found.level_now)
    ):  # fmt: skip
        if level is not None:
            yield say(f"reports.fact.{code}", count=len(visits), value=number(level), unit=unit, **_days(visits))
    if found.objective:
        yield say("reports.fact.goal", text=found.objective.text)
    yield say("reports.fact.verdict", rule=errs().rule, verdict=say(f"reports.verdict.{found.verdict}"))
    if found.size and found.size.value is not None:
        yield say("reports.fact.size", **_size(found.size))


def _days(visits: tuple[Seen, ...]) -> dict[str, str]:
    return {"first": plain(visits[0].day), "last": plain(visits[-1].day)}


def _facts(key: str, told: Told) -> list[str]:
    if key in ("attendance", "services", "opening"):
        return [say("reports.fact.visits", kept=told.kept, off=told.off, hours=number(told.hours, most=1))]
    if key == "helps" and told.plan:
        return [say("reports.fact.plan", number=told.plan)]
    return []


def _chart(found: Found) -> dict[str, Any]:
    """What the graph is drawn from, so that a signed report is whole in itself."""
    objective = found.objective
    return {
        "measure": say(f"reports.unit.{found.target.measure}"),
        "goal": objective.criterion if objective else None,
        "phases": [
            {"name": one.name, "points": [[str(visit.day), float(visit.value)] for visit in one.visits]}
            for one in found.stretches
        ],
    }
