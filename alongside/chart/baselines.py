"""A page on which whoever supervises puts series above each other."""

from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from alongside.chart import queries
from alongside.chart.between import between, first_change, tier
from alongside.chart.graph.stacked import stacked
from alongside.chart.queries.baselines import Offered
from alongside.foundation.messages import say

SERIES = 8  # on one picture


@require_safe
def baselines(request: HttpRequest) -> HttpResponse:
    """What is chosen and is not among the series of one's own clients is as if it were not there."""
    by = request.actor  # type: ignore[attr-defined]
    offered = queries.baselines(by=by, on=by.staff_id)
    calendar = request.GET.get("axis") == "calendar"
    wanted = set(request.GET.getlist("series")[:100])
    chosen = [one for one in offered if str(one.target_id) in wanted][:SERIES]
    found = sorted(
        ((queries.series(by=by, on=one.target_id), one) for one in chosen),
        key=lambda pair: (first_change(pair[0]) or date.max, pair[1].line.name, pair[1].name),
    )
    tiers = [tier(series, _name(one), zone=by.zone, calendar=calendar) for series, one in found]
    context = {
        "here": "outcomes", "offered": _by_client(offered), "chosen": {one.target_id for one in chosen},
        "picture": stacked(tiers, key="baselines", title=say("chart.baselines.title")), "tiers": tiers,
        "between": between(tuple(series for series, _ in found)) if found else None, "calendar": calendar,
        "query": "&".join(f"series={one.target_id}" for one in chosen), "most": SERIES,
    }  # fmt: skip
    return TemplateResponse(request, "chart/baselines.html", context)


def _name(one: Offered) -> str:
    return say("chart.baselines.name", client=one.line.name, name=one.name)


def _by_client(offered: tuple[Offered, ...]) -> list[tuple[str, list[Offered]]]:
    found: dict[UUID, tuple[str, list[Offered]]] = {}
    for one in offered:
        found.setdefault(one.line.id, (one.line.name, []))[1].append(one)
    return list(found.values())
