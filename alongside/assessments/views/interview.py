"""Beginning the function interview."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from alongside.assessments import actions
from alongside.assessments.forms import InterviewForm
from alongside.assessments.views.frame import frame, opened_for
from alongside.foundation.doing import consider
from alongside.foundation.errors import Unacceptable
from alongside.foundation.webkit.fields import faults_into


@require_http_methods(["GET", "HEAD", "POST"])
def interview(request: HttpRequest, client: UUID) -> HttpResponse:
    """With whom; the questions follow on the page of answers."""
    consider(actions.interview, by=request.actor, on=client)  # type: ignore[attr-defined]
    form = InterviewForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            made = actions.interview(by=request.actor, on=client, **form.cleaned_data, opened_for=opened_for(request))  # type: ignore[attr-defined]
            return HttpResponseRedirect(reverse("answers", args=[made.pk]), status=303)
        except Unacceptable as no:
            faults_into(form, no)
    status = 422 if form.errors else 200
    return TemplateResponse(request, "assessments/interviewing.html", frame(client) | {"form": form}, status=status)
