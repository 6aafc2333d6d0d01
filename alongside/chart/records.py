"""Chosen documents of one client in one paper with a table of contents, for somebody who asks for the record."""

from collections.abc import Sequence
from functools import partial
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from alongside import printing
from alongside.agencies import letterhead
from alongside.chart import printed, queries
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.messages import say
from alongside.foundation.policy import Actor
from alongside.foundation.webkit.fields import Choices, said
from alongside.foundation.webkit.late import PdfResponse
from alongside.people.banner import Banner

MOST = 25  # documents of one paper: a longer record is printed in pieces


class RecordsForm(forms.Form):
    """Which documents."""

    def __init__(self, *args: Any, papers: Sequence[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["papers"] = Choices(papers, label=said("chart.records.choose"))


@require_http_methods(["GET", "HEAD", "POST"])
def records(request: HttpRequest, client: UUID) -> HttpResponse:
    """Choose documents; POST gives them as one PDF. Each is asked for and written down by itself."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    found = queries.records(by=actor, on=client)
    if request.POST.get("client", str(client)) != str(client):
        raise Unacceptable(Fault("foundation.fault.other_client"))
    papers = [(one.key, f"{say(f'chart.records.{one.kind}')}: {one.title}") for one in found.papers]
    form = RecordsForm(request.POST if request.method == "POST" else None, papers=papers)
    faults: tuple[Fault, ...] = ()
    if form.is_valid():
        chosen = form.cleaned_data["papers"]
        if len(chosen) <= MOST:
            return _printed(request, actor, found.banner, chosen)
        faults = (Fault("chart.records.too_many", "papers", {"most": MOST}),)
    context = {"banner": found.banner, "here": "clients", "here_tab": "overview", "form": form, "faults": faults}
    status = 422 if form.errors or faults else 200
    return TemplateResponse(request, "chart/records.html", context | {"client_id": client}, status=status)


def _printed(request: HttpRequest, actor: Actor, banner: Banner, chosen: Sequence[str]) -> HttpResponse:
    parts = [part for key in chosen for part in printed.parts(actor, banner, key)]
    whole = letterhead.paper(by=actor, title=say("chart.records.title"), parts=parts, contents=True)
    return PdfResponse(request, partial(printing.pdf, whole), name="records")
