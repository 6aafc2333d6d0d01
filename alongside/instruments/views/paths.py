"""What must follow an answer: what is in force, a wording of one's own, and agreeing to somebody else's."""

from collections.abc import Sequence
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.foundation.doing import consider
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.messages import say
from alongside.foundation.moments import today
from alongside.foundation.webkit.fields import faults_into
from alongside.foundation.webkit.request import Request
from alongside.instruments import actions, queries
from alongside.instruments.forms import PathForm


@require_safe
def paths(request: Request) -> HttpResponse:
    """Every path with its steps and numbers, and what waits."""
    return _page(request)


@require_http_methods(["GET", "HEAD", "POST"])
def word(request: Request) -> HttpResponse:
    """Another wording, begun with what is in force."""
    by = request.actor
    consider(actions.word_path, by=by, on=by.agency_id)
    known = queries.paths(by=by, on=by.agency_id)
    key = request.GET.get("path", "")
    of = next((one for one in known if one.key == key), known[0])
    first = {
        "path": of.key, "must": "\n".join(of.must), "grave_must": "\n".join(of.grave_must),
        "numbers": "\n".join(", ".join(call) for call in of.numbers), "begins_on": today(by.zone),
    }  # fmt: skip
    form = PathForm(request.POST if request.method == "POST" else None, keys=[one.key for one in known], initial=first)
    if form.is_valid():
        try:
            actions.word_path(by=by, on=by.agency_id, **form.cleaned_data)
            return HttpResponseRedirect(reverse("paths"), status=303)
        except Unacceptable as no:
            faults_into(form, no)
    context = {"form": form, "of": of, "faults": (), "here": "paths"}
    return TemplateResponse(request, "instruments/path.html", context, status=422 if form.is_bound else 200)


@require_POST
def agree(request: Request, id: UUID) -> HttpResponse:
    """Agree to a wording of somebody else's."""
    try:
        actions.agree_path(by=request.actor, on=id, read=request.POST.get("read") == "1")
    except Unacceptable as no:
        return _page(request, no.faults, status=422)
    return HttpResponseRedirect(reverse("paths"), status=303)


def _page(request: Request, faults: Sequence[Fault] = (), *, status: int = 200) -> HttpResponse:
    by = request.actor
    said = [(fault.field, say(fault.code, **fault.values)) for fault in faults]
    context = {
        "paths": queries.paths(by=by, on=by.agency_id), "may": by.may("instruments.word_path"), "here": "paths",
        "said": said,
    }  # fmt: skip
    return TemplateResponse(request, "instruments/paths.html", context, status=status)
