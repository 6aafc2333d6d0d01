"""The pages over HTTP: shown, refused, not here, typed text kept."""

import re
import time
from datetime import timedelta
from uuid import uuid4

import pytest

from alongside.assessments import actions
from alongside.assessments.models import Analysis, Assessment
from alongside.assessments.tests import scenes
from alongside.foundation.moments import today


@pytest.fixture
def one(cast):
    of = scenes.target(cast)
    scenes.escape(cast, of)
    return scenes.opened(cast, of, question="Why does he go?")


def confirmed(browser):
    """Somebody who just showed who they are."""
    session = browser.session
    session["confirmed_at"] = time.time()
    session.save()
    return browser


def text(answer):
    return answer.content.decode()


def test_the_evidence_page_says_what_speaks_for_what(cast, at, one):
    shown = text(at("rosa").get(f"/assessments/{one.pk}/"))
    assert "Supported before and after" in shown and "Getting away" in shown
    assert "It came in 12 of 15 records with this before it (80 %), and in 0 of 9 without (0 %)." in shown
    assert "All records are by one person" in shown and "Records show what goes together" in shown
    assert shown.count("<svg") > 6 and 'role="img"' in shown and "Write the decision" not in shown
    assert "Write the decision" in text(at("imani").get(f"/assessments/{one.pk}/"))


def test_a_page_bounded_in_statements(cast, at, one, django_assert_max_num_queries):
    imani = at("imani")
    imani.get(f"/assessments/{one.pk}/")
    with django_assert_max_num_queries(40):
        imani.get(f"/assessments/{one.pk}/")


def test_nothing_recorded_is_said_plainly(cast, at):
    one = scenes.opened(cast, scenes.target(cast))
    shown = text(at("imani").get(f"/assessments/{one.pk}/"))
    assert "There are no ABC records in these days" in shown
    assert "What speaks for what" not in shown and "0 of 0" not in shown


def test_without_samples_there_is_no_background(cast, at):
    of = scenes.target(cast)
    scenes.abc(cast, of, [(True, "demand", "break", {})] * 6)
    one = scenes.opened(cast, of)
    shown = text(at("imani").get(f"/assessments/{one.pk}/"))
    assert "the background cannot be computed" in shown and "Whether that is more than usual cannot be said" in shown


def test_opening(cast, at):
    of, day = scenes.target(cast), today(scenes.ZONE)
    page = f"/clients/{cast.theo.pk}/function/new/"
    assert "Begin an assessment" in text(at("imani").get(page))
    sent = {"client": cast.theo.pk, "targets": [str(of.pk)], "began_on": day, "until": day - timedelta(days=3),
            "question": "Why does he go?"}  # fmt: skip
    refused = at("imani").post(page, sent)
    assert refused.status_code == 422 and "Why does he go?" in text(refused)
    assert at("imani").post(page, {**sent, "until": day}).status_code == 303
    assert "Why does he go?" in text(at("rosa").get(f"/clients/{cast.theo.pk}/function/"))
    assert at("rosa").get(page).status_code == 403


def test_the_decision_begins_with_what_the_records_support_and_is_signed(cast, at, one):
    imani, page = at("imani"), f"/assessments/{one.pk}/decision/"
    begun = text(imani.get(page))
    assert "a break, the task ended" in begun and "being asked to do something" in begun and "Leaves the room" in begun
    assert re.findall(r'value="(\w+)"[^>]*checked', begun) == ["escape"]
    sent = {"client": cast.theo.pk, "saved": "1", **scenes.DECISION.body(), "confidence": ""}
    kept = imani.post(page, sent)
    assert kept.status_code == 303 and "Saved. Nothing is signed yet." in text(imani.get(kept.url))
    assert "Write something here" in text(imani.get(f"/assessments/{one.pk}/signature/"))
    stale = imani.post(page, {**sent, "reasons": "Another text of mine"})
    assert stale.status_code == 422 and "Another text of mine" in text(stale)
    to_sign = imani.post(page, {**sent, "saved": "2", "confidence": "moderate", "sign": "1"})
    assert to_sign.url == f"/assessments/{one.pk}/signature/"
    assert "Is this what you decided?" in text(imani.get(to_sign.url))
    assert imani.post(to_sign.url, {"client": cast.theo.pk, "saved": "3"}).status_code == 403
    assert confirmed(imani).post(to_sign.url, {"client": cast.theo.pk, "saved": "3"}).status_code == 303
    shown = text(at("rosa").get(f"/assessments/{one.pk}/"))
    assert "Decided and signed" in shown and "Fairly sure" in shown
    assert imani.post(f"/assessments/{one.pk}/draft/", {"client": cast.theo.pk}).status_code == 303
    assert "Being rewritten" in text(imani.get(f"/clients/{cast.theo.pk}/function/"))


def test_days_and_putting_aside(cast, at, one):
    imani, day = at("imani"), today(scenes.ZONE)
    assert (
        imani.post(
            f"/assessments/{one.pk}/days/", {"client": cast.theo.pk, "began_on": "never", "until": day}
        ).status_code
        == 422
    )
    sent = {"client": cast.theo.pk, "began_on": day - timedelta(days=7), "until": day}
    assert imani.post(f"/assessments/{one.pk}/days/", sent).status_code == 303
    assert imani.post(f"/assessments/{one.pk}/closing/", {"client": cast.theo.pk, "reason": "no"}).status_code == 422
    other = {"client": cast.lucia.pk, "reason": "He moved to another school."}
    assert imani.post(f"/assessments/{one.pk}/closing/", other).status_code == 422
    assert imani.post(f"/assessments/{one.pk}/closing/", {**other, "client": cast.theo.pk}).status_code == 303
    assert "Put aside without a decision:" in text(imani.get(f"/assessments/{one.pk}/"))


