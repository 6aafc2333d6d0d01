"""Pages of what was found: written, looked at once more and signed, read by whom it was sent to, printed."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from alongside import printing
from alongside.agencies import letterhead
from alongside.documents.lookups import AtWork
from alongside.foundation.doing import consider
from alongside.foundation.errors import Fault, NotHere, Unacceptable
from alongside.foundation.messages import say
from alongside.foundation.webkit.late import PdfResponse
from alongside.foundation.webkit.request import Request
from alongside.intake import actions, paper, queries
from alongside.intake.forms import Acknowledge, Summarize
from alongside.intake.frame import after, around, asked, home_of, opened_for, posted, with_intake
from alongside.intake.queries import IntakeShown


@require_http_methods(["GET", "HEAD", "POST"])
def summarize(request: Request, client: UUID) -> HttpResponse:
    """The findings, begun with what is known already, or with what was saved and is not signed yet."""
    by = request.actor
    it = with_intake(request, client)
    consider(actions.summarize, by=by, on=it.intake)
    at_work = queries.draft(by=by, on=it.intake)
    begun = {**at_work.body, "saved": at_work.saved} if at_work else _begun(it)
    opened, ready = opened_for(request), reverse("intake.signature", args=[client])
    act = lambda said: after(actions.summarize(by=by, on=it.intake, opened_for=opened, **said), ready)  # noqa: E731
    return asked(request, "summarize", Summarize(posted(request), initial=begun), act, back=home_of(client), it=it)


@require_http_methods(["GET", "HEAD", "POST"])
def signature(request: Request, client: UUID) -> HttpResponse:
    """The last look, and the signature: it is sent as it is signed."""
    by = request.actor
    it = with_intake(request, client)
    faults: tuple[Fault, ...] = ()
    if request.method == "POST":
        try:
            actions.sign(by=by, on=it.intake, saved=_count(request), opened_for=opened_for(request))
            return HttpResponseRedirect(home_of(client), status=303)
        except Unacceptable as no:
            faults = no.faults
    at_work = queries.draft(by=by, on=it.intake)
    if at_work is None and not faults:
        return HttpResponseRedirect(home_of(client), status=303)
    context = around(it) | {"at_work": at_work, "faults": faults, "form": None, "to_come": _to_come(at_work)}
    return TemplateResponse(request, "intake/signature.html", context, status=422 if faults else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def acknowledge(request: Request, client: UUID, id: UUID) -> HttpResponse:
    by = request.actor
    it = queries.see(by=by, on=client)
    summary = next((one for one in it.summaries if one.id == id), None)
    if summary is None:
        raise NotHere("intake.Summary")
    consider(actions.acknowledge, by=by, on=id)
    opened, home = opened_for(request), home_of(client)
    act = lambda said: after(actions.acknowledge(by=by, on=id, opened_for=opened, **said), home)  # noqa: E731
    form = Acknowledge(posted(request))
    return asked(request, "acknowledge", form, act, back=home, it=it, summary=summary)


@require_safe
def pdf(request: Request, client: UUID, id: UUID) -> HttpResponse:
    """A summary as it was signed, with who has read it."""
    found = queries.on_paper(by=request.actor, on=id)
    if found.banner.id != client:
        raise NotHere("intake.Summary")
    part = paper.summary(found, zone=request.actor.zone)
    whole = letterhead.paper(by=request.actor, title=say("intake.paper.title"), parts=[part])
    return PdfResponse(request, partial(printing.pdf, whole), name="summary-of-findings")


def _begun(it: IntakeShown) -> dict[str, Any]:
    """First words of a summary: the record's strengths, what instruments came to, risks that were named."""
    scores = [
        say("intake.begun.score", title=one.title, scale=score.name, total=score.total, band=score.band)
        for one in it.asked for score in one.scores if score.total is not None
    ]  # fmt: skip
    return {"strengths": it.record["strengths"], "findings": "\n".join(scores), "risk": "\n".join(it.risks), "saved": 0}


def _count(request: Request) -> int:
    """Which saving was on the screen; anything else is none."""
    typed = request.POST.get("saved", "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 9 else 0


def _to_come(at_work: AtWork | None) -> int:
    return at_work.next if at_work else 0
