"""Pages of forms: the list, bringing one in, one form, one edition, a derived one, two beside each other, the file."""

from functools import partial
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside import printing
from alongside.agencies import letterhead
from alongside.documents import actions, queries, sheets
from alongside.documents.examining import examined
from alongside.documents.forms import EDITED, About, Derive, Retire, Save, Upload, packed
from alongside.documents.showing import shown, told
from alongside.foundation.doing import consider
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.webkit.fields import faults_into
from alongside.foundation.webkit.late import PdfResponse
from alongside.foundation.webkit.request import Request


@require_GET
def forms(request: Request) -> HttpResponse:
    """Every form, with its state."""
    by = request.actor
    found = queries.forms(by=by, on=by.agency_id)
    context = {"forms": found, "may": by.may("documents.bring_in"), "here": "forms"}
    return TemplateResponse(request, "documents/forms.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def bring_in(request: Request) -> HttpResponse:
    """A file is shown before anything is saved; then it is saved."""
    by = request.actor
    consider(actions.bring_in, by=by, on=by.agency_id)
    if "packed" in request.POST:
        return _save(request)
    form = Upload(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if form.is_valid():
        file = form.cleaned_data["file"]
        file.seek(0)  # it was read before where the Door came a second time
        body = file.read()
        try:
            return _preview(request, body, Save(initial={"packed": packed(body), "file_name": file.name[:200]}))
        except Unacceptable as no:
            faults_into(form, no)
    status = 422 if form.errors else 200
    return TemplateResponse(request, "documents/bring_in.html", {"form": form, "here": "forms"}, status=status)


def _save(request: Request) -> HttpResponse:
    by, form = request.actor, Save(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        try:
            made = actions.bring_in(
                by=by, on=by.agency_id, body=said["packed"], file_name=said["file_name"], kind=said["kind"]
            )
            return HttpResponseRedirect(reverse("documents.edition", args=[made.pk]), status=303)
        except Unacceptable as no:
            faults_into(form, no)
    if body := form.cleaned_data.get("packed"):
        try:
            return _preview(request, body, form, status=422)
        except Unacceptable as no:
            faults_into(form, no)
    context = {"form": Upload(), "faults": (Fault("documents.fault.no_file"),), "here": "forms"}
    return TemplateResponse(request, "documents/bring_in.html", context, status=422)


def _preview(request: Request, body: bytes, form: Save, status: int = 200) -> HttpResponse:
    """Raises Unacceptable (file)."""
    found = examined(body)
    context = {
        "asked": found.asked, "items": shown(found.asked), "blocking": told(found.blocking), "told": told(found.told),
        "copyright": found.asked.source.get("copyright", ""), "form": form,
        "questions": sum(item.is_asked for item in found.asked.every()),
        "here": "forms",
    }  # fmt: skip
    return TemplateResponse(request, "documents/preview.html", context, status=status)


@require_GET
def form(request: Request, id: UUID) -> HttpResponse:
    """One form with its editions."""
    by = request.actor
    context = {"it": queries.form(by=by, on=id), "may": by.may("documents.describe"), "here": "forms"}
    return TemplateResponse(request, "documents/form.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def about(request: Request, id: UUID) -> HttpResponse:
    """What is shown of a form here."""
    by = request.actor
    consider(actions.describe, by=by, on=id)
    it = queries.form(by=by, on=id)
    starts = {name: getattr(it, name) for name in ("title", "kind", "purpose", "youngest", "oldest", "respondents")}
    form = About(request.POST if request.method == "POST" else None, initial=starts)
    if request.method == "POST" and form.is_valid():
        try:
            actions.describe(by=by, on=id, **form.cleaned_data)
            return HttpResponseRedirect(reverse("documents.form", args=[id]), status=303)
        except Unacceptable as no:
            faults_into(form, no)
    return _asked(request, "about", form, it, reverse("documents.form", args=[id]))


@require_GET
def edition(request: Request, id: UUID) -> HttpResponse:
    """One edition as people will see it."""
    return _edition(request, id)


@require_POST
def approval(request: Request, id: UUID) -> HttpResponse:
    """Agree to it, as the first or the second."""
    try:
        actions.approve(by=request.actor, on=id)
    except Unacceptable as no:
        return _edition(request, id, no.faults, status=422)
    return HttpResponseRedirect(reverse("documents.edition", args=[id]), status=303)


@require_http_methods(["GET", "HEAD", "POST"])
def retirement(request: Request, id: UUID) -> HttpResponse:
    """Begin it no more, with a reason."""
    by = request.actor
    consider(actions.retire, by=by, on=id)
    it = queries.edition(by=by, on=id)
    form = Retire(request.POST if request.method == "POST" else None)
    back = reverse("documents.edition", args=[id])
    if request.method == "POST" and form.is_valid():
        try:
            actions.retire(by=by, on=id, **form.cleaned_data)
            return HttpResponseRedirect(back, status=303)
        except Unacceptable as no:
            faults_into(form, no)
    return _asked(request, "retire", form, it.form, back, number=it.edition.number)


@require_http_methods(["GET", "HEAD", "POST"])
def derivation(request: Request, id: UUID) -> HttpResponse:
    """A new edition with other words."""
    by = request.actor
    consider(actions.derive, by=by, on=id)
    it = queries.edition(by=by, on=id)
    form = Derive(it.words, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.derive(by=by, on=id, words=form.edited())
            return HttpResponseRedirect(reverse("documents.edition", args=[made.pk]), status=303)
        except Unacceptable as no:
            own = [Fault(fault.code, form.field_of(fault.field), fault.values) for fault in no.faults]
            faults_into(form, Unacceptable(own))
    more = max(len(it.words.items) - EDITED, 0)
    back = reverse("documents.edition", args=[id])
    return _asked(request, "derive", form, it.form, back, number=it.edition.number, more=more)


@require_GET
def comparison(request: Request, id: UUID, other: UUID) -> HttpResponse:
    """What became of one edition in another."""
    it, before, found = queries.compare(by=request.actor, on=id, other=other)
    now = next(one for one in it.editions if one.id == id)
    context = {"it": it, "before": before, "now": now.number, "differences": found, "here": "forms"}
    return TemplateResponse(request, "documents/comparison.html", context)


@require_GET
def file(request: Request, id: UUID) -> HttpResponse:
    """The file, byte for byte."""
    name, body = queries.file(by=request.actor, on=id)
    answer = HttpResponse(body, content_type="application/fhir+json")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _edition(request: Request, id: UUID, faults: tuple[Fault, ...] = (), status: int = 200) -> HttpResponse:
    by = request.actor
    it = queries.edition(by=by, on=id)
    position = [one.id for one in it.form.editions].index(it.edition.id)
    older = it.form.editions[position + 1 : position + 2]
    context = {
        "it": it, "older": older[0] if older else None, "faults": faults, "here": "forms",
        "may_approve": it.no is None and not it.blocking, "why_not": it.no,
        "may_derive": by.may("documents.derive"),
        "may_retire": by.may("documents.retire") and it.edition.state != "retired",
    }  # fmt: skip
    return TemplateResponse(request, "documents/edition.html", context, status=status)


def _asked(request: Request, what: str, form: object, it: queries.FormShown, back: str, **more: object) -> HttpResponse:
    context = {"what": what, "form": form, "it": it, "back": back, "faults": (), "here": "forms", **more}
    status = 422 if getattr(form, "errors", None) else 200
    return TemplateResponse(request, "documents/asked.html", context, status=status)


@require_GET
def paper(request: Request, id: UUID) -> HttpResponse:
    """The form on paper, to be answered by hand."""
    title, asked, rights = queries.on_paper(by=request.actor, on=id)
    part = printing.Part(title, sheets.to_fill_in(asked, rights))
    whole = letterhead.paper(by=request.actor, title=title, parts=[part])
    return PdfResponse(request, partial(printing.pdf, whole), name="form")