ENTERED = [
    ("paired", {"one": "Trains", "other": "Music", "chosen": "Trains"}, "Trains and Music: chose Trains"),
    ("mswo", {"place_1": "Slime", "place_2": "Music", "place_3": ""}, "Slime → Music"),
    ("single", {"item": "Music", "approached": "on"}, "Music: reached for it"),
    ("free", {"length": "300", "used_0": "60", "used_1": "", "used_2": "0"}, "Trains 60 of 300 seconds"),
    ("alternating", {"condition": "Trains", "value": "2.5"}, "Trains: 2.5"),
    ("multielement", {"condition": "Music", "value": "0"}, "Music: 0"),
    ("trial_based", {"condition": "Slime", "test": "on"}, "Slime: test seen, control not seen"),
]


@pytest.mark.parametrize(("kind", "sent", "said"), ENTERED, ids=[kind for kind, _, _ in ENTERED])
def test_an_analysis_is_arranged_entered_drawn_and_taken_back(cast, at, kind, sent, said):
    new, imani = f"/clients/{cast.theo.pk}/analyses/new/", at("imani")
    about = {"client": cast.theo.pk, "kind": kind, "title": "Snacks", "names": "Trains\nMusic\nSlime",
             "improvement": "decrease"}  # fmt: skip
    assert imani.post(new, {**about, "names": "Trains"}).status_code == 422
    assert (
        imani.post(new, {**about, "control": "Slime" if kind in ("alternating", "multielement") else ""}).status_code
        == 303
    )
    page = f"/analyses/{Analysis.objects.get().pk}/"
    assert "Nothing was entered yet" in text(imani.get(page))
    base = {"client": cast.theo.pk, "done_on": today(scenes.ZONE)}
    assert at("rosa").post(page, {**base, "done_on": "never"}).status_code == 422
    assert at("rosa").post(page, {**base, **sent}).status_code == 303
    shown = text(imani.get(page))
    assert said in shown and 'role="img"' in shown
    assert at("rosa").post(f"{page}entries/1/removal/", {"client": cast.theo.pk}).status_code == 303
    assert said not in text(imani.get(page))


def test_a_ranking_is_kept_from_its_page(cast, at):
    on = scenes.analysis(cast)
    scenes.enter(cast, on, {"one": "Trains", "other": "Music", "chosen": "Music"})
    page = f"/analyses/{on.pk}/"
    assert "2 pairs were not offered yet." in text(at("rosa").get(page))
    assert "Keep the ranking" not in text(at("rosa").get(page)) and "Keep the ranking" in text(at("imani").get(page))
    assert at("imani").post(f"{page}ranking/", {"client": cast.theo.pk}).status_code == 303
    assert "The ranking is kept" in text(at("imani").get(page))
    wrong = {"client": cast.theo.pk, "done_on": today(scenes.ZONE), "one": "Music", "other": "Music", "chosen": ""}
    twice = at("imani").post(page, wrong)
    assert twice.status_code == 422 and "Two different items" in text(twice)


def test_what_is_not_here_is_not_here(cast, at, one):
    other = scenes.analysis(cast)
    for id in (uuid4(), cast.omar.pk):
        for page in (
            f"/clients/{id}/function/",
            f"/assessments/{id}/",
            f"/assessments/{id}/decision/",
            f"/analyses/{id}/",
        ):
            assert at("imani").get(page).status_code == 404
    for page in (f"/clients/{cast.theo.pk}/function/", f"/assessments/{one.pk}/", f"/analyses/{other.pk}/"):
        assert at("ben").get(page).status_code == 403
        assert at("nadia").get(page).status_code in (200, 403)


def test_nothing_is_left_to_write_where_it_was_put_aside(cast, at, one):
    actions.close(by=cast.imani, on=one, reason="He moved to another school.")
    for page in ("decision", "signature"):
        assert at("imani").get(f"/assessments/{one.pk}/{page}/").status_code == 303
    assert Assessment.objects.count() == 1


def test_the_interview_is_begun_with_somebody_and_answered_as_a_form(cast, at):
    page = f"/clients/{cast.theo.pk}/function/interview/"
    assert at("rosa").post(page, {"client": cast.theo.pk, "respondent": "stranger"}).status_code == 422
    begun = at("rosa").post(page, {"client": cast.theo.pk, "respondent": "teacher", "answered_by": "Ms. Nunes"})
    assert begun.status_code == 303
    assert "What often comes right before?" in text(at("rosa").get(begun.url))
    assert at("nadia").get(page).status_code == 403


def test_a_plan_is_begun_from_the_page(cast, at, one):
    scenes.signed(cast, one)
    page = f"/assessments/{one.pk}/"
    assert "Begin a behavior plan from this" in text(at("imani").get(page))
    assert at("imani").post(f"{page}plan/", {"client": cast.theo.pk, "template": "no-such"}).status_code == 422
    made = at("imani").post(f"{page}plan/", {"client": cast.theo.pk, "template": "escape-middle_childhood"})
    assert made.status_code == 303 and "/sections/about/" in made.url
