"""Help now: the client's own crisis steps, and whom to call."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from alongside.desk.visit import queries
from alongside.foundation.moments import today


@require_safe
def help_now(request: HttpRequest) -> HttpResponse:
    """Whose steps are needed, and the numbers that always help."""
    found = queries.help_anyone(by=request.actor, on=request.actor.staff_id)
    context = {"mine": found.mine, "on_call": found.on_call, "here": "help", **_may(request)}
    return TemplateResponse(request, "desk/visit/help_now.html", context)


@require_safe
def help_for(request: HttpRequest, id: UUID) -> HttpResponse:
    """The steps of the plan in force, and whom to call."""
    found = queries.help_for(by=request.actor, on=id)
    context = {"help": found, "banner": found.banner, "day": today(request.actor.zone), **_may(request)}
    return TemplateResponse(request, "desk/visit/help.html", context)


def _may(request: HttpRequest) -> dict[str, bool]:
    """Which buttons are offered: "this is happening now", and the quiet one."""
    by = request.actor
    return {"may_begin": by.may("incidents.begin"), "may_signal": by.may("safety.duress")}
