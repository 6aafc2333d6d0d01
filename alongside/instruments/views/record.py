"""A client's answers: the page of all, beginning one, what is asked."""

from uuid import UUID

from django.forms import Form
from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.foundation.doing import consider
from alongside.foundation.errors import Unacceptable
from alongside.foundation.moments import today
from alongside.foundation.webkit.fields import faults_into
from alongside.foundation.webkit.request import Request
from alongside.instruments import actions, queries
from alongside.instruments.forms import AskForm, BeginForm
from alongside.instruments.queries.record import Record
from alongside.instruments.views.frame import frame, opened_for


@require_safe
def record(request: Request, client: UUID) -> HttpResponse:
    """What is due, what was answered, how the scores went."""
    return _page(request, queries.see(by=request.actor, on=client))


@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: Request, client: UUID) -> HttpResponse:
    """GET: what may be asked of this client; `?form=` one of it with who answers and when. POST begins it."""
    start = queries.offered(by=request.actor, on=client)
    key = request.POST.get("form", request.GET.get("form", ""))
    chosen = next((one for one in start.offered if one.form == key), None)
    form: BeginForm | None = None
    if chosen:
        first = {"form": key, "taken_on": today(request.actor.zone), "respondent": request.GET.get("respondent", "")}
        data = request.POST if request.method == "POST" else None
        form = BeginForm(data, respondents=chosen.respondents, initial=first)
    if form is not None and request.method == "POST" and form.is_valid():
        try:
            made = actions.begin(by=request.actor, on=client, opened_for=opened_for(request), **form.cleaned_data)
            return HttpResponseRedirect(reverse("answers", args=[made.pk]), status=303)
        except Unacceptable as no:
            faults_into(form, no)
    context = frame(start.banner, "instruments.start.title") | {"start": start, "chosen": chosen, "form": form}
    status = 422 if request.method == "POST" else 200
    return TemplateResponse(request, "instruments/start.html", context | {"faults": ()}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: Request, client: UUID) -> HttpResponse:
    """One more form is asked of this client."""
    consider(actions.ask, by=request.actor, on=client)
    shown = queries.see(by=request.actor, on=client)
    form = AskForm(request.POST if request.method == "POST" else None, forms_here=shown.forms)
    if form.is_valid():
        try:
            actions.ask(by=request.actor, on=client, opened_for=opened_for(request), **form.cleaned_data)
            return _back(client)
        except Unacceptable as no:
            faults_into(form, no)
    return _page(request, shown, form=form, status=422 if form.is_bound else 200)


@require_POST
def ask_set(request: Request, client: UUID) -> HttpResponse:
    """A set is taken over."""
    actions.ask_set(by=request.actor, on=client, key=request.POST.get("set", ""), opened_for=opened_for(request))
    return _back(client)


@require_POST
def stop(request: Request, id: UUID) -> HttpResponse:
    """A form is not asked any more."""
    actions.stop(by=request.actor, on=id, opened_for=opened_for(request))
    return _back(UUID(opened_for(request)))


def _page(request: Request, shown: Record, *, form: Form | None = None, status: int = 200) -> HttpResponse:
    context = frame(shown.banner, "instruments.record.title") | {
        "shown": shown, "form": form, "day": today(request.actor.zone), "faults": (),
    }  # fmt: skip
    return TemplateResponse(request, "instruments/record.html", context, status=status)


def _back(client: UUID) -> HttpResponse:
    return HttpResponseRedirect(reverse("instruments", args=[client]), status=303)
