"""What is done about signed answers: looked after, corrected, said not to count."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from alongside.foundation.doing import consider
from alongside.foundation.errors import Unacceptable
from alongside.foundation.webkit.fields import faults_into
from alongside.foundation.webkit.request import Request
from alongside.instruments import actions, queries
from alongside.instruments.forms import DoneForm, ReasonForm
from alongside.instruments.lookups import answering_of_alarm
from alongside.instruments.views import reading
from alongside.instruments.views.frame import opened_for


@require_POST
def look_after(request: Request, id: UUID) -> HttpResponse:
    """What was done about what an answer opened."""
    consider(actions.look_after, by=request.actor, on=id)
    form, answering = DoneForm(request.POST), answering_of_alarm(id)
    if form.is_valid():
        try:
            actions.look_after(by=request.actor, on=id, opened_for=opened_for(request), **form.cleaned_data)
            return _to(answering)
        except Unacceptable as no:
            faults_into(form, no)
    return reading.page(request, queries.read(by=request.actor, on=answering), done=form, status=422)


@require_POST
def correct(request: Request, id: UUID) -> HttpResponse:
    """Take up what was signed: the form again, with the answers in it."""
    actions.correct(by=request.actor, on=id, opened_for=opened_for(request))
    return _to(id)


@require_POST
def void(request: Request, id: UUID) -> HttpResponse:
    """It does not count, and why."""
    consider(actions.void, by=request.actor, on=id)
    form = ReasonForm(request.POST)
    if form.is_valid():
        try:
            actions.void(by=request.actor, on=id, opened_for=opened_for(request), **form.cleaned_data)
            return _to(id)
        except Unacceptable as no:
            faults_into(form, no)
    return reading.page(request, queries.read(by=request.actor, on=id), gone=form, status=422)


def _to(id: UUID) -> HttpResponse:
    return HttpResponseRedirect(reverse("answers", args=[id]), status=303)
