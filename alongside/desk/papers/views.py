"""Three lists of notes that wait, each the soonest due first."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from alongside.foundation.messages import say
from alongside.notes import queries
from alongside.notes.queries.lists import Waitings


@require_safe
def to_sign(request: HttpRequest) -> HttpResponse:
    """Drafts of one's own."""
    return _page(request, "to_sign", queries.to_sign, "")


@require_safe
def to_cosign(request: HttpRequest) -> HttpResponse:
    """Notes that wait for one's co-signature."""
    return _page(request, "to_cosign", queries.to_cosign, "cosign/")


@require_safe
def returned(request: HttpRequest) -> HttpResponse:
    """Notes of one's own that came back."""
    return _page(request, "returned", queries.returned, "")


def _page(request: HttpRequest, key: str, ask: Callable[..., Waitings], way: str) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    lists = [(k, say(f"desk.papers.{k}.tab"), f"/{k.replace('_', '-')}/") for k in LISTS if actor.may(f"notes.{k}")]
    context = {
        "waiting": ask(by=actor, on=actor.staff_id), "key": key, "way": way, "lists": lists,
        "here": "cosign" if key == "to_cosign" else "notes",
        "page_title": say(f"desk.papers.{key}.title"), "empty_title": say(f"desk.papers.{key}.empty"),
        "empty_text": say(f"desk.papers.{key}.empty_text"),
    }  # fmt: skip
    return TemplateResponse(request, "desk/papers/list.html", context)


LISTS = ("to_sign", "to_cosign", "returned")
