"""Several documents of a record in one paper."""

from alongside.foundation.models import Entry
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
    assert len(titles) == len(keys) and "Contents" not in titles
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
