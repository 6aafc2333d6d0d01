"""Restrictive procedures of a client: whether each may be used, who agreed to it, and noting that somebody does."""

from typing import Any
from uuid import UUID

from django.forms import Form
from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.foundation.doing import consider
from alongside.foundation.errors import NotHere, Unacceptable
from alongside.foundation.webkit.fields import faults_into
from alongside.foundation.webkit.request import Request
from alongside.plans import actions, known, queries
from alongside.plans.forms import ApprovalForm, WithdrawForm
from alongside.plans.queries.restrictions import RestrictionsShown
from alongside.plans.views.frame import frame, opened_for


@require_safe
def restrictions(request: Request, client: UUID) -> HttpResponse:
    return _page(request, queries.restrictions(by=request.actor, on=client))


@require_http_methods(["GET", "HEAD", "POST"])
def approval(request: Request, client: UUID, line: UUID) -> HttpResponse:
    """Somebody agreed to one procedure."""
    shown = queries.restrictions(by=request.actor, on=client)
    this = shown.line(line)
    if this is None:
        raise NotHere("plans.RestrictionLine")
    consider(actions.note_approval, by=request.actor, on=line)
    gates = known.restrictive()["kind"][this.standing.said.kind]["gates"]
    form = ApprovalForm(request.POST if request.method == "POST" else None, gates=gates)
    if form.is_valid():
        try:
            actions.note_approval(
                by=request.actor,
                on=line,
                **form.cleaned_data,
                opened_for=opened_for(request),
            )
            return _back(client)
        except Unacceptable as no:
            faults_into(form, no)
    return _page(request, shown, form=form, at=line, status=422 if form.errors else 200)


@require_POST
def withdrawal(request: Request, client: UUID, approval: UUID) -> HttpResponse:
    """Whoever agreed does so no longer."""
    shown = queries.restrictions(by=request.actor, on=client)
    if approval not in shown.approval_ids:
        raise NotHere("plans.Approval")
    form = WithdrawForm(request.POST)
    if form.is_valid():
        because = form.cleaned_data["because"]
        actions.withdraw_approval(by=request.actor, on=approval, because=because, opened_for=opened_for(request))
        return _back(client)
    return _page(request, shown, form=form, at=approval, status=422)


def _page(
    request: Request, shown: RestrictionsShown, *, form: Form | None = None, at: UUID | None = None,
    status: int = 200,
) -> HttpResponse:  # fmt: skip
    """The page; `form` is open at the procedure or the approval with the id `at`."""
    context: dict[str, Any] = frame(request, shown.client_id, "restrictions")
    context |= {"shown": shown, "form": form, "at": at, "faults": (), "withdraw_form": WithdrawForm()}
    context["prohibited"] = list(known.restrictive()["prohibited"])
    return TemplateResponse(request, "plans/restrictions.html", context, status=status)


def _back(client: UUID) -> HttpResponse:
    return HttpResponseRedirect(reverse("plans.restrictions", args=[client]), status=303)
