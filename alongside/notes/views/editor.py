"""The page of a draft: fields beside what they rest on, and the payer's list."""

from dataclasses import dataclass
from typing import Any

from django.forms import BoundField
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from alongside.notes.forms import NEW, SENTENCE, DraftForm
from alongside.notes.queries.working import AtWork
from alongside.notes.shown import Section, Shown
from alongside.notes.views.checks import checks, faults_said
from alongside.notes.views.frame import frame


@dataclass(frozen=True)
class Line:
    """A sentence and the field that it is written in."""

    sentence: Shown | None
    field: BoundField


@dataclass(frozen=True)
class Part:
    """A heading with its lines, and a field to add to each of its roles."""

    section: Section
    lines: tuple[Line, ...]
    adding: tuple[tuple[str, BoundField], ...]


def editor(request: HttpRequest, page: AtWork, form: DraftForm, *, clock: str = "", status: int = 200) -> HttpResponse:
    """The draft as a page; with what was typed and what is wrong with it when `form` has faults."""
    context = frame(request, page.banner, "notes.page.draft") | {
        "page": page, "form": form, "parts": parts(page, form), "homeless": homeless(page, form),
        "checks": checks(page.checked, page.above, page.alike), "faults": faults_said(page.faults),
        "clock_said": clock,
        "own_count": sum(s.faulty for section in page.sections for s in section.sentences),
    }  # fmt: skip
    return TemplateResponse(request, "notes/editor.html", context, status=status)


def parts(page: AtWork, form: DraftForm) -> list[Part]:
    return [
        Part(
            section, tuple(Line(s, form[SENTENCE + s.id]) for s in section.sentences),
            tuple((role, form[NEW + role]) for role in section.roles),
        )
        for section in page.sections
    ]  # fmt: skip


def homeless(page: AtWork, form: DraftForm) -> list[Any]:
    """Fields of sentences that a newer saving took away, with what was typed into them."""
    known = {SENTENCE + s.id for section in page.sections for s in section.sentences}
    return [form[name] for name in form.fields if name.startswith(SENTENCE) and name not in known]
