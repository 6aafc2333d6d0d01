"""A crisis as it happens: begun with one button, a line for each tap. Works without script."""

from typing import Any
from uuid import UUID

from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_POST, require_safe

from alongside.foundation.doing import consider
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.ids import uuid7
from alongside.foundation.moments import today
from alongside.foundation.webkit.fields import faults_into
from alongside.incidents import actions, queries
from alongside.incidents.forms import AboutForm, BeginForm, MarkForm
from alongside.sessions.lookups import unfinished


@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    """It is happening now: of the client on whose page the button stood, or of nobody yet."""
    by, client = request.actor, request.POST.get("client")  # type: ignore[attr-defined]
    act, on = (actions.begin, client) if client else (actions.begin_unknown, by.staff_id)
    consider(act, by=by, on=on)
    id = _read(BeginForm(request.POST))["operation"]
    more = {"session_id": _running(by.staff_id, client)} if client else {}
    return _to(act(by=by, on=on, id=id, **more, opened_for=client or None).pk)


@require_safe
def crisis(request: HttpRequest, id: UUID) -> HttpResponse:
    return _page(request, id)


@require_POST
def mark(request: HttpRequest, id: UUID) -> HttpResponse:
    """One tap, or words. What cannot be kept stands again as it was typed."""
    consider(actions.mark, by=request.actor, on=id)  # type: ignore[attr-defined]
    form = MarkForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        try:
            actions.mark(
                by=request.actor, on=id, id=said["operation"], line=said["line"], words=said["words"],  # type: ignore[attr-defined]
                opened_for=_client(request),
            )  # fmt: skip
            return _to(id)
        except Unacceptable as no:
            faults_into(form, no)
    return _page(request, id, form, status=422)


@require_POST
def close(request: HttpRequest, id: UUID) -> HttpResponse:
    """It is over."""
    actions.close(by=request.actor, on=id, opened_for=_client(request))  # type: ignore[attr-defined]
    return _to(id)


@require_POST
def about(request: HttpRequest, id: UUID) -> HttpResponse:
    """Whose crisis it is."""
    consider(actions.about, by=request.actor, on=id)  # type: ignore[attr-defined]
    client = _read(AboutForm(request.POST))["about"]
    running = _running(request.actor.staff_id, str(client))  # type: ignore[attr-defined]
    actions.about(by=request.actor, on=id, client_id=client, session_id=running)  # type: ignore[attr-defined]
    return _to(id)


def _page(request: HttpRequest, id: UUID, form: Form | None = None, status: int = 200) -> HttpResponse:
    shown = queries.see(by=request.actor, on=id)  # type: ignore[attr-defined]
    context = {
        "shown": shown, "crisis": shown.crisis, "banner": shown.banner, "day": today(request.actor.zone),  # type: ignore[attr-defined]
        "form": form or MarkForm(initial={"operation": uuid7(), "line": "other"}),
    }  # fmt: skip
    return TemplateResponse(request, "incidents/crisis.html", context, status=status)


def _read(form: Form) -> dict[str, Any]:
    if not form.is_valid():
        raise Unacceptable([Fault("incidents.fault.tap", name) for name in form.errors])
    return form.cleaned_data


def _running(staff_id: UUID, client: str) -> UUID | None:
    """The visit with this client that one has begun and not ended."""
    return next((one.id for one in unfinished(staff_id) if str(one.client_id) == client), None)


def _client(request: HttpRequest) -> str | None:
    """The client on whose page the form stood; none while nobody said whose crisis it is."""
    return request.POST.get("client") or None


def _to(id: UUID) -> HttpResponse:
    return HttpResponseRedirect(f"/crises/{id}/", status=303)
