"""Several documents of a record in one paper."""

from alongside.assessments.tests import scenes as function
from alongside.chart.tests.scenes import scene
from alongside.chart.tests.test_objectives import aimed
from alongside.fidelity.tests.test_fidelity import check as scored
from alongside.fidelity.tests.test_fidelity import version, visit  # noqa: F401  (a fixture)
from alongside.foundation.models import Entry
from alongside.intake import actions as intake
from alongside.intake.tests.scenes import summed_up
from alongside.notes.tests import scenes as notes
from alongside.reports.tests import scenes as reports
from tests import papers


def test_chosen_documents_come_as_one_paper_with_contents(cast, at):
    note, report = notes.signed(cast), reports.signed(cast)
    imani, page = at("imani"), f"/clients/{cast.theo.pk}/records/"
    shown = imani.get(page)
    keys = [key for key, _ in shown.context["form"].fields["papers"].choices]
    assert f"note:{note.pk}" in keys and f"report:{report.pk}" in keys and any(k.startswith("plan:") for k in keys)
    made = imani.post(page, {"client": cast.theo.pk, "papers": keys})
    found = papers.read(made.content)
    titles = [entry["/Title"] for entry in found.outline if not isinstance(entry, list)]
    sheets = [title for title in titles if title.startswith("Data sheet")]
    assert len(titles) - len(sheets) + 1 == len(keys) and "Contents" not in titles and len(sheets) == 3
    text = papers.text_of(made.content)
    assert "Theodore Bell" in text and "June Bell" in text and "Behavior plan" in text
    for verb, id in (("notes.print", note.pk), ("reports.print", report.pk)):
        assert Entry.objects.filter(verb=verb, subject_id=id, outcome="read").exists()


def test_nothing_chosen_or_something_else_is_said(cast, at):
    page = f"/clients/{cast.theo.pk}/records/"
    notes.signed(cast)
    for typed in ({}, {"papers": ["note:0"]}):
        assert at("imani").post(page, {"client": cast.theo.pk, **typed}).status_code == 422


def test_too_many_are_refused_by_number(cast, at, monkeypatch):
    monkeypatch.setattr("alongside.chart.records.MOST", 0)
    note = notes.signed(cast)
    page = f"/clients/{cast.theo.pk}/records/"
    answer = at("imani").post(page, {"client": cast.theo.pk, "papers": [f"note:{note.pk}"]})
    assert answer.status_code == 422 and "At most 0 documents" in answer.content.decode()


def test_who_may_not(cast, at):
    for who in ("rosa", "dev", "ben"):
        assert at(who).get(f"/clients/{cast.theo.pk}/records/").status_code == 403


def test_every_kind_of_document_is_in_the_batch_and_each_is_written_down(cast, at, version):  # noqa: F811
    objective = aimed(cast, scene(cast).target, kind="treatment")
    assessment = function.opened(cast, scene(cast, name="Hands on others").target)
    analysis = function.analysis(cast)
    begun = intake.begin_for(by=cast.imani, on=cast.theo.pk, lead=cast.staff["imani"])
    summary = summed_up(begun.pk, cast.imani, strengths="Patient with animals", findings="Sleep is short now",
                        recommendations="An evening routine")  # fmt: skip
    checked = scored(cast, visit(cast), 0)
    page, keys = f"/clients/{cast.theo.pk}/records/", {
        f"plan:{version.pk}", f"crisis:{version.pk}", f"sheets:{version.pk}", f"checklist:{version.pk}",
        f"objective:{objective.pk}", f"assessment:{assessment.pk}", f"analysis:{analysis.pk}", f"summary:{summary.pk}",
        f"check:{checked.pk}",
    }  # fmt: skip
    quinn = at("quinn")
    offered = {key for key, _ in quinn.get(page).context["form"].fields["papers"].choices}
    assert keys <= offered, keys - offered
    made = quinn.post(page, {"client": cast.theo.pk, "papers": sorted(keys)})
    text = papers.text_of(made.content)
    for words in (
        "In a crisis", "Data sheet:", "Checklist", "Objective: is it working?", "Functional behavior assessment",
        "Summary of findings", "How the plan was carried out", "Nothing was entered yet", "Page 1 of",
    ):  # fmt: skip
        assert words in text, words
    verbs = {"plans.print", "fidelity.print", "fidelity.print_checklist", "chart.print_objective", "assessments.print",
             "assessments.print_analysis", "intake.print"}  # fmt: skip
    assert verbs <= set(Entry.objects.filter(outcome="read").values_list("verb", flat=True))
