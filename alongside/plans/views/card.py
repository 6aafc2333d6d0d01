"""The plan card, on the phone of somebody beside the client."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from alongside.foundation.messages import say
from alongside.plans import actions, queries
from alongside.plans.queries.shapes import CardShown
from alongside.plans.rules import texts
from alongside.plans.views.frame import frame, opened_for

SIGNS = 3


@require_safe
def card(request: HttpRequest, client: UUID) -> HttpResponse:
    shown = queries.card(by=request.actor, on=client)
    asked = request.GET.get("stage", "")
    context = frame(request, client, "plan_card") | {
        "shown": shown,
        "stages": _stages(shown) if shown else [],
        "open": texts.STAGES.index(asked) + 1 if asked in texts.STAGES else 0,
        "page_title": say("plans.card.title"),
    }
    return TemplateResponse(request, "plans/card.html", context)


@require_POST
def readings(request: HttpRequest, version: UUID) -> HttpResponse:
    reading = actions.acknowledge(by=request.actor, on=version, opened_for=opened_for(request))
    return HttpResponseRedirect(reverse("plans.plan_card", args=[reading.client_id]), status=303)


def _stages(shown: CardShown) -> list[dict[str, Any]]:
    """The stages as the kit draws them, in their order; one without lines is not drawn."""
    return [
        {
            "stage": texts.STAGES.index(this.stage) + 1,
            "title": say(f"plans.stage.{this.stage}"),
            "signs": " · ".join(this.look[:SIGNS]),
            "seen": this.look,
            "do": _lines(shown, this.stage, "do", this.do),
            "dont": _lines(shown, this.stage, "dont", this.dont),
            "says": "".join(this.say),
            "says_how": say("plans.card.says_how") if this.say else "",
        }
        for this in shown.stages
    ]


def _lines(shown: CardShown, stage: str, kind: str, lines: tuple[str, ...]) -> list[dict[str, Any]]:
    return [{"text": text, "new": (stage, kind, text) in shown.new} for text in lines]
