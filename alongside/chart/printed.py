"""Each kind of document of a record as parts of one paper. Each is asked for and written down by itself."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from uuid import UUID

from alongside.assessments import paper as assessments_paper
from alongside.assessments import queries as assessments
from alongside.chart import paper, queries
from alongside.chart.days import day_of
from alongside.fidelity import paper as fidelity_paper
from alongside.fidelity import queries as fidelity
from alongside.foundation.messages import speaking
from alongside.foundation.policy import Actor
from alongside.instruments import queries as instruments
from alongside.instruments import sheet
from alongside.intake import paper as intake_paper
from alongside.intake import queries as intake
from alongside.notes import paper as notes_paper
from alongside.notes import queries as notes
from alongside.people.banner import Banner
from alongside.plans import paper as plans_paper
from alongside.plans import queries as plans
from alongside.printing import Part
from alongside.reports import paper as reports_paper
from alongside.reports import queries as reports

Made = Callable[[Actor, Banner, UUID], Sequence[Part]]


def parts(by: Actor, banner: Banner, key: str) -> Sequence[Part]:
    """The parts of one document: its kind and its id, with a colon between them."""
    kind, _, id = key.partition(":")
    return PARTS[kind](by, banner, UUID(id))


def _note(by: Actor, banner: Banner, id: UUID) -> Sequence[Part]:
    read = notes.on_paper(by=by, on=id)
    part = notes_paper.part(read, zone=by.zone)
    assert read.text is not None
    return [replace(part, title=f"{part.title}, {day_of(read.text.above.service_day)}")]


def _plan(by: Actor, banner: Banner, id: UUID) -> Sequence[Part]:
    return [plans_paper.part(plans.on_paper(by=by, on=id, stood=True), banner, zone=by.zone)]


def _crisis(by: Actor, banner: Banner, id: UUID) -> Sequence[Part]:
    return [plans_paper.crisis(plans.on_paper(by=by, on=id, on_call=True), banner)]


def _sheets(by: Actor, banner: Banner, id: UUID) -> Sequence[Part]:
    return plans_paper.sheets(plans.on_paper(by=by, on=id).version, banner)


def _checklist(by: Actor, banner: Banner, id: UUID) -> Sequence[Part]:
    return [fidelity_paper.checklist(fidelity.checklist_on_paper(by=by, on=id))]


def _check(by: Actor, banner: Banner, id: UUID) -> Sequence[Part]:
    shown = fidelity.check_on_paper(by=by, on=id)
    part = fidelity_paper.check(shown, zone=by.zone)
    return [replace(part, title=f"{part.title}, {day_of(shown.point.day)}")]


def _objective(by: Actor, banner: Banner, id: UUID) -> Sequence[Part]:
    page = queries.objective_on_paper(by=by, on=id)
    part = paper.objective(page, zone=by.zone)
    return [replace(part, title=f"{part.title} {page.objective.text}")]


def _assessment(by: Actor, banner: Banner, id: UUID) -> Sequence[Part]:
    shown = assessments.on_paper(by=by, on=id)
    part = assessments_paper.assessment(shown, banner, zone=by.zone)
    return [replace(part, title=f"{part.title}: {', '.join(shown.row.targets)}")]


def _analysis(by: Actor, banner: Banner, id: UUID) -> Sequence[Part]:
    shown = assessments.analysis_on_paper(by=by, on=id)
    part = assessments_paper.analysis(shown, banner)
    return [replace(part, title=f"{part.title}: {shown.title}")]


def _answers(by: Actor, banner: Banner, id: UUID) -> Sequence[Part]:
    found, asked = instruments.on_paper(by=by, on=id)
    part = sheet.part(found, asked, zone=by.zone)
    return [replace(part, title=f"{part.title}, {day_of(found.answering.taken_on)}")]


def _summary(by: Actor, banner: Banner, id: UUID) -> Sequence[Part]:
    return [intake_paper.summary(intake.on_paper(by=by, on=id), zone=by.zone)]


def _report(by: Actor, banner: Banner, id: UUID) -> Sequence[Part]:
    shown = reports.on_paper(by=by, on=id)
    with speaking(shown.body["head"]["language"]):
        part = reports_paper.part(shown, zone=by.zone)
    return [replace(part, title=f"{part.title}: {shown.addressee}")]


PARTS: dict[str, Made] = {
    "plan": _plan, "crisis": _crisis, "objective": _objective, "assessment": _assessment, "analysis": _analysis,
    "summary": _summary, "answers": _answers, "check": _check, "report": _report, "note": _note, "sheets": _sheets,
    "checklist": _checklist,
}  # fmt: skip
