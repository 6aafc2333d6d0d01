"""What the pages of intake have around them, and one form with one act."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from alongside.foundation.errors import NotHere, Unacceptable
from alongside.foundation.webkit.fields import faults_into
from alongside.foundation.webkit.request import Request
from alongside.intake import queries
from alongside.intake.queries import IntakeShown

Acts = Callable[[dict[str, Any]], Any]


def with_intake(request: Request, client: UUID) -> IntakeShown:
    """A client's intake. Raises NotHere where none was begun."""
    it = queries.see(by=request.actor, on=client)
    if it.intake is None:
        raise NotHere("intake.Intake")
    return it


def asked(request: Request, what: str, form: forms.Form, act: Acts, *, back: str, it: Any = None, **more: Any) -> Any:
    """One form, one act: shown, carried out, or shown again with its faults and what was typed."""
    if form.is_bound and form.is_valid():
        try:
            return HttpResponseRedirect(act(dict(form.cleaned_data)), status=303)
        except Unacceptable as no:
            faults_into(form, no)
    beside = around(it) if it else {"here": "intake"}
    context = {**beside, "what": what, "form": form, "back": back, "faults": (), **more}
    return TemplateResponse(request, "intake/asked.html", context, status=422 if form.errors else 200)


def around(it: IntakeShown) -> dict[str, Any]:
    """Context of a page of one client."""
    id = it.banner.id
    return {"it": it, "banner": it.banner, "client_id": id, "person_url": reverse("person", args=[id]),
            "here": "clients", "here_tab": "intake"}  # fmt: skip


def after(done: Any, back: str) -> str:
    """Where the reader goes once it is done."""
    return back


def posted(request: Request) -> Any:
    """What was sent, for a form; None while it is only shown."""
    return request.POST if request.method == "POST" else None


def opened_for(request: Request) -> str:
    """The client on whose page the form stood."""
    return request.POST.get("client", "")


def home_of(client: UUID) -> str:
    """The page of a client's intake."""
    return reverse("intake", args=[client])
