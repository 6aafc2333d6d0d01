"""A report drafted for one reader from what was found: parts in their order, each with what it rests on."""

from typing import Any

from alongside.foundation.messages import say
from alongside.foundation.webkit.numbers import number
from alongside.reports.evidence import errs
from alongside.reports.findings import objective
from alongside.reports.told import Told, parts, plain, said

Section = dict[str, Any]


def drafted(told: Told) -> list[Section]:
    """The parts for this reader, in the language that is being spoken; one without anything to say is left out."""
    sections: list[Section] = []
    for key in parts(told.reader)["parts"]:
        if key == "objectives":
            sections += [objective(told, found) for found in told.found]
        elif text := PARTS[key](told):
            title = say(f"reports.section.{key}", name=told.name)
            sections.append({"key": key, "title": title, "text": text, "drafted": text, "facts": _facts(key, told)})
    return sections


def _span(told: Told) -> dict[str, str]:
    return {"first": plain(told.first), "last": plain(told.last)}


def _opening(told: Told) -> str:
    return said(told, "opening", name=told.name, **_span(told))


def _helps(told: Told) -> str:
    lines = "\n".join(f"• {one}" for one in told.helps)
    return f"{said(told, 'helps', name=told.name)}\n{lines}" if lines else ""


def _attendance(told: Told) -> str:
    return said(told, "attendance", kept=told.kept, off=told.off, hours=number(told.hours, most=1))


def _sources(told: Told) -> str:
    rule = errs()
    return said(told, "sources", rule=rule.rule, graphs=rule.graphs)


def _services(told: Told) -> str:
    lines = (
        said(told, "services", programme=name, code=code or said(told, "no_code"), units=units, visits=visits)
        for name, code, units, visits in told.services
    )
    return "\n".join(lines)


def _necessity(told: Told) -> str:
    known = [found.is_met for found in told.found if found.is_met is not None]
    if not known:
        return ""
    open_ = known.count(False)
    return said(told, "necessity_open", open=open_, all=len(known)) if open_ else said(told, "necessity_met")


def _limits(told: Told) -> str:
    """What this reader is not told, so that nobody takes the report for the whole record."""
    left = [say(f"reports.left.{code}") for code in parts(told.reader)["leaves_out"]]
    if told.others:
        left.append(say("reports.left.others", count=told.others))
    return said(told, "limits", left="; ".join(left))


def _facts(key: str, told: Told) -> list[str]:
    if key in ("attendance", "services", "opening"):
        return [say("reports.fact.visits", kept=told.kept, off=told.off, hours=number(told.hours, most=1))]
    if key == "helps" and told.plan:
        return [say("reports.fact.plan", number=told.plan)]
    return []


PARTS = {
    "opening": _opening, "strengths": lambda told: told.strengths, "helps": _helps, "attendance": _attendance,
    "next": lambda told: said(told, "next"), "sources": _sources, "services": _services, "necessity": _necessity,
    "limits": _limits,
}  # fmt: skip
