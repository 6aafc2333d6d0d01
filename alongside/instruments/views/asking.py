"""The form itself: drawn, typed into, saved. Without scripts, too: every button saves and the page comes again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from alongside.foundation.doing import consider
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.messages import say
from alongside.foundation.webkit.fields import faults_into
from alongside.foundation.webkit.request import Request
from alongside.instruments import actions, queries
from alongside.instruments.actions import save as save_draft
from alongside.instruments.files import files_of
from alongside.instruments.forms import ChooseForm, EntryForm
from alongside.instruments.queries.working import AtWork
from alongside.instruments.views import reading
from alongside.instruments.views.frame import frame, opened_for
from alongside.instruments.wrongs import faults_of
from alongside.questionnaires.carried import as_json
from alongside.questionnaires.controls import controls
from alongside.questionnaires.naming import place_of
from alongside.questionnaires.typed import Typed, typed, without

SIGN, DROP, MORE = "sign", "drop:", "more:"


@dataclass(frozen=True)
class Shown:
    """A fault of the form at its field, as the summary at the top wants it."""

    name: str
    words: str


@require_http_methods(["GET", "HEAD", "POST"])
def answers(request: Request, id: UUID) -> HttpResponse:
    """GET: the form to its author, else what was signed. POST saves it; `do` says what comes then."""
    if request.method == "POST":
        return _save(request, id)
    found = queries.read(by=request.actor, on=id)
    if found.mine and found.at_work and (page := queries.work(by=request.actor, on=id)):
        return _form(request, page, faults=page.ready.faults if request.GET.get("check") == "1" else ())
    return reading.page(request, found)


@require_POST
def choose(request: Request, id: UUID) -> HttpResponse:
    """Take the answers that another window saved."""
    consider(actions.choose, by=request.actor, on=id)
    form = ChooseForm(request.POST)
    if not form.is_valid():
        raise Unacceptable(Fault("foundation.field.choice", "aside"))
    actions.choose(by=request.actor, on=id, opened_for=opened_for(request), **form.cleaned_data)
    return HttpResponseRedirect(reverse("answers", args=[id]), status=303)


def _save(request: Request, id: UUID) -> HttpResponse:
    page = queries.work(by=request.actor, on=id)
    if page is None:
        raise Unacceptable(Fault("instruments.fault.signed"))
    if page.asked is None:
        return _save_entry(request, page)
    read, faults = _typed(request, page)
    do = request.POST.get("do", "")
    found = read.answers
    if do.startswith(DROP) and (place := place_of(page.asked, do.removeprefix(DROP))):
        found = tuple(without(found, place))
    wrong = [*faults, *faults_of(page.asked, read.wrong)]
    if any(one.code == "no_option" for one in read.wrong):  # what no page offers: nothing of it is kept
        return _form(request, page, faults=wrong, typed=read, status=422)
    try:
        saved = _keep(request, page, answers=found, raw=read.raw)
    except Unacceptable as no:
        return _form(request, page, faults=[*wrong, *no.faults], typed=read, status=422)
    if wrong:
        fresh = queries.work(by=request.actor, on=id)
        assert fresh is not None, "it was saved just now"
        return _form(request, fresh, faults=wrong, status=422)
    return _on(id, do, aside=saved.aside is not None)


def _save_entry(request: Request, page: AtWork) -> HttpResponse:
    """Results of an instrument whose items may not be shown."""
    assert page.instrument is not None, "what has no form has an instrument"
    form = EntryForm(request.POST, scales=page.instrument.scales)
    if form.is_valid():
        try:
            saved = _keep(request, page, scores=form.cleaned_data)
            return _on(page.answering.id, request.POST.get("do", ""), aside=saved.aside is not None)
        except Unacceptable as no:
            faults_into(form, no)
    return _form(request, page, entry=form, status=422)


def _keep(request: Request, page: AtWork, **what: Any) -> Any:
    based = request.POST.get("based_on", "")
    count = int(based) if based.isascii() and based.isdigit() and len(based) < 8 else 0
    return save_draft(
        by=request.actor, on=page.answering.id, opened_for=opened_for(request), based_on=count, **what
    )  # fmt: skip


def _typed(request: Request, page: AtWork) -> tuple[Typed, list[Fault]]:
    assert page.asked is not None
    fields = {name: [str(one) for one in request.POST.getlist(name)] for name in request.POST}
    do = fields.get("do", [""])[0]
    if do.startswith(MORE) and (name := do.removeprefix(MORE)) in fields and fields[name][0].isdigit():
        fields[name] = [str(int(fields[name][0]) + 1)]
    files, wrong = files_of(request.FILES)
    return typed(page.asked, fields, before=page.draft.answers, zone=request.actor.zone, files=files), wrong


def _on(id: UUID, do: str, *, aside: bool) -> HttpResponse:
    """Where a saving leads: to the signature, or back to the form at the place that was changed."""
    address = reverse("answers", args=[id])
    if aside:
        return HttpResponseRedirect(f"{address}?other=1", status=303)
    if do == SIGN:
        return HttpResponseRedirect(reverse("answers.sign", args=[id]), status=303)
    more = do.removeprefix(MORE) if do.startswith(MORE) else ""
    more = more if more.replace("_", "").replace("-", "").isalnum() and more.isascii() else ""
    return HttpResponseRedirect(f"{address}?more={more}#more-{more}" if more else f"{address}?saved=1", status=303)


def _form(
    request: Request, page: AtWork, *, faults: Sequence[Fault] = (), typed: Typed | None = None,
    entry: EntryForm | None = None, status: int = 200,
) -> HttpResponse:  # fmt: skip
    said: dict[str, list[str]] = {}
    for fault in faults:
        said.setdefault(fault.field, []).append(say(fault.code, **fault.values))
    context = frame(page.banner, "instruments.work.title") | {
        "page": page, "faults": [Shown(name, one) for name, words in said.items() for one in words],
        "saved": request.GET.get("saved") == "1", "other": request.GET.get("other") == "1",
    }  # fmt: skip
    if page.asked is None:
        assert page.instrument is not None
        form = entry or EntryForm(initial=dict(page.draft.scores), scales=page.instrument.scales)
        return TemplateResponse(request, "instruments/entry.html", context | {"form": form}, status=status)
    assert page.filled is not None
    drawn = controls(
        page.asked, typed.answers if typed else page.draft.answers, page.filled, zone=request.actor.zone,
        raw=typed.raw if typed else page.draft.raw, wrong=said, more=frozenset({request.GET.get("more", "")}),
    )  # fmt: skip
    context |= {"controls": drawn, "carried": _carried(page, request.actor.zone)}
    return TemplateResponse(request, "instruments/form.html", context, status=status)


def _carried(page: AtWork, zone: str) -> Mapping[str, Any]:
    """What a script computes with: the form, the answers so far, the zone."""
    assert page.asked is not None
    return {
        "asked": as_json(page.asked), "answers": page.draft.answers, "zone": zone, "context": dict(page.given),
    }  # fmt: skip
