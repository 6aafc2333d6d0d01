"""The page of how a client's plan is carried out: checks over time, with the aim, and what is missed."""

from itertools import groupby
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from alongside.fidelity import queries
from alongside.fidelity.lookups import FidelityPoint
from alongside.fidelity.queries import FidelityShown
from alongside.foundation import reference
from alongside.foundation.messages import say
from alongside.foundation.webkit.numbers import number
from alongside.outcomes.graph.picture import Goal, Graph, Phase, Point
from alongside.plans.views.frame import pages

Points = tuple[FidelityPoint, ...]


@require_safe
def fidelity(request: HttpRequest, client: UUID) -> HttpResponse:
    shown = queries.see(by=request.actor, on=client)  # type: ignore[attr-defined]
    context = {
        "banner": shown.banner, "client": shown.banner, "here": "clients", "here_tab": "plans",
        "here_page": "fidelity", "pages": pages(request, client), "shown": shown, "known": reference.load("fidelity"),
        "graph": picture("fidelity", shown.points, "chart.fidelity.title"), "finding": finding(shown),
        "home": picture("at-home", shown.at_home, "chart.fidelity.home"),
    }  # fmt: skip
    return TemplateResponse(request, "chart/fidelity.html", context)


def picture(key: str, points: Points, title: str) -> Graph:
    """Checks in time, a condition for each version of the plan; what somebody scored of themselves is open."""
    aim = reference.load("fidelity")["aim_percent"]
    by_version = [(n, tuple(some)) for n, some in groupby(points, key=lambda point: point.number)]
    phases = tuple(
        Phase(say("plans.version.number", number=n), tuple(_point(p) for p in some), _median(some))
        for n, some in by_version
    )
    return Graph(
        key=key, title=say(title), measure=say("chart.fidelity.measure"), phases=phases, unit="%",
        session=say("chart.fidelity.check"), places=0, goal=Goal(aim, say("chart.fidelity.aim", aim=aim)), top=100,
    )  # fmt: skip


def finding(shown: FidelityShown) -> str:
    """What the last checks say, in one line."""
    if shown.recent_percent is None:
        return say("chart.fidelity.none")
    code = "low" if shown.low else "good"
    return say(f"chart.fidelity.{code}", percent=number(shown.recent_percent, 0), count=len(shown.recent))


def _point(point: FidelityPoint) -> Point:
    return Point(point.day, point.percent, say("chart.fidelity.own") if point.kind == "self" else "")


def _median(points: Points) -> float:
    values = sorted(point.percent for point in points)
    middle = len(values) // 2
    return values[middle] if len(values) % 2 else (values[middle - 1] + values[middle]) / 2
