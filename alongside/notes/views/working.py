"""The note itself: a draft in its author's hands, or a signed note to read."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_POST

from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.webkit.fields import faults_into
from alongside.notes import actions, queries
from alongside.notes.actions import save as save_draft
from alongside.notes.forms import ChooseForm, DraftForm
from alongside.notes.queries.reading import Read
from alongside.notes.views.editor import editor
from alongside.notes.views.frame import frame
from alongside.sessions.wording import clock_said, in_words


@require_http_methods(["GET", "HEAD", "POST"])
def note(request: HttpRequest, id: UUID) -> HttpResponse:
    """GET: the draft to its author, else the note to read. POST saves the draft; `next=sign` goes on to signing."""
    if request.method == "POST":
        return save(request, id)
    read = queries.see(by=request.actor, on=id)
    if read.mine and (page := queries.work(by=request.actor, on=id)):
        return editor(request, page, DraftForm(page), clock=clock_said(read.clock))
    return reading(request, read)


def reading(request: HttpRequest, read: Read) -> HttpResponse:
    """A signed note; right after signing it says who is asked now."""
    context = frame(request, read.banner, "notes.page.note") | {"note": read}
    zone = read.text.above.zone if read.text else request.actor.zone  # type: ignore[attr-defined]
    context["evidence"] = in_words(read.verified, zone)
    context["clock_said"] = clock_said(read.clock)
    context["just_signed"] = request.GET.get("signed") == "1" and read.mine
    return TemplateResponse(request, "notes/read.html", context)


def save(request: HttpRequest, id: UUID) -> HttpResponse:
    """Keep what was typed; a stale text is kept beside the newer one and the page says so."""
    page = queries.work(by=request.actor, on=id)
    if page is None:
        raise Unacceptable(Fault("notes.fault.signed"))
    form = DraftForm(page, request.POST)
    if not form.is_valid():
        return editor(request, page, form, status=422)
    typed = form.typed()
    try:
        saved = save_draft(
            by=request.actor, on=id, opened_for=request.POST.get("client"), based_on=typed.based_on, texts=typed.texts,
            added=typed.added, present=typed.present, format=typed.format, back=typed.back,
        )  # fmt: skip
    except Unacceptable as fault:
        faults_into(form, fault)
        return editor(request, page, form, status=422)
    onward = request.POST.get("next") == "sign" and saved.aside is None
    return HttpResponseRedirect(f"/notes/{id}/sign/" if onward else f"/notes/{id}/", status=303)


@require_POST
def choose(request: HttpRequest, id: UUID) -> HttpResponse:
    """Take a text that was kept beside the draft."""
    form = ChooseForm(request.POST)
    if not form.is_valid():
        raise Unacceptable(Fault("foundation.field.choice", "aside"))
    kept = form.cleaned_data
    actions.choose(
        by=request.actor, on=id, opened_for=request.POST.get("client"), aside=kept["aside"], based_on=kept["based_on"]
    )
    return HttpResponseRedirect(f"/notes/{id}/", status=303)


@require_POST
def correct(request: HttpRequest, id: UUID) -> HttpResponse:
    """Take a returned note up again."""
    actions.correct(by=request.actor, on=id, opened_for=request.POST.get("client"))
    return HttpResponseRedirect(f"/notes/{id}/", status=303)
