"""What a client works for: the menu of reinforcers and preference assessments."""

from typing import Any
from uuid import UUID

from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.foundation.doing import consider
from alongside.foundation.errors import NotHere, Unacceptable
from alongside.foundation.webkit.fields import faults_into
from alongside.plans import actions, queries
from alongside.plans.forms import OfferForm, PreferenceForm
from alongside.plans.views.frame import frame, opened_for


@require_safe
def menu(request: HttpRequest, client: UUID) -> HttpResponse:
    return _page(request, client)


@require_http_methods(["GET", "HEAD", "POST"])
def offer(request: HttpRequest, client: UUID) -> HttpResponse:
    """A reinforcer is put on the menu."""
    return _asked(request, client, OfferForm, actions.offer, "offer")


@require_http_methods(["GET", "HEAD", "POST"])
def preference(request: HttpRequest, client: UUID) -> HttpResponse:
    """What an assessment found."""
    return _asked(request, client, PreferenceForm, actions.note_preference, "preference")


@require_POST
def take_off(request: HttpRequest, client: UUID, reinforcer: UUID) -> HttpResponse:
    """A reinforcer of this page is taken off the menu."""
    if reinforcer not in {line.id for line in queries.menu(by=request.actor, on=client).lines}:
        raise NotHere("plans.Reinforcer")
    actions.take_off(by=request.actor, on=reinforcer, opened_for=opened_for(request))
    return _back(client)


def _asked(request: HttpRequest, client: UUID, form_class: type[Form], act: Any, which: str) -> HttpResponse:
    consider(act, by=request.actor, on=client)  # type: ignore[attr-defined]
    form = form_class(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            act(by=request.actor, on=client, **form.cleaned_data, opened_for=opened_for(request))  # type: ignore[attr-defined]
            return _back(client)
        except Unacceptable as no:
            faults_into(form, no)
    return _page(request, client, form=form, which=which, status=422 if form.errors else 200)


def _page(
    request: HttpRequest, client: UUID, *, form: Form | None = None, which: str = "", status: int = 200
) -> HttpResponse:
    shown = queries.menu(by=request.actor, on=client)  # type: ignore[attr-defined]
    context = frame(request, client, "menu") | {"shown": shown, "form": form, "which": which, "faults": ()}
    return TemplateResponse(request, "plans/menu.html", context, status=status)


def _back(client: UUID) -> HttpResponse:
    return HttpResponseRedirect(reverse("plans.menu", args=[client]), status=303)
