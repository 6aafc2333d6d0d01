"""The library of techniques, and the techniques and tokens of one client."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.foundation.doing import consider
from alongside.foundation.errors import NotHere, Unacceptable
from alongside.foundation.webkit.fields import faults_into
from alongside.skills import actions, queries
from alongside.skills.forms.techniques import ChooseForm
from alongside.skills.views.frame import frame, opened_for


@require_safe
def library(request: HttpRequest) -> HttpResponse:
    """All techniques, or those for an age."""
    typed = request.GET.get("age", "")
    age = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 4 else None
    shelves = queries.shelf(by=request.actor, on=request.actor.agency_id, age=age)
    context = {"shelves": shelves, "age": age, "here": "techniques"}
    return TemplateResponse(request, "skills/library.html", context)


@require_safe
def technique(request: HttpRequest, family: str, name: str) -> HttpResponse:
    """One technique: what for, steps, what to watch for, when not."""
    shelves = queries.shelf(by=request.actor, on=request.actor.agency_id)
    found = next((one for _, some in shelves for one in some if one.key == f"{family}/{name}"), None)
    if found is None:
        raise NotHere("skills.Technique")
    return TemplateResponse(request, "skills/technique.html", {"one": found, "here": "techniques"})


@require_safe
def reading(request: HttpRequest) -> HttpResponse:
    """What to read of every technique, and what changed in it last."""
    shelves = queries.shelf(by=request.actor, on=request.actor.agency_id)
    return TemplateResponse(request, "skills/reading.html", {"here": "techniques", "shelves": shelves})


@require_safe
def of_client(request: HttpRequest, client: UUID) -> HttpResponse:
    return _shown(request, queries.techniques(by=request.actor, on=client))


@require_http_methods(["GET", "HEAD", "POST"])
def choosing(request: HttpRequest, client: UUID) -> HttpResponse:
    """A technique is taught to this client from now on."""
    consider(actions.choose, by=request.actor, on=client)
    found = queries.techniques(by=request.actor, on=client)
    data = request.POST if request.method == "POST" else None
    form = ChooseForm(data, programs=list(found.programs), initial={"technique": request.GET.get("technique", "")})
    if form.is_valid():
        kept = form.cleaned_data
        try:
            actions.choose(
                by=request.actor, on=client, technique=kept["technique"], words=kept["words"],
                program_id=UUID(kept["program"]) if kept["program"] else None, opened_for=opened_for(request),
            )  # fmt: skip
            return _back(client)
        except Unacceptable as no:
            faults_into(form, no)
    return _shown(request, found, form=form, status=422 if form.errors else 200)


@require_POST
def putting_back(request: HttpRequest, client: UUID, chosen: UUID) -> HttpResponse:
    """A technique of this page is taught no more."""
    if chosen not in {one.id for one in queries.techniques(by=request.actor, on=client).chosen}:
        raise NotHere("skills.Chosen")
    actions.put_back(by=request.actor, on=chosen, opened_for=opened_for(request))
    return _back(client)


@require_safe
def tokens(request: HttpRequest, client: UUID) -> HttpResponse:
    """What was earned, exchanged and chosen."""
    found = queries.tokens(by=request.actor, on=client)
    context = frame(request, client, "tokens") | {
        "shown": found,
        "choices": [(found.names.get(one.reinforcer, ""), one) for one in found.choices],
        "hints": [(found.names.get(one.reinforcer, ""), one.code) for one in found.hints],
        "thinner": [(found.names.get(one.target, ""), one) for one in found.thinner],
        "most": max([one.times for one in found.choices], default=0),
    }  # fmt: skip
    return TemplateResponse(request, "skills/tokens.html", context)


def _shown(
    request: HttpRequest, found: queries.TechniquesShown, *, form: ChooseForm | None = None, status: int = 200
) -> HttpResponse:
    context = frame(request, found.client_id, "techniques") | {"shown": found, "form": form}
    return TemplateResponse(request, "skills/techniques.html", context, status=status)


def _back(client: UUID) -> HttpResponse:
    return HttpResponseRedirect(reverse("skills.techniques", args=[client]), status=303)
