"""Signed answers: the page, the paper, the resource."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.http import require_safe

from alongside import printing
from alongside.agencies import letterhead
from alongside.agencies import lookups as agencies
from alongside.foundation.moments import today
from alongside.foundation.webkit.late import PdfResponse
from alongside.foundation.webkit.request import Request
from alongside.instruments import queries, sheet
from alongside.instruments.forms import DoneForm, ReasonForm
from alongside.instruments.queries.reading import Read
from alongside.instruments.views.frame import frame


def page(request: Request, found: Read, *, status: int = 200, **forms: Any) -> HttpResponse:
    """What was answered and what it came to; first what an answer opened."""
    waiting = any(alarm.answered_at is None for alarm, _, _ in found.alarms)
    done, gone = forms.get("done") or DoneForm(), forms.get("gone") or ReasonForm()
    context = frame(found.banner, "instruments.read.title") | {
        "found": found, "done": done, "gone": gone, "failed": gone if "gone" in forms else done,
        "void_open": "gone" in forms, "faults": (), "just_signed": request.GET.get("signed") == "1" and found.mine,
        "on_call": agencies.on_call(today(request.actor.zone)) if waiting else (),
    }  # fmt: skip
    return TemplateResponse(request, "instruments/read.html", context, status=status)


@require_safe
def paper(request: Request, id: UUID) -> HttpResponse:
    """On paper. A draft has none."""
    found = queries.read(by=request.actor, on=id)
    if found.newest is None:
        return HttpResponseRedirect(reverse("answers", args=[id]), status=303)
    context = frame(found.banner, "instruments.read.title") | {"found": found, "printed_at": now()}
    return TemplateResponse(
        request, "instruments/paper.html", context | {"agency_name": agencies.name(request.actor.agency_id)}
    )


@require_safe
def pdf(request: Request, id: UUID) -> HttpResponse:
    """The same as tagged PDF."""
    found, asked = queries.on_paper(by=request.actor, on=id)
    part = sheet.part(found, asked, zone=request.actor.zone)
    whole = letterhead.paper(by=request.actor, title=found.answering.title, parts=[part])
    return PdfResponse(request, partial(printing.pdf, whole), name="answers")


@require_safe
def response(request: Request, id: UUID) -> HttpResponse:
    """The QuestionnaireResponse as FHIR R4."""
    found = queries.export(by=request.actor, on=id)
    answer = JsonResponse(found, content_type="application/fhir+json", json_dumps_params={"ensure_ascii": False})
    answer["Content-Disposition"] = f'attachment; filename="response-{id}.json"'
    return answer
