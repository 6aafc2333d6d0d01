"""Beginning a plan, drafting, publishing and ending: each a resource that is posted to."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.messages import say
from alongside.plans import actions, queries, telling
from alongside.plans.forms import EndForm, KindForm
from alongside.plans.queries.shapes import Review
from alongside.plans.views.drafting import at
from alongside.plans.views.frame import frame, opened_for


@require_POST
def beginning(request: HttpRequest, client: UUID) -> HttpResponse:
    form = KindForm(request.POST)
    if not form.is_valid():
        raise Unacceptable(Fault("plans.fault.choice", "kind"))
    version = actions.begin(by=request.actor, on=client, kind=form.cleaned_data["kind"], opened_for=opened_for(request))
    return HttpResponseRedirect(reverse("plans.section", args=[version.pk, "about"]), status=303)


@require_POST
def drafts(request: HttpRequest, plan: UUID) -> HttpResponse:
    version = actions.draft(by=request.actor, on=plan, opened_for=opened_for(request))
    return HttpResponseRedirect(reverse("plans.section", args=[version.pk, "about"]), status=303)


@require_http_methods(["GET", "HEAD", "POST"])
def publication(request: HttpRequest, version: UUID) -> HttpResponse:
    faults: tuple[Fault, ...] = ()
    if request.method == "POST":
        try:
            done = actions.publish(
                by=request.actor, on=version, base=request.POST.get("base", ""), opened_for=opened_for(request)
            )
            return HttpResponseRedirect(reverse("plans.plans", args=[done.client_id]), status=303)
        except Unacceptable as no:
            faults = no.faults
    review = queries.review(by=request.actor, on=version)
    context = frame(request, review.version.row.client_id) | {
        "review": review, "version": review.version, "checks": _checks(review),
        "faults": [f for f in faults if not f.place],
    }  # fmt: skip
    return TemplateResponse(request, "plans/publication.html", context, status=422 if faults else 200)


@require_POST
def ending(request: HttpRequest, version: UUID) -> HttpResponse:
    form = EndForm(request.POST)
    if not form.is_valid():
        raise Unacceptable(Fault("plans.fault.needed", "because"))
    ended = actions.end(
        by=request.actor, on=version, because=form.cleaned_data["because"], opened_for=opened_for(request)
    )
    return HttpResponseRedirect(reverse("plans.plans", args=[ended.client_id]), status=303)


def _checks(review: Review) -> list[dict[str, str]]:
    """Every fault with the section it belongs to, and the way there."""
    whole, row = review.version.whole, review.version.row
    return [
        {
            "state": "todo",
            "text": telling.title(at(f.place), telling.name_of(there) if (there := whole.at(f.place)) else ""),
            "why": say(f.code, **f.values),
            "url": reverse("plans.section", args=[row.id, at(f.place)]),
            "label": say("plans.review.go"),
        }
        for f in review.missing
    ]
