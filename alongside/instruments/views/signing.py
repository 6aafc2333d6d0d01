"""The last look: what was answered, what it comes to, what stands in the way, and one decision."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from alongside.agencies.lookups import on_call
from alongside.foundation.errors import Unacceptable
from alongside.foundation.moments import today
from alongside.foundation.webkit.fields import faults_into
from alongside.foundation.webkit.request import Request
from alongside.instruments import actions, queries
from alongside.instruments.forms import SignForm
from alongside.instruments.queries.working import AtWork
from alongside.instruments.showing import preview
from alongside.instruments.views.frame import frame, opened_for


@require_http_methods(["GET", "HEAD", "POST"])
def sign(request: Request, id: UUID) -> HttpResponse:
    """GET: the answers as they would be signed. POST signs what was on screen."""
    form = SignForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            actions.sign(by=request.actor, on=id, opened_for=opened_for(request), **form.cleaned_data)
            return HttpResponseRedirect(f"{reverse('answers', args=[id])}?signed=1", status=303)
        except Unacceptable as no:
            faults_into(form, no)
    page = queries.work(by=request.actor, on=id)
    if page is None:
        return HttpResponseRedirect(reverse("answers", args=[id]), status=303)
    return _page(request, page, form)


def _page(request: Request, page: AtWork, form: SignForm) -> HttpResponse:
    shown = preview(page)
    context = frame(page.banner, "instruments.sign.title") | {
        "page": page, "shown": shown, "form": form, "faults": (),
        "on_call": on_call(today(request.actor.zone)) if shown.alarms else (),
    }  # fmt: skip
    return TemplateResponse(request, "instruments/sign.html", context, status=422 if form.is_bound else 200)
