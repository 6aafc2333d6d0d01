"""Pages of progress reports."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside import printing
from alongside.agencies import letterhead
from alongside.foundation import reference
from alongside.foundation.doing import consider
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.messages import say, speaking
from alongside.foundation.webkit.fields import faults_into
from alongside.foundation.webkit.late import PdfResponse
from alongside.reports import actions, paper, queries
from alongside.reports.forms import LANGUAGES, BeginForm, ReviseForm, SaveForm, SendForm, SignForm
from alongside.reports.shown import sections


@require_safe
def reports(request: HttpRequest, client: UUID) -> HttpResponse:
    found = queries.listing(by=request.actor, on=client)
    context = _frame(found.banner) | {"shown": found, "client_id": client}
    return TemplateResponse(request, "reports/reports.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest, client: UUID) -> HttpResponse:
    """Choose the reader, the span and what it is about; the draft comes from what was recorded."""
    consider(actions.draft, by=request.actor, on=client)
    found = queries.listing(by=request.actor, on=client)
    spoken = found.language if found.language in LANGUAGES else "en"
    initial = {"language": spoken}
    form = BeginForm(request.POST if request.method == "POST" else None, targets=found.targets, initial=initial)
    if form.is_valid():
        said = {**form.cleaned_data, "objectives": [UUID(id) for id in form.cleaned_data["objectives"]]}
        try:
            made = actions.draft(by=request.actor, on=client, opened_for=_opened_for(request), **said)
            return _to(made.pk)
        except Unacceptable as no:
            faults_into(form, no)
    unsaid = "" if spoken == found.language else reference.load("languages")["language"].get(found.language, "")
    context = _frame(found.banner) | {"form": form, "client_id": client, "unsaid": unsaid}
    return TemplateResponse(request, "reports/begin.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, report: UUID) -> HttpResponse:
    """The draft to be changed, or the signed report to be read."""
    shown = queries.see(by=request.actor, on=report)
    if not shown.saved and request.method != "POST":
        return _read(request, shown)
    consider(actions.keep, by=request.actor, on=report)
    form, faults = SaveForm(request.POST if request.method == "POST" else None, body=shown.body), []
    if form.is_valid():
        counted = actions.keep(
            by=request.actor, on=report, texts=form.texts(shown.body), out=form.out(shown.body),
            based_on=form.cleaned_data["saved"], opened_for=_opened_for(request),
        )  # fmt: skip
        if counted > 0:
            return _to(report, "sign/" if "sign" in request.POST else "")
        faults = [Fault("reports.fault.changed")]
    context = _frame(shown.banner) | {
        "report": shown,
        "form": form,
        "faults": faults,
        "sections": sections(shown, form),
    }
    return TemplateResponse(request, "reports/edit.html", context, status=422 if form.errors or faults else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def sign(request: HttpRequest, report: UUID) -> HttpResponse:
    """The report as it would be signed; POST signs what was on screen, once its author has shown who they are."""
    consider(actions.keep, by=request.actor, on=report)
    form, faults = SignForm(request.POST if request.method == "POST" else None), ()
    if form.is_valid():
        try:
            saved = form.cleaned_data["saved"]
            actions.sign(by=request.actor, on=report, saved=saved, opened_for=_opened_for(request))
            return _to(report)
        except Unacceptable as no:
            faults = no.faults
    shown = queries.see(by=request.actor, on=report)
    context = _frame(shown.banner) | {"report": shown, "form": form, "faults": faults, "sections": sections(shown)}
    return TemplateResponse(request, "reports/sign.html", context, status=422 if faults or form.errors else 200)


@require_POST
def revise(request: HttpRequest, report: UUID) -> HttpResponse:
    """A report in the place of a signed one, with the reason."""
    consider(actions.revise, by=request.actor, on=report)
    form = ReviseForm(request.POST)
    if form.is_valid():
        try:
            made = actions.revise(by=request.actor, on=report, opened_for=_opened_for(request), **form.cleaned_data)
            return _to(made.pk)
        except Unacceptable as no:
            faults_into(form, no)
    return _read(request, queries.see(by=request.actor, on=report), revising=form)


@require_POST
def send(request: HttpRequest, report: UUID) -> HttpResponse:
    """Record that it is sent, on a ground that holds today."""
    consider(actions.send, by=request.actor, on=report)
    shown = queries.see(by=request.actor, on=report)
    form = SendForm(request.POST, grounds=shown.grounds)
    if not shown.grounds:  # nothing covers it: the action says so, whatever was typed
        actions.send(by=request.actor, on=report, ground="", recipient="", way="")
    if form.is_valid():
        try:
            actions.send(by=request.actor, on=report, opened_for=_opened_for(request), **form.cleaned_data)
            return _to(report)
        except Unacceptable as no:
            faults_into(form, no)
    return _read(request, shown, form)


@require_safe
def pdf(request: HttpRequest, report: UUID) -> HttpResponse:
    """The signed report as PDF, in the language it was written in."""
    shown = queries.on_paper(by=request.actor, on=report)
    with speaking(shown.body["head"]["language"]):
        part = paper.part(shown, zone=request.actor.zone)
        whole = letterhead.paper(by=request.actor, title=say("reports.paper.title"), parts=[part])
    return PdfResponse(request, partial(printing.pdf, whole), name="progress-report")


def _read(
    request: HttpRequest, shown: queries.Shown, form: SendForm | None = None, revising: ReviseForm | None = None
) -> HttpResponse:
    sending = form or SendForm(grounds=shown.grounds, initial={"recipient": shown.addressee})
    context = _frame(shown.banner) | {"report": shown, "sending": sending, "revising": revising or ReviseForm()}
    context |= {"sections": sections(shown), "form": form or revising}
    context["why_not"] = say(shown.uncovered.code, **shown.uncovered.values) if shown.uncovered else ""
    return TemplateResponse(request, "reports/report.html", context, status=422 if form or revising else 200)


def _frame(banner: Any) -> dict[str, Any]:
    return {"banner": banner, "here": "clients", "here_tab": "reports", "client_id": banner.id, "faults": ()}


def _opened_for(request: HttpRequest) -> str:
    return request.POST.get("client", "")


def _to(report: UUID, page: str = "") -> HttpResponse:
    return HttpResponseRedirect(f"/reports/{report}/{page}", status=303)
