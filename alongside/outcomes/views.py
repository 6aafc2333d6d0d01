"""Where objectives stand, as a page and as a table for a spreadsheet."""

import csv
from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from alongside.foundation.messages import say
from alongside.outcomes import queries
from alongside.outcomes.queries import Program, Row
from alongside.outcomes.reading.status import STATUSES

MOST = 100  # rows of a list on the page; the table for a spreadsheet has them all
FORMULA = ("=", "+", "-", "@", "\t", "\r")
COLUMNS = (
    "client", "identifier", "programs", "objective", "behavior", "status", "days", "reasons", "visits", "level",
    "last_visit", "by_two", "watched", "checks", "carried_out", "met_on", "days_to_mastery",
)  # fmt: skip


@require_safe
def outcomes(request: HttpRequest) -> HttpResponse:
    found, chosen = _asked(request)
    asked = request.GET.get("status", "")
    status = asked if asked in STATUSES else ""
    shown = [row for row in found.rows if row.stands.status == status] if status else list(found.waiting)
    context = {
        "here": "outcomes", "page": found, "shown": shown[:MOST], "more": max(0, len(shown) - MOST), "status": status,
        "statuses": found.by_status.items(), "program": chosen,
    }  # fmt: skip
    return TemplateResponse(request, "outcomes/outcomes.html", context)


@require_safe
def table(request: HttpRequest) -> HttpResponse:
    """Every objective, a line each. A cell that a spreadsheet would run begins with an apostrophe."""
    found, _ = _asked(request)
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="outcomes-{found.today.isoformat()}.csv"'
    answer.write("\ufeff")
    writer = csv.writer(answer)
    writer.writerow([say(f"outcomes.column.{name}") for name in COLUMNS])
    writer.writerows([_safe(cell) for cell in _cells(row)] for row in found.rows)
    return answer


def _asked(request: HttpRequest) -> tuple[Program, UUID | None]:
    """The agency's objectives (of one program where that is asked) for who may see them all, else one's own."""
    by = request.actor  # type: ignore[attr-defined]
    if not by.may("outcomes.program"):
        return queries.caseload(by=by, on=by.staff_id), None
    chosen = _id(request.GET.get("program", ""))
    found = queries.program(by=by, on=by.agency_id, program=chosen)
    if chosen not in {id for id, _ in found.programs}:  # what is no program of ours is as if it were not there
        return (replace(found, rows=queries.program(by=by, on=by.agency_id).rows), None) if chosen else (found, None)
    return found, chosen


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _cells(row: Row) -> Iterator[object]:
    facts = row.facts
    yield from (row.line.name, row.line.identifier, row.programs, row.text, row.target)
    yield say(f"outcomes.status.{row.stands.status}")
    yield row.stands.days
    yield "; ".join(say(f"outcomes.reason.{code}") for code in row.stands.reasons)
    yield from (row.visits, _number(row.level), facts.last_on or "", row.by_two, row.watched, facts.checks)
    yield _number(None if facts.fidelity is None else facts.fidelity * 100)
    yield from (facts.met_on or "", "" if row.days_to_mastery is None else row.days_to_mastery)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}".rstrip("0").rstrip(".")


def _safe(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
