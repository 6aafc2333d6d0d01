"""Programs of a client: all of them, a new one, one in full, another version, its end, a what-if."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from alongside.foundation.doing import consider
from alongside.foundation.errors import NotHere, Unacceptable
from alongside.foundation.moments import start_of, today
from alongside.foundation.webkit.fields import faults_into
from alongside.skills import actions, queries, telling
from alongside.skills.forms import EndForm, NewProgramForm, NewVersionForm, RuleForm
from alongside.skills.queries.shapes import ProgramShown
from alongside.skills.views import shown
from alongside.skills.views.frame import frame, opened_for


@require_safe
def programs(request: HttpRequest, client: UUID) -> HttpResponse:
    found = queries.programs(by=request.actor, on=client)
    context = frame(request, client, "programs") | {
        "shown": found, "told": [shown.told(one) for one in found.programs], "day": today(request.actor.zone),
    }  # fmt: skip
    return TemplateResponse(request, "skills/programs.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def beginning(request: HttpRequest, client: UUID, target: UUID) -> HttpResponse:
    """A program for one target of this client."""
    consider(actions.begin, by=request.actor, on=target)
    free = queries.programs(by=request.actor, on=client).free
    taught = next((one for one in free if one.id == target), None)
    if taught is None:
        raise NotHere("plans.Target")
    form = NewProgramForm(request.POST if request.method == "POST" else None, target=taught)
    if form.is_valid():
        try:
            day = form.cleaned_data["began_on"]
            made = actions.begin(
                by=request.actor, on=target, domain=form.cleaned_data["domain"], whole=form.whole(),
                began_at=start_of(day, request.actor.zone) if day else None, opened_for=opened_for(request),
            )  # fmt: skip
            return _to(made.pk)
        except Unacceptable as no:
            faults_into(form, no)
    context = frame(request, client) | {
        "form": form, "target": taught, "least_of": telling.least_of(taught), "here_url": request.path,
        "back_url": reverse("skills.programs", args=[client]), "new": True,
    }  # fmt: skip
    return TemplateResponse(request, "skills/writing.html", context, status=422 if form.errors else 200)


@require_safe
def program(request: HttpRequest, program: UUID) -> HttpResponse:
    return page(request, program)


@require_http_methods(["GET", "HEAD", "POST"])
def writing(request: HttpRequest, program: UUID) -> HttpResponse:
    """Say anew what the program says."""
    consider(actions.write, by=request.actor, on=program)
    found = queries.program(by=request.actor, on=program).program
    data = request.POST if request.method == "POST" else None
    form = NewVersionForm(data, target=found.target, whole=found.version.whole)
    if form.is_valid():
        try:
            base = request.POST.get("base", "")
            actions.write(
                by=request.actor, on=program, whole=form.whole(), opened_for=opened_for(request),
                base=int(base) if base.isascii() and base.isdigit() and len(base) < 6 else 0,
            )  # fmt: skip
            return _to(program)
        except Unacceptable as no:
            faults_into(form, no)
    context = frame(request, found.client_id) | {
        "form": form, "target": found.target, "least_of": telling.least_of(found.target), "here_url": request.path,
        "back_url": reverse("skills.program", args=[program]), "new": False, "base": found.version.number,
    }  # fmt: skip
    return TemplateResponse(request, "skills/writing.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def end(request: HttpRequest, program: UUID) -> HttpResponse:
    """Stop teaching it."""
    consider(actions.end, by=request.actor, on=program)
    form = EndForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            actions.end(by=request.actor, on=program, opened_for=opened_for(request), **form.cleaned_data)
            return _to(program)
        except Unacceptable as no:
            faults_into(form, no)
    return page(request, program, form=form, which="end", status=422 if form.errors else 200)


@require_safe
def what_if(request: HttpRequest, program: UUID) -> HttpResponse:
    """What another rule would have done; nothing is kept."""
    own = queries.replayed(by=request.actor, on=program)
    target = own.program.target
    initial = {**vars(own.rule)}
    asked = bool(request.GET.get("criterion"))
    form = RuleForm(request.GET if asked else None, target=target, initial=initial)
    found = queries.replayed(by=request.actor, on=program, rule=form.rule()) if form.is_valid() else own
    drawn, moves = shown.replay(found)
    context = frame(request, own.program.client_id) | {
        "form": form, "found": found, "picture": drawn, "moves": moves, "target": target,
        "rule": telling.rule_said(target, found.rule), "least_of": telling.least_of(target),
        "own": shown.replay(own)[1] if asked and form.is_valid() else None, "program": own.program,
        "helped": any(step.prompt for step in own.program.steps),
    }  # fmt: skip
    return TemplateResponse(request, "skills/what_if.html", context, status=422 if form.errors else 200)


def page(request: HttpRequest, program: UUID, *, form: Any = None, which: str = "", status: int = 200) -> HttpResponse:
    """One program in full; `form` is open where `which` says."""
    found: ProgramShown = queries.program(by=request.actor, on=program)  # type: ignore[attr-defined]
    one, zone = found.program, request.actor.zone  # type: ignore[attr-defined]
    drawn, rows = shown.seen(one)
    context = frame(request, one.client_id) | {
        "shown": found, "program": one, "told": shown.told(one), "picture": drawn, "rows": rows,
        "probes": shown.probes(one, today(zone)), "version": found.program.version, "form": form, "which": which,
    }  # fmt: skip
    return TemplateResponse(request, "skills/program.html", context, status=status)


def steps_of(found: ProgramShown) -> list[tuple[str, str]]:
    """The choices of a move by hand."""
    return [(str(n), telling.step_name(found.program, n)) for n, _ in enumerate(found.program.steps, 1)]


def _to(program: UUID) -> HttpResponse:
    return HttpResponseRedirect(reverse("skills.program", args=[program]), status=303)
