"""Pages of intake: referrals, one of them, and a client's way in, step by step."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.agencies.queries import programmes
from alongside.foundation.doing import consider
from alongside.foundation.errors import NotHere
from alongside.foundation.messages import say
from alongside.foundation.moments import today
from alongside.foundation.policy import Capacity, ask
from alongside.foundation.webkit.request import Request
from alongside.intake import actions, queries
from alongside.intake.forms import Begin, BeginFor, Close, Draw, Refer
from alongside.intake.frame import after, around, asked, home_of, opened_for, posted, with_intake
from alongside.workforce.queries import directory


@require_GET
def referrals(request: Request) -> HttpResponse:
    """Who was referred, the most urgent first."""
    by = request.actor
    context = {"lines": queries.referrals(by=by, on=by.agency_id), "may": by.may("intake.refer"), "here": "intake"}
    return TemplateResponse(request, "intake/referrals.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def refer(request: Request) -> HttpResponse:
    by = request.actor
    consider(actions.refer, by=by, on=by.agency_id)
    form = Refer(posted(request), initial={"received_on": today(by.zone), "urgency": "routine"})
    act = lambda said: reverse("intake.referral", args=[actions.refer(by=by, on=by.agency_id, **said).pk])  # noqa: E731
    return asked(request, "refer", form, act, back=reverse("intake.referrals"))


@require_GET
def referral(request: Request, id: UUID) -> HttpResponse:
    by = request.actor
    it = queries.referral(by=by, on=id)
    context = {
        "it": it, "may_begin": it.state == "open" and by.may("intake.begin"),
        "may_close": it.state == "open" and by.may("intake.close"), "here": "intake",
    }  # fmt: skip
    return TemplateResponse(request, "intake/referral.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: Request, id: UUID) -> HttpResponse:
    """Take somebody in."""
    by = request.actor
    consider(actions.begin, by=by, on=id)
    it = queries.referral(by=by, on=id)
    form = Begin(posted(request), initial={"began_on": today(by.zone)})
    form.fields["programme"].choices = [  # type: ignore[attr-defined]
        (str(one.id), one.name) for one in programmes(by=by, on=by.agency_id) if one.ended_on is None
    ]
    form.fields["lead"].choices = _staff(request)  # type: ignore[attr-defined]

    def act(said: dict[str, Any]) -> str:
        made = actions.begin(by=by, on=id, **said)
        may = isinstance(ask(by, "intake.see", made.client), Capacity)
        return reverse("intake", args=[made.client_id]) if may else reverse("intake.referral", args=[id])

    return asked(request, "begin", form, act, back=reverse("intake.referral", args=[id]), name=it.name)


@require_http_methods(["GET", "HEAD", "POST"])
def close(request: Request, id: UUID) -> HttpResponse:
    by = request.actor
    consider(actions.close, by=by, on=id)
    it = queries.referral(by=by, on=id)
    back = reverse("intake.referral", args=[id])
    act = lambda said: after(actions.close(by=by, on=id, **said), back)  # noqa: E731
    return asked(request, "close", Close(posted(request)), act, back=back, name=it.name)


@require_GET
def intake(request: Request, client: UUID) -> HttpResponse:
    """Where it stands, and what comes next."""
    by = request.actor
    it = queries.see(by=by, on=client)
    newest = it.summaries[0] if it.summaries else None
    mine = newest is not None and any(one.staff == by.staff_id for one in newest.unseen)
    context = around(it) | {"newest": newest, "older": it.summaries[1:], "mine": mine, **_may(request)}
    context["new_facts"] = sum(fact.is_new for fact in it.facts)
    return TemplateResponse(request, "intake/intake.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def begin_for(request: Request, client: UUID) -> HttpResponse:
    """Begin one with somebody who is a client already."""
    by = request.actor
    consider(actions.begin_for, by=by, on=client)
    it = queries.see(by=by, on=client)
    form = BeginFor(posted(request), initial={"began_on": today(by.zone), "lead": str(by.staff_id)})
    form.fields["lead"].choices = _staff(request)  # type: ignore[attr-defined]
    opened, home = opened_for(request), home_of(client)
    act = lambda said: after(actions.begin_for(by=by, on=client, opened_for=opened, **said), home)  # noqa: E731
    return asked(request, "begin_for", form, act, back=home, it=it)


@require_POST
def observe(request: Request, client: UUID) -> HttpResponse:
    """Begin the observation, or go on with it."""
    by = request.actor
    it = queries.see(by=by, on=client)
    if it.intake is None:
        raise NotHere("intake.Intake")
    made = actions.observe(by=by, on=it.intake, opened_for=opened_for(request))
    return HttpResponseRedirect(reverse("answers", args=[made.answering_id]), status=303)


@require_http_methods(["GET", "HEAD", "POST"])
def draw(request: Request, client: UUID) -> HttpResponse:
    """What was said, beside what the record says: chosen facts go into it."""
    by = request.actor
    it = with_intake(request, client)
    consider(actions.draw, by=by, on=it.intake)
    new = [fact for fact in it.facts if fact.is_new]
    form = Draw(posted(request), initial={"names": [fact.name for fact in new]})
    choices = [(fact.name, say(f"intake.fact.{fact.name}")) for fact in new]
    form.fields["names"].choices = choices  # type: ignore[attr-defined]
    opened, home = opened_for(request), home_of(client)
    act = lambda said: after(actions.draw(by=by, on=it.intake, opened_for=opened, **said), home)  # noqa: E731
    return asked(request, "draw", form, act, back=home_of(client), it=it, facts=new)


def _may(request: Request) -> dict[str, bool]:
    """Which of the next steps the reader may take."""
    by = request.actor
    acts = ("begin_for", "observe", "draw", "summarize")
    return {f"may_{name}": by.may(f"intake.{name}") for name in acts} | {
        "may_ask": by.may("instruments.ask_set"),
        "may_consent": by.may("consents.record"),
    }


def _staff(request: Request) -> list[tuple[str, str]]:
    by = request.actor
    return [(str(one.id), one.name) for one in directory(by=by, on=by.agency_id) if one.ended_on is None]
