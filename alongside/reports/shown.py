"""The parts of a report as a page shows them: words, what they rest on, the graph."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.safestring import SafeString, mark_safe

from alongside.foundation.messages import say
from alongside.reports import drawing
from alongside.reports.queries import Shown


@dataclass(frozen=True)
class SectionShown:
    """One part. `field`, `out`: where it can be changed. `svg`: its graph, `rows` the same as a table."""

    title: str
    text: str
    drafted: str
    facts: tuple[str, ...]
    svg: SafeString | str
    alternative: str
    rows: tuple[tuple[str, ...], ...]
    field: Any = None
    out: Any = None

    @property
    def changed(self) -> bool:
        return self.text != self.drafted


def sections(report: Shown, form: forms.Form | None = None) -> list[SectionShown]:
    """Every part, with its fields where there is a form."""
    return [_section(n, section, form) for n, section in enumerate(report.body["sections"])]


def _section(n: int, section: dict[str, Any], form: forms.Form | None) -> SectionShown:
    chart = section.get("chart")
    title = say("reports.paper.graph", measure=chart["measure"]) if chart else ""
    return SectionShown(
        section["title"], section["text"], section["drafted"], tuple(section["facts"]),
        mark_safe(drawing.drawn(chart, f"c{n}", title)) if chart else "",  # noqa: S308  (escaped where it is drawn)
        drawing.alternative(chart) if chart else "", tuple(map(tuple, drawing.rows(chart))) if chart else (),
        form[f"text-{n}"] if form else None, form[f"out-{n}"] if form else None,
    )  # fmt: skip
