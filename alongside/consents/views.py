"""Pages of consents: what was allowed, recording it, and that it was taken back."""

from typing import Any
from uuid import UUID

from django.forms import Form
from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from alongside.consents import actions, queries
from alongside.consents.forms import EndForm, RecordForm
from alongside.consents.lookups import ConsentLine
from alongside.consents.queries import ConsentsShown
from alongside.foundation.doing import consider
from alongside.foundation.errors import NotHere, Unacceptable
from alongside.foundation.moments import today
from alongside.foundation.webkit.fields import faults_into
from alongside.foundation.webkit.request import Request
from alongside.people.queries import know


@require_safe
def consents(request: Request, client: UUID) -> HttpResponse:
    shown = queries.see(by=request.actor, on=client)
    return TemplateResponse(request, "consents/consents.html", _around(shown))


@require_http_methods(["GET", "HEAD", "POST"])
def record(request: Request, client: UUID) -> HttpResponse:
    """Somebody said yes or no."""
    by = request.actor
    consider(actions.record, by=by, on=client)
    shown = queries.see(by=by, on=client)
    initial = {"decided_on": today(by.zone), "given": "yes", "way": "paper"}
    form = RecordForm(_posted(request), initial=initial)
    people = [one for one in know(by=by, on=client).contacts if not one.over]
    form.fields["contact"].choices = [  # type: ignore[attr-defined]
        ("", shown.banner.name), *((str(one.id), f"{one.name}, {one.relation}") for one in people)
    ]  # fmt: skip
    if form.is_valid():
        said = dict(form.cleaned_data)
        said |= {"given": said["given"] == "yes", "contact": said["contact"] or None}
        try:
            actions.record(by=by, on=client, opened_for=request.POST.get("client", ""), **said)
            return _home(client)
        except Unacceptable as no:
            faults_into(form, no)
    return _asked(request, shown, "record", form)


@require_http_methods(["GET", "HEAD", "POST"])
def end(request: Request, client: UUID, id: UUID) -> HttpResponse:
    """It was taken back."""
    shown = queries.see(by=request.actor, on=client)
    line = next((one for one in shown.consents if one.id == id), None)
    if line is None:
        raise NotHere("consents.Consent")
    consider(actions.end, by=request.actor, on=id)
    form = EndForm(_posted(request))
    if form.is_valid():
        try:
            opened = request.POST.get("client", "")
            actions.end(by=request.actor, on=id, opened_for=opened, **form.cleaned_data)
            return _home(client)
        except Unacceptable as no:
            faults_into(form, no)
    return _asked(request, shown, "end", form, line)


def _asked(
    request: Request, shown: ConsentsShown, what: str, form: Form, line: ConsentLine | None = None
) -> HttpResponse:
    context = _around(shown) | {"what": what, "form": form, "line": line, "faults": ()}
    return TemplateResponse(request, "consents/asked.html", context, status=422 if form.errors else 200)


def _around(shown: ConsentsShown) -> dict[str, Any]:
    return {
        "shown": shown, "banner": shown.banner, "client_id": shown.banner.id, "here": "clients", "here_tab": "consents",
    }  # fmt: skip


def _posted(request: Request) -> Any:
    return request.POST if request.method == "POST" else None


def _home(client: UUID) -> HttpResponse:
    return HttpResponseRedirect(reverse("consents", args=[client]), status=303)
