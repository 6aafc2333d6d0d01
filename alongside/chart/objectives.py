"""The page of one objective, and what is decided on it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_POST, require_safe

from alongside.chart import queries
from alongside.foundation.doing import consider
from alongside.foundation.errors import Unacceptable
from alongside.foundation.webkit.fields import faults_into
from alongside.outcomes import actions
from alongside.outcomes.forms import DecisionForm


@require_safe
def objective(request: HttpRequest, id: UUID) -> HttpResponse:
    return _page(request, id)


@require_POST
def decide(request: HttpRequest, id: UUID) -> HttpResponse:
    """Kept for good; what cannot be kept stands again as it was typed."""
    consider(actions.decide, by=request.actor, on=id)  # type: ignore[attr-defined]
    form = DecisionForm(request.POST)
    if form.is_valid():
        try:
            actions.decide(by=request.actor, on=id, **form.cleaned_data, opened_for=request.POST.get("client"))  # type: ignore[attr-defined]
            return HttpResponseRedirect(f"/objectives/{id}/#decided", status=303)
        except Unacceptable as no:
            faults_into(form, no)
    return _page(request, id, form=form, status=422)


def _page(request: HttpRequest, id: UUID, form: DecisionForm | None = None, status: int = 200) -> HttpResponse:
    calendar = request.GET.get("axis") == "calendar"
    page = queries.objective(by=request.actor, on=id, calendar=calendar)  # type: ignore[attr-defined]
    context = {
        "here": "clients", "here_tab": "behavior", "banner": page.banner, "client": page.banner, "page": page,
        "calendar": calendar, "form": form or DecisionForm(initial={"seen": page.seen}),
    }  # fmt: skip
    return TemplateResponse(request, "chart/objective.html", context, status=status)
