"""Writing a draft: one section beside the list of all."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from alongside.foundation.errors import Fault, NotHere, Unacceptable
from alongside.foundation.webkit.fields import faults_into
from alongside.plans import actions, known, queries, telling
from alongside.plans.forms import form_of
from alongside.plans.queries.shapes import DraftShown
from alongside.plans.rules import basis, texts
from alongside.plans.views.frame import frame, opened_for

CHANGED = "plans.fault.changed"


@dataclass(frozen=True)
class Entry:
    """A section in the list beside the form. `missing`: how many things are missing there."""

    place: str
    title: str
    missing: int
    is_written: bool


@require_http_methods(["GET", "HEAD", "POST"])
def section(request: HttpRequest, version: UUID, place: str) -> HttpResponse:
    draft = queries.draft(by=request.actor, on=version)
    if place not in {entry.place for entry in entries(draft)}:
        raise NotHere(place)
    form = form_of(place, draft, request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return _page(request, draft, place, form)
    faults: tuple[Fault, ...] = ()
    if form.is_valid():
        try:
            kept = actions.write(
                by=request.actor, on=version, section=form.section(), base=request.POST.get("base", ""),
                opened_for=opened_for(request),
            )  # fmt: skip
            return HttpResponseRedirect(f"{_address(version, kept.place)}?saved=1", status=303)
        except Unacceptable as no:
            faults = _beside_fields(form, no)
            draft = queries.draft(by=request.actor, on=version)
    return _page(request, draft, place, form, faults, status=422)


@require_POST
def removal(request: HttpRequest, version: UUID, place: str) -> HttpResponse:
    actions.remove(
        by=request.actor, on=version, place=place, base=request.POST.get("base", ""), opened_for=opened_for(request)
    )
    return HttpResponseRedirect(_address(version, "about"), status=303)


def _beside_fields(form: Any, no: Unacceptable) -> tuple[Fault, ...]:
    """Faults of fields go beside them; what concerns the whole section stays at the top."""
    whole = tuple(fault for fault in no.faults if _name_in(form, fault) is None)
    own = [Fault(f.code, _name_in(form, f) or "", f.values, f.place) for f in no.faults if _name_in(form, f)]
    faults_into(form, Unacceptable(own))
    return whole


def _name_in(form: Any, fault: Fault) -> str | None:
    """The form's field of a fault; settings stand there with a prefix."""
    return next((name for name in (fault.field, f"setting-{fault.field}") if name in form.fields), None)


def _page(
    request: HttpRequest, draft: DraftShown, place: str, form: Any, faults: tuple[Fault, ...] = (), status: int = 200
) -> HttpResponse:
    """`theirs`: what another has saved there since; saving again then goes over what was seen."""
    version, there = draft.version, draft.version.whole.at(place)
    changed = any(fault.code == CHANGED for fault in faults)
    context = frame(request, version.row.client_id) | {
        "draft": draft,
        "version": version,
        "place": place,
        "title": telling.title(place, telling.name_of(there) if there else ""),
        "entries": entries(draft),
        "missing_here": [fault for fault in draft.missing if at(fault.place) == place],
        "form": form,
        "faults": faults,
        "theirs": telling.told(there, version.names, version.units) if changed else (),
        "changed": changed,
        "base": basis(there) if changed or request.method != "POST" else request.POST.get("base", ""),
        "now": basis(there),
        "saved": request.GET.get("saved") == "1",
        "removable": isinstance(there, texts.Goal | texts.Target | texts.Restriction),
    }
    return TemplateResponse(request, "plans/section.html", context, status=status)


def entries(draft: DraftShown) -> list[Entry]:
    """Every section of a draft, in reading order, with room for a new goal and a new target."""
    whole = draft.version.whole
    written = {part.key for part in whole.parts if part.text}
    asked = written | set(known.asked_parts(whole.kind))
    places = ["about", *(f"part-{key}" for key in known.part_keys(whole.kind) if key in asked)]
    places += [*(goal.place for goal in whole.goals), "goal-new"]
    places += [*(target.place for target in whole.targets), "target-new", "strategies", "crisis"]
    if whole.kind == "treatment":
        places.append("interventions")
    if whole.kind == "behaviour":
        places += [*(this.place for this in whole.restrictions), "restriction-new"]
        places += [f"card-{stage}" for stage in texts.STAGES]
    return [_entry(place, draft) for place in places]


def _entry(place: str, draft: DraftShown) -> Entry:
    section = draft.version.whole.at(place)
    title = telling.title(place, telling.name_of(section) if section else "")
    return Entry(place, title, sum(at(f.place) == place for f in draft.missing), section is not None)


def at(place: str) -> str:
    """Where a fault is put right: what is missing altogether is added as new."""
    return {"goals": "goal-new", "targets": "target-new"}.get(place, place)


def _address(version: UUID, place: str) -> str:
    return reverse("plans.section", args=[version, place])
