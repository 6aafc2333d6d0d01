"""Phases and other changes."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.foundation.doing import consider
from alongside.foundation.errors import NotHere, Unacceptable
from alongside.foundation.webkit.fields import faults_into
from alongside.plans import actions, queries
from alongside.plans.forms import ChangeForm, CorrectionForm, PhaseForm, ReasonForm, SchoolForm, local
from alongside.plans.views.frame import frame, opened_for


@require_safe
def phases(request: HttpRequest, client: UUID) -> HttpResponse:
    return _page(request, client)


@require_http_methods(["GET", "HEAD", "POST"])
def beginning(request: HttpRequest, client: UUID, target: UUID) -> HttpResponse:
    """A phase of one target begins."""
    shown = queries.phases(by=request.actor, on=client)
    _among(target, [row for row, _ in shown.targets])
    consider(actions.begin_phase, by=request.actor, on=target)
    form = PhaseForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            actions.begin_phase(by=request.actor, on=target, **_said(form, request), opened_for=opened_for(request))
            return _back(client)
        except Unacceptable as no:
            _beside(form, no)
    return _page(request, client, form=form, at=target, status=422 if form.errors else 200)


@require_POST
def school(request: HttpRequest, client: UUID, target: UUID) -> HttpResponse:
    """A target is marked as concerning school, or not any more."""
    _among(target, [row for row, _ in queries.phases(by=request.actor, on=client).targets])
    consider(actions.mark_school, by=request.actor, on=target)
    form = SchoolForm(request.POST)
    if not form.is_valid():
        return _page(request, client, form=None, status=422)
    concerns = form.cleaned_data["concerns"] == "yes"
    actions.mark_school(by=request.actor, on=target, concerns=concerns, opened_for=opened_for(request))
    return HttpResponseRedirect(f"{reverse('plans.phases', args=[client])}#target-{target}", status=303)


@require_http_methods(["GET", "HEAD", "POST"])
def correction(request: HttpRequest, client: UUID, phase: UUID) -> HttpResponse:
    """A phase is put right, or with `withdraw` taken back."""
    shown = queries.phases(by=request.actor, on=client)
    row = next((p for _, of in shown.targets for p in of if p.id == phase), None)
    if row is None:
        raise NotHere("plans.Phase")
    act = actions.withdraw_phase if request.POST.get("withdraw") else actions.correct_phase
    consider(act, by=request.actor, on=phase)
    initial = {"condition": row.condition, "label": row.label, **local(row.begins_at, _zone(request))}
    form = CorrectionForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.POST.get("withdraw"):
        return _withdraw(request, client, actions.withdraw_phase, phase)
    if form.is_valid():
        try:
            said = _said(form, request) | {"reason": form.cleaned_data["reason"]}
            actions.correct_phase(by=request.actor, on=phase, **said, opened_for=opened_for(request))
            return _back(client)
        except Unacceptable as no:
            _beside(form, no)
    return _page(request, client, form=form, at=phase, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def changes(request: HttpRequest, client: UUID) -> HttpResponse:
    """Something else changed."""
    consider(actions.note_change, by=request.actor, on=client)
    form = ChangeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            actions.note_change(
                by=request.actor, on=client, kind=form.cleaned_data["kind"], label=form.cleaned_data["label"],
                at=form.at(request.actor.zone), opened_for=opened_for(request),
            )  # fmt: skip
            return _back(client)
        except Unacceptable as no:
            _beside(form, no)
    return _page(request, client, form=form, at=client, status=422 if form.errors else 200)


@require_POST
def withdrawal(request: HttpRequest, client: UUID, change: UUID) -> HttpResponse:
    _among(change, queries.phases(by=request.actor, on=client).changes)
    return _withdraw(request, client, actions.withdraw_change, change)


def _among(id: UUID, rows: Iterable[Any]) -> None:
    """What is not on this client's page is not here."""
    if id not in {row.id for row in rows}:
        raise NotHere("plans.row")


def _withdraw(request: HttpRequest, client: UUID, verb: Any, on: UUID) -> HttpResponse:
    form = ReasonForm(request.POST)
    if form.is_valid():
        verb(by=request.actor, on=on, reason=form.cleaned_data["reason"], opened_for=opened_for(request))
        return _back(client)
    return _page(request, client, form=form, at=on, status=422)


def _page(request: HttpRequest, client: UUID, *, form: Any = None, at: Any = None, status: int = 200) -> HttpResponse:
    """The page; `form` is open at the target, phase or change with the id `at`."""
    shown = queries.phases(by=request.actor, on=client)
    context = frame(request, client, "phases") | {"shown": shown, "form": form, "at": at, "faults": ()}
    context["reason_form"] = ReasonForm()
    return TemplateResponse(request, "plans/phases.html", context, status=status)


def _said(form: PhaseForm, request: HttpRequest) -> dict[str, Any]:
    begins_at = form.begins_at(request.actor.zone)  # type: ignore[attr-defined]
    return {
        "condition": form.cleaned_data["condition"],
        "label": form.cleaned_data["label"],
        "begins_at": begins_at,
    }


def _beside(form: Form, no: Unacceptable) -> None:
    """A fault of the moment stands beside the day."""
    faults_into(form, no)


def _zone(request: HttpRequest) -> ZoneInfo:
    return ZoneInfo(request.actor.zone)  # type: ignore[attr-defined]


def _back(client: UUID) -> HttpResponse:
    return HttpResponseRedirect(reverse("plans.phases", args=[client]), status=303)
