"""Templates of an agency's own: begun from another, written section by section, agreed to, retired; and used."""

import unicodedata
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.foundation.doing import consider
from alongside.foundation.errors import Fault, NotHere, Unacceptable
from alongside.foundation.webkit.fields import faults_into
from alongside.foundation.webkit.request import Request
from alongside.plans import actions, own_words, queries
from alongside.plans.forms.own_templates import AgreeForm, DeriveForm, RetireForm, own_form
from alongside.plans.rules import own_templates as rules
from alongside.plans.rules.templates import basis_of
from alongside.plans.views import library

MOST = 30  # clients on the page


@require_safe
def use(request: Request, key: str) -> HttpResponse:
    """For whom a draft begins from this template: one's own clients, by name or number."""
    one = library.found(request, key)
    typed = request.GET.get("q", "")[:80]
    lines = queries.use_template(by=request.actor, on=request.actor.staff_id)
    fits = [line for line in lines if _fits(typed, f"{line.given} {line.family} {line.identifier}")]
    context = {
        "here": "plan_templates", "one": one, "typed": typed, "clients": fits[:MOST], "any": bool(lines),
        "more": max(0, len(fits) - MOST),
    }  # fmt: skip
    return TemplateResponse(request, "plans/use_template.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def derive(request: Request, key: str) -> HttpResponse:
    """An edition of the agency's own begins: under a name, or as the next one of a template of its own."""
    consider(actions.derive_template, by=request.actor, on=request.actor.agency_id)
    one = library.found(request, key)
    form = DeriveForm(request.POST if request.method == "POST" else None, initial={"name": ""})
    if request.method == "POST" and (one.own or form.is_valid()):
        try:
            name = "" if one.own else form.cleaned_data["name"]
            made = actions.derive_template(by=request.actor, on=request.actor.agency_id, key=key, name=name)
            return HttpResponseRedirect(reverse("plans.own_template", args=[made.pk]), status=303)
        except Unacceptable as no:
            if one.own:
                raise
            faults_into(form, no)
    context = {"here": "plan_templates", "one": one, "form": form, "faults": ()}
    return TemplateResponse(request, "plans/derive_template.html", context, status=422 if form.errors else 200)


@require_safe
def edition(request: Request, edition: UUID) -> HttpResponse:
    """An edition beside what it began as, with what somebody has to do next."""
    return _edition(request, edition)


@require_http_methods(["GET", "HEAD", "POST"])
def section(request: Request, edition: UUID, place: str) -> HttpResponse:
    """One section of an edition that nobody decided on yet."""
    consider(actions.word_template, by=request.actor, on=edition)
    shown = queries.template_at_work(by=request.actor, on=edition)
    there = rules.at(shown.one, place)
    if there is None:
        raise NotHere(place)
    form = own_form(there, request.POST if request.method == "POST" else None)
    base, changed, faults = basis_of(there), False, ()
    if form.is_valid():
        try:
            base = request.POST.get("base", "")[:16]
            actions.word_template(by=request.actor, on=edition, section=form.section(), base=base)
            return HttpResponseRedirect(f"{reverse('plans.own_template', args=[edition])}#{place}", status=303)
        except Unacceptable as no:
            changed, faults = any(fault.code == "plans.fault.changed" for fault in no.faults), _beside(form, no)
    context = {
        "here": "plan_templates", "shown": shown, "place": place, "title": own_words.title(place), "form": form,
        "faults": faults, "changed": changed, "base": basis_of(there) if changed else base,
        "theirs": own_words.told(there) if changed else (),
    }  # fmt: skip
    status = 422 if form.errors or faults else 200
    return TemplateResponse(request, "plans/own_section.html", context, status=status)


@require_POST
def agreement(request: Request, edition: UUID) -> HttpResponse:
    """The second clinician agrees to the text that was on the screen."""
    form = AgreeForm(request.POST)
    if form.is_valid():
        try:
            base = request.POST.get("base", "")[:16]
            actions.agree_template(by=request.actor, on=edition, base=base, **form.cleaned_data)
            return HttpResponseRedirect(reverse("plans.own_template", args=[edition]), status=303)
        except Unacceptable as no:
            return _edition(request, edition, agree=form, faults=no.faults, status=422)
    return _edition(request, edition, agree=form, status=422)


@require_POST
def retirement(request: Request, edition: UUID) -> HttpResponse:
    """An edition is used no more, or given up."""
    consider(actions.retire_template, by=request.actor, on=edition)
    form = RetireForm(request.POST)
    if form.is_valid():
        try:
            actions.retire_template(by=request.actor, on=edition, **form.cleaned_data)
            return HttpResponseRedirect(reverse("plans.own_template", args=[edition]), status=303)
        except Unacceptable as no:
            faults_into(form, no)
    return _edition(request, edition, retire=form, status=422)


def _edition(
    request: Request, edition: UUID, *, agree: Any = None, retire: Any = None, faults: Any = (), status: int = 200
) -> HttpResponse:
    shown = queries.template_at_work(by=request.actor, on=edition)
    pairs = own_words.side_by_side(shown.base, shown.one)
    context = {
        "here": "plan_templates", "shown": shown, "pairs": pairs, "faults": faults,
        "changed": [pair for pair in pairs if pair.changed], "same": [pair for pair in pairs if not pair.changed],
        "lacking": [(place, own_words.title(place)) for place in shown.lacking],
        "agree": agree or AgreeForm(), "retire": retire or RetireForm(), "form": agree or retire,
    }  # fmt: skip
    return TemplateResponse(request, "plans/own_template.html", context, status=status)


def _beside(form: Any, no: Unacceptable) -> tuple[Any, ...]:
    """Faults of fields go beside them, a name in braces wherever it was typed; what concerns all stays at the top."""
    fields = [_fields_of(form, fault) for fault in no.faults]
    pairs = list(zip(no.faults, fields, strict=True))
    faults_into(form, Unacceptable([replace(fault, field=name) for fault, names in pairs for name in names]))
    return tuple(fault for fault, names in pairs if not names)


def _fields_of(form: Any, fault: Fault) -> list[str]:
    """The form's fields that a fault is about."""
    if fault.code != "plans.fault.no_such_gap":
        return [fault.field] if fault.field in form.fields else []
    gap = f"{{{fault.values['gap']}}}"
    return [name for name, said in form.cleaned_data.items() if any(gap in text for text in _texts(said))]


def _texts(said: Any) -> tuple[str, ...]:
    return said if isinstance(said, tuple) else (str(said),)


def _fits(typed: str, words: str) -> bool:
    """Whether every word that was typed begins one of these; letters count without their accents."""
    plain = _plain(words).split()
    return all(any(word.startswith(part) for word in plain) for part in _plain(typed).split())


def _plain(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))
