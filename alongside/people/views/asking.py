"""One form, one act: shown, carried out, or shown again with its faults and what was typed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse

from alongside.foundation.doing import Asked, consider
from alongside.foundation.errors import NotHere, Unacceptable
from alongside.foundation.messages import say
from alongside.foundation.moments import today
from alongside.foundation.webkit.fields import faults_into, said
from alongside.foundation.webkit.request import Request

Offers = Callable[[Request, Any], Mapping[str, list[tuple[str, str]]]]
Starts = Callable[[Request, Any], Mapping[str, Any]]


def nothing(request: Request, about: Any) -> dict[str, Any]:
    return {}


def from_today(*names: str) -> Starts:
    """These fields begin with today in the agency's zone."""
    return lambda request, about: dict.fromkeys(names, today(request.actor.zone))


@dataclass(frozen=True)
class Ask:
    """A kind of form: its sentences `people.ask.{code}` (title, does, why), its act, its choices and first values.

    `rows`: the list on the page that its subject stands in; `whole`: it needs the whole page of the client.
    """

    code: str
    form: type[forms.Form]
    act: Asked[Any]
    offers: Offers = nothing
    starts: Starts = nothing
    danger: bool = False
    rows: str = ""
    whole: bool = False


def asked(
    request: Request, this: Ask, *, on: Any, about: Any, act: Callable[[dict[str, Any]], Any], back: str,
    asks: tuple[Asked[Any], ...] = (), **page: Any,
) -> HttpResponse:  # fmt: skip
    """Answer a form. `act` gets the clean values; afterwards the reader goes to `back`, or where `act` says.

    Only somebody who may do it to `on` sees the form; `asks`: the acts that it comes to, where not just its own.
    """
    for asked_for in asks or (this.act,):
        consider(asked_for, by=request.actor, on=on)
    form = this.form(request.POST if request.method == "POST" else None, initial=dict(this.starts(request, about)))
    for name, choices in this.offers(request, about).items():
        cast(forms.ChoiceField, form.fields[name]).choices = choices
    if request.method == "POST" and form.is_valid():
        try:
            done = act(form.cleaned_data)
            return HttpResponseRedirect(done if isinstance(done, str) else back, status=303)
        except Unacceptable as no:
            faults_into(form, no)
    context = {
        **page, "form": form, "faults": (), "ask": this, "back": back, "title": say(f"people.ask.{this.code}.title"),
        "does": say(f"people.ask.{this.code}.does"),
        "why": say(f"people.ask.{this.code}.why"), "today": today(request.actor.zone),
    }  # fmt: skip
    return TemplateResponse(request, "people/ask.html", context, status=422 if form.errors else 200)


def row_of(rows: Any, id: UUID) -> Any:
    """The row with this id among those shown. Raises NotHere: what is not on the page is not asked about."""
    for row in rows:
        if row.id == id:
            return row
    raise NotHere("people.row")


def pairs(rows: Any, empty: str = "") -> list[tuple[str, Any]]:
    """Choices of rows that have not ended, with an empty one first where nothing need be chosen."""
    chosen = [(str(row.id), row.name) for row in rows if row.ended_on is None]
    return [("", said(empty)), *chosen] if empty else chosen
