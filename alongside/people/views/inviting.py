"""A link for a member of staff: for a new colleague, or after a lost phone. It is shown once, to hand over."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from alongside.accounts.forms import Invite
from alongside.foundation.doing import consider
from alongside.foundation.errors import Unacceptable
from alongside.foundation.webkit.fields import faults_into
from alongside.workforce import actions
from alongside.workforce import queries as workforce


def invite(request: HttpRequest, id: UUID) -> HttpResponse:
    by: Any = request.actor  # type: ignore[attr-defined]
    consider(actions.invite, by=by, on=id)
    page = workforce.see(by=by, on=id)
    form = Invite(request.POST if request.method == "POST" else None, known=page.seats > 0)
    context: dict[str, Any] = {"form": form, "staff": page, "known": page.seats > 0, "here": "staff"}
    if request.method == "POST" and form.is_valid():
        try:
            invited = actions.invite(by=by, on=id, email=form.cleaned_data.get("email", ""))
            context |= {"link": request.build_absolute_uri(invited.path), "ends_at": invited.ends_at}
            return TemplateResponse(request, "people/invited.html", context)
        except Unacceptable as no:
            faults_into(form, no)
    return TemplateResponse(request, "people/invite.html", context, status=422 if form.errors else 200)
