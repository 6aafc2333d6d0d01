"""The library of plan templates, and a draft that begins from one."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from alongside.foundation.doing import consider
from alongside.foundation.errors import NotHere, Unacceptable
from alongside.foundation.messages import say
from alongside.foundation.webkit.fields import faults_into
from alongside.foundation.webkit.request import Request
from alongside.people.lookups import banner
from alongside.plans import actions, known, queries
from alongside.plans.forms import StartForm
from alongside.plans.lookups import band_of
from alongside.plans.rules.templates import PlanTemplate
from alongside.plans.views.frame import frame, opened_for


@require_safe
def library(request: Request) -> HttpResponse:
    """All templates by function, or those of one function, one age band, or both."""
    shelf = queries.library(by=request.actor, on=request.actor.agency_id)
    functions = tuple(dict.fromkeys(one.function for one in shelf.templates))
    bands = tuple(known.plans()["band"])
    function, band = (_among(request.GET.get(name, ""), of) for name, of in (("function", functions), ("band", bands)))
    found = [one for one in shelf.templates if function in ("", one.function) and band in ("", one.band)]
    context = {
        "here": "plan_templates", "functions": functions, "bands": bands, "function": function, "band": band,
        "at_work": shelf.at_work if request.actor.may("plans.see_template") else (),
        "shelves": [(name, _by_age(found, name, bands)) for name in functions if function in ("", name)],
    }  # fmt: skip
    return TemplateResponse(request, "plans/library.html", context)


@require_safe
def template(request: Request, key: str) -> HttpResponse:
    """One template to read, in the edition in use or in another."""
    shelf = queries.library(by=request.actor, on=request.actor.agency_id, key=key)
    found = shelf.named(key, request.GET.get("edition", ""))
    if found is None:
        raise NotHere("plans.PlanTemplate")
    by = request.actor
    context = {
        "here": "plan_templates", "one": found, "editions": shelf.editions, "may_use": by.may("plans.use_template"),
        "may_derive": by.may("plans.derive_template"), "own_id": shelf.own_id(found),
        "may_see_own": by.may("plans.see_template"),
    }  # fmt: skip
    return TemplateResponse(request, "plans/template.html", context)


def found(request: Request, key: str) -> PlanTemplate:
    """The template in use under a key. Raises NotHere."""
    one = queries.library(by=request.actor, on=request.actor.agency_id).named(key)
    if one is None:
        raise NotHere("plans.PlanTemplate")
    return one


@require_http_methods(["GET", "HEAD", "POST"])
def starting(request: Request, client: UUID) -> HttpResponse:
    """A draft of this client's behavior plan begins from a template that somebody chooses."""
    consider(actions.skeleton, by=request.actor, on=client)
    shelf = queries.library(by=request.actor, on=request.actor.agency_id)
    context = frame(request, client, "plans") | {"age": banner(client).age, "faults": ()}
    chosen = _among(request.GET.get("template", ""), [one.key for one in shelf.templates])
    form = StartForm(
        request.POST if request.method == "POST" else None, templates=_choices(shelf.templates),
        initial={"template": chosen or next(iter(_fitting(shelf.templates, context["age"])), "")},
    )  # fmt: skip
    if form.is_valid():
        try:
            kept = actions.skeleton(
                by=request.actor, on=client, template=form.cleaned_data["template"], opened_for=opened_for(request)
            )
            return HttpResponseRedirect(reverse("plans.section", args=[kept.pk, "part-why"]), status=303)
        except Unacceptable as no:
            faults_into(form, no)
    status = 422 if form.errors else 200
    return TemplateResponse(request, "plans/starting.html", context | {"form": form}, status=status)


def _choices(templates: tuple[PlanTemplate, ...]) -> list[tuple[str, str]]:
    said = ((one, say("plans.library.name", **_words(one))) for one in templates)
    return [(one.key, f"{one.name} ({words})" if one.own else words) for one, words in said]


def _words(one: PlanTemplate) -> dict[str, str]:
    return {"function": say(f"plans.function.{one.function}"), "band": say(f"plans.band.{one.band}")}


def _fitting(templates: tuple[PlanTemplate, ...], age: int | None) -> list[str]:
    band = band_of(age)
    return [one.key for one in templates if one.band == band]


def _by_age(found: list[PlanTemplate], function: str, bands: tuple[str, ...]) -> list[PlanTemplate]:
    return sorted((one for one in found if one.function == function), key=lambda one: bands.index(one.band))


def _among(typed: str, of: Any) -> str:
    """What was typed, where it is one of these; else nothing."""
    return typed if typed in of else ""
