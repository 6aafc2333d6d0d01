"""The pages of reports: shown, refused, absent, wrong input kept; and the PDF."""

import time
from uuid import uuid4

import pytest

from alongside.parties.models import Party
from alongside.people.models import Client
from alongside.reports.models import Report
from alongside.reports.tests import scenes
from tests import papers


def confirmed(browser):
    session = browser.session
    session["confirmed_at"] = time.time()
    session.save()
    return browser


def words(answer):
    return " ".join(answer.content.decode().split())


def begin(cast, **more):
    said = {"client": cast.theo.pk, "reader": "family", "addressee": "June Bell", "language": "en",
            "first_day": "2026-03-01", "last_day": "2026-03-31"}  # fmt: skip
    return {**said, **more}


def test_from_choosing_to_signing_and_paper(cast, at):
    target = scenes.scene(cast).target
    imani, page = confirmed(at("imani")), f"/clients/{cast.theo.pk}/reports/"
    assert "No report yet" in words(imani.get(page))
    assert imani.get(f"{page}new/").status_code == 200
    made = imani.post(f"{page}new/", begin(cast, objectives=[target.pk]))
    assert made.status_code == 303
    draft = words(imani.get(made["Location"]))
    assert "Drafted from" in draft and "6.2 per hour" in draft and "<svg" in draft
    report = Report.objects.get()
    n = len([name for name in draft.split('name="text-')]) - 1
    typed = {f"text-{i}": f"Part {i} in other words." for i in range(n)}
    saved = imani.post(made["Location"], {"client": cast.theo.pk, "saved": 1, "sign": 1, **typed})
    assert saved["Location"] == f"/reports/{report.pk}/sign/"
    assert "Part 0 in other words." in words(imani.get(saved["Location"]))
    done = imani.post(saved["Location"], {"client": cast.theo.pk, "saved": 2})
    assert done.status_code == 303, words(done)
    assert "Part 0 in other words." in words(at("rosa").get(f"/reports/{report.pk}/"))
    pdf = at("rosa").get(f"/reports/{report.pk}/paper.pdf")
    text = papers.text_of(pdf.content)
    for word in ("Progress report", "Theodore Bell", "Part 1 in other words.", "Imani Okafor", "times an hour"):
        assert word in text, word
    assert "Theo" not in pdf["Content-Disposition"] and papers.read(pdf.content).trailer["/Root"]["/Lang"] == "en"


def test_a_spanish_report_is_spanish_to_its_foot(cast, at):
    report = scenes.signed(cast, language="es")
    made = at("imani").get(f"/reports/{report.pk}/paper.pdf").content
    text = papers.text_of(made)
    for word in (
        "Informe de progreso",
        "Página 1 de",
        "Firmado el",
        "Expediente de salud confidencial",
        "Antes del plan",
    ):
        assert word in text, word
    assert papers.read(made).trailer["/Root"]["/Lang"] == "es"


def test_sending_over_http(cast, at):
    report = scenes.signed(cast, "school")
    imani, address = at("imani"), f"/reports/{report.pk}/sendings/"
    typed = {"client": cast.theo.pk, "recipient": "Lea Elementary", "way": "post"}
    assert imani.post(address, typed).status_code == 403
    held = scenes.released(cast)
    assert imani.post(address, {**typed, "ground": "nothing"}).status_code == 422
    assert imani.post(address, {**typed, "ground": str(held.pk)}).status_code == 303
    assert "Lea Elementary · By post" in words(imani.get(f"/reports/{report.pk}/"))
    listed = words(imani.get(f"/clients/{cast.theo.pk}/reports/"))
    assert f"/clients/{cast.theo.pk}/consents/{held.pk}/end/" in listed


def test_a_language_without_sentences_is_named(cast, at):
    page = f"/clients/{cast.theo.pk}/reports/new/"
    assert "There are no sentences in it yet" not in words(at("imani").get(page))
    Party.objects.filter(pk=cast.theo.party_id).update(language="vi")
    assert "is spoken in this household. There are no sentences in it yet" in words(at("imani").get(page))


def test_wrong_input_is_said_and_kept(cast, at):
    page = f"/clients/{cast.theo.pk}/reports/new/"
    answer = at("imani").post(page, begin(cast, addressee="Kept words", last_day="2020-01-01"))
    assert answer.status_code == 422 and "Kept words" in words(answer)
    report = scenes.drafted(cast)
    answer = at("imani").post(f"/reports/{report.pk}/", {"client": cast.theo.pk, "saved": 9, "text-0": "Kept words"})
    assert answer.status_code == 422 and "Kept words" in words(answer)


def test_who_may(cast, at):
    report = scenes.signed(cast)
    page = f"/clients/{cast.theo.pk}/reports/"
    for who, status in {"rosa": 200, "amara": 200, "ben": 403, "dev": 403}.items():
        assert at(who).get(page).status_code == status, who
        assert at(who).get(f"/reports/{report.pk}/").status_code == status, who
    assert at("rosa").get(f"{page}new/").status_code == 403
    assert at("rosa").get(f"/reports/{report.pk}/sign/").status_code == 403


@pytest.mark.parametrize("page", ["", "sign/", "paper.pdf"])
def test_what_is_not_here_is_not_here(cast, at, page):
    assert at("imani").get(f"/reports/{uuid4()}/{page}").status_code == 404


def test_a_draft_is_its_authors_and_has_no_paper(cast, at):
    report = scenes.drafted(cast)
    assert at("rosa").get(f"/reports/{report.pk}/").status_code == 403
    last = f"/reports/{report.pk}/sign/"
    assert at("imani").get(last).status_code == 200, "who signs reads first, and then shows who they are"
    assert at("imani").post(last, {"client": cast.theo.pk, "saved": 1}).status_code == 403
    assert at("imani").get(f"/reports/{report.pk}/paper.pdf").status_code == 404


def test_pages_take_few_statements(cast, at, django_assert_max_num_queries):
    report = scenes.signed(cast, "school")
    scenes.released(cast)
    imani = at("imani")
    for page, most in ((f"/reports/{report.pk}/", 35), (f"/clients/{cast.theo.pk}/reports/", 25)):
        with django_assert_max_num_queries(most):
            assert imani.get(page).status_code == 200


def test_markup_is_words(cast, at):
    Client.objects.filter(pk=cast.theo.pk).update(strengths="<script>alert(1)</script>")
    report = scenes.drafted(cast, addressee="<b>June</b>")
    page = at("imani").get(f"/reports/{report.pk}/").content.decode()
    assert "<script>alert(1)" not in page and "<b>June</b>" not in page


def test_a_report_in_its_place_over_http(cast, at):
    report = scenes.signed(cast)
    imani, address = at("imani"), f"/reports/{report.pk}/version/"
    assert imani.post(address, {"client": cast.theo.pk, "reason": "No"}).status_code == 422
    made = imani.post(address, {"client": cast.theo.pk, "reason": "A visit was counted twice."})
    assert made.status_code == 303 and imani.get(made["Location"]).status_code == 200
    assert "Another report was begun" in words(at("rosa").get(f"/reports/{report.pk}/"))
