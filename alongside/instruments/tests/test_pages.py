"""The pages of answers over HTTP, without scripts."""

import json
import time
from datetime import date
from uuid import uuid4

import pytest

from alongside.documents import lookups as documents
from alongside.documents import shelving
from alongside.foundation import feeds
from alongside.foundation.models import Letter
from alongside.foundation.tenancy import inside
from alongside.instruments import actions, lookups
from alongside.instruments.models import Alarm, Answering, Asking, Score
from alongside.instruments.tests.scenes import answered, begin, entered, signed
from alongside.instruments.tests.test_actions import PHQ, adult
from alongside.project.reactions import FOLLOWER
from tests import papers

SLEEP = {
    "resourceType": "Questionnaire", "url": "urn:alongside:test:sleep", "title": "Sleep", "status": "active",
    "item": [
        {"linkId": "h", "type": "decimal", "text": "Hours"},
        {"linkId": "w", "type": "boolean", "text": "Wakes"},
        {"linkId": "n", "type": "integer", "text": "How often", "enableBehavior": "all",
         "enableWhen": [{"question": "w", "operator": "=", "answerBoolean": True}]},
        {"linkId": "g", "type": "group", "text": "Naps", "repeats": True,
         "item": [{"linkId": "t", "type": "time", "text": "From"}]},
    ],
}  # fmt: skip


def text_of(answer):
    return answer.content.decode()


def confirmed(browser):
    session = browser.session
    session["confirmed_at"] = time.time()
    session.save()
    return browser


def letters_go(world, epoch):
    with inside(world.agency):
        feeds.sequence(world.agency, epoch)
    feeds.follow(world.agency, FOLLOWER)


def page(client):
    return f"/clients/{client.pk}/instruments/"


def test_from_the_record_to_a_score(cast, at):
    rosa, theo = confirmed(at("rosa")), cast.theo
    assert "Nothing answered yet" in text_of(rosa.get(page(theo)))
    offered = text_of(rosa.get(f"{page(theo)}new/"))
    assert "PSC-17" in offered and "For another age" in offered
    assert "Name of who answers" in text_of(rosa.get(f"{page(theo)}new/?form=psc-17&respondent=parent"))
    sent = {
        "client": theo.pk,
        "form": "psc-17",
        "respondent": "parent",
        "answered_by": "June",
        "taken_on": "2026-11-02",
    }
    answer = rosa.post(f"{page(theo)}new/", sent)
    one = Answering.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, f"/answers/{one.pk}/")
    form = text_of(rosa.get(f"/answers/{one.pk}/"))
    assert (
        "Feels sad, unhappy" in form
        and "Massachusetts General Hospital" in form
        and "Theodore" not in form.split("</title>")[0]
    )
    typed = {f"q0-0_{n}-0": "1" for n in range(1, 18)} | {"client": theo.pk, "based_on": 1, "do": "sign"}
    answer = rosa.post(f"/answers/{one.pk}/", typed)
    assert (answer.status_code, answer["Location"]) == (303, f"/answers/{one.pk}/signature/")
    last = text_of(rosa.get(answer["Location"]))
    assert "17, at or above the cut-off" in last and "Sign these answers?" in last
    answer = rosa.post(f"/answers/{one.pk}/signature/", {"client": theo.pk, "saved": 2})
    assert answer.status_code == 303
    read = text_of(rosa.get(answer["Location"]))
    assert "Signed." in read and "Sometimes" in read and "17, at or above the cut-off" in read
    assert Score.objects.filter(answering=one).count() == 4
    record = text_of(at("imani").get(page(theo)))
    assert "PSC-17: 17, at or above the cut-off" in record and "A parent" in record
    assert "What it comes to" in text_of(rosa.get(f"/answers/{one.pk}/paper/"))
    exported = rosa.get(f"/answers/{one.pk}/response.json")
    assert exported["Content-Type"] == "application/fhir+json" and json.loads(exported.content)["status"] == "completed"


def test_what_cannot_be_read_is_kept_and_named(cast, at):
    shelving.shipped("sleep", SLEEP, title="Sleep", kind="survey")
    one = begin(cast, "sleep")
    rosa, url = at("rosa"), f"/answers/{one.pk}/"
    assert 'data-at="q2-0" id="q2-0" hidden' in text_of(rosa.get(url))
    sent = {"client": cast.theo.pk, "based_on": 1, "q0-0": "many", "q1-0": "true", "do": "update"}
    answer = rosa.post(url, sent)
    assert answer.status_code == 422 and 'value="many"' in text_of(answer) and "Write a number" in text_of(answer)
    again = text_of(rosa.get(url))
    assert 'value="many"' in again and 'data-at="q2-0" id="q2-0" hidden' not in again, "typed text and conditions stay"
    answer = rosa.post(url, {**sent, "based_on": 2, "q0-0": "7.5", "n3-0": "1", "q3-0_4-0": "14:00", "do": "more:n3-0"})
    assert answer.status_code == 303 and "more=n3-0" in answer["Location"]
    twice = text_of(rosa.get(url))
    assert 'name="q3-0_4-0"' in twice and 'name="q3-1_4-0"' in twice and 'value="14:00"' in twice
    rosa.post(url, {**sent, "based_on": 3, "q0-0": "7.5", "n3-0": "2", "q3-0_4-0": "14:00", "do": "drop:q3-1"})
    assert 'name="q3-1_4-0"' not in text_of(rosa.get(url))
    assert documents.at_work(one.document_id).body["raw"] == {}


def test_two_windows_are_told(cast, at):
    one = begin(cast)
    rosa, url = at("rosa"), f"/answers/{one.pk}/"
    sent = {"client": cast.theo.pk, "based_on": 1, "q0-0_1-0": "1", "do": "save"}
    assert rosa.post(url, sent)["Location"].endswith("?saved=1")
    assert rosa.post(url, {**sent, "q0-0_1-0": "2"})["Location"].endswith("?other=1")
    shown = text_of(rosa.get(url))
    assert "Another window saved answers too." in shown
    aside = documents.asides(one.document_id, since=documents.at_work(one.document_id).saved_at)[0]
    answer = rosa.post(f"{url}choice/", {"client": cast.theo.pk, "aside": aside.id, "based_on": 2})
    assert answer.status_code == 303
    assert rosa.post(f"{url}choice/", {"client": cast.theo.pk, "aside": "x", "based_on": 2}).status_code == 422


def test_what_is_missing_is_named_before_signing(cast, at):
    one = begin(cast, "asq", respondent="self")
    rosa = confirmed(at("rosa"))
    rosa.post(f"/answers/{one.pk}/", {"client": cast.theo.pk, "based_on": 1, "q0-0_1-0": "1", "do": "sign"})
    last = text_of(rosa.get(f"/answers/{one.pk}/signature/"))
    assert "3 things before you sign" in last and "check=1#q0-0_2-0" in last
    assert rosa.post(f"/answers/{one.pk}/signature/", {"client": cast.theo.pk, "saved": 2}).status_code == 422
    assert "This has to be answered." in text_of(rosa.get(f"/answers/{one.pk}/?check=1"))


def test_an_answer_about_suicide_is_seen_before_and_after_signing(world, at):
    with inside(world.agency):
        epoch = feeds.ensure_epoch()
        one = answered(world, "phq-9", PHQ, **adult(world))
    ben, url = confirmed(at("ben")), f"/answers/{one.pk}/"
    last = text_of(ben.get(f"{url}signature/"))
    assert "An answer speaks of suicide" in last and "Before anybody leaves" in last and "tel:988" in last
    assert ben.post(f"{url}signature/", {"client": world.ida.pk, "saved": 2}).status_code == 303
    assert "The supervisor has been told" in text_of(ben.get(url))
    letters_go(world, epoch)
    with inside(world.agency):
        alarm = Alarm.objects.get()
        assert set(Letter.objects.values_list("to_staff_id", "acknowledged_at")) == {(world.staff["hana"], None)}
    hana = at("hana")
    assert "speaks of suicide" in text_of(hana.get("/inbox/")) and "An answer speaks" in text_of(
        hana.get(page(world.ida))
    )
    short = hana.post(f"/alarms/{alarm.pk}/answer/", {"client": world.ida.pk, "words": "ok"})
    assert short.status_code == 422 and "Say what was done, in ten" in text_of(short)
    sent = {"client": world.ida.pk, "words": "Went to see her at once."}
    assert hana.post(f"/alarms/{alarm.pk}/answer/", sent).status_code == 303
    letters_go(world, epoch)
    with inside(world.agency):
        assert not Letter.objects.filter(acknowledged_at=None).exists()
    assert "Went to see her at once." in text_of(ben.get(url))


def test_results_are_entered(cast, at):
    one = begin(cast, "sdq")
    rosa, url = at("rosa"), f"/answers/{one.pk}/"
    shown = text_of(rosa.get(url))
    assert "Results alone" in shown and "From 0 to 40" in shown
    wrong = rosa.post(url, {"client": cast.theo.pk, "based_on": 1, "total": "twelve", "do": "sign"})
    assert wrong.status_code == 422 and 'value="twelve"' in text_of(wrong)
    assert rosa.post(url, {"client": cast.theo.pk, "based_on": 1, "total": "12", "do": "sign"}).status_code == 303
    assert "12, close to average" in text_of(rosa.get(f"{url}signature/"))


def test_corrected_and_voided(cast, at):
    one = signed(cast)
    rosa, url = confirmed(at("rosa")), f"/answers/{one.pk}/"
    assert rosa.post(f"{url}correction/", {"client": cast.theo.pk}).status_code == 303
    assert "version 2" in text_of(rosa.get(url))
    assert "Why these answers are changed" in text_of(rosa.get(f"{url}signature/"))
    sent = {"client": cast.theo.pk, "saved": 1, "reason": "The columns were mixed up."}
    assert rosa.post(f"{url}signature/", sent).status_code == 303
    assert "The columns were mixed up." in text_of(rosa.get(url))
    assert rosa.post(f"{url}voiding/", {"client": cast.theo.pk, "reason": "no"}).status_code == 422
    assert rosa.post(f"{url}voiding/", {"client": cast.theo.pk, "reason": "About another child."}).status_code == 303
    assert "About another child." in text_of(rosa.get(url))
    assert json.loads(rosa.get(f"{url}response.json").content)["status"] == "entered-in-error"


def test_what_is_asked_and_due(cast, at):
    imani, theo = at("imani"), cast.theo
    assert "Have a form asked" in text_of(imani.get(page(theo)))
    assert imani.post(f"{page(theo)}set/", {"client": theo.pk, "set": "child"}).status_code == 303
    assert Asking.objects.count() == 3 and "Due " in text_of(imani.get(page(theo)))
    assert imani.post(f"{page(theo)}set/", {"client": theo.pk, "set": "x"}).status_code == 422
    sent = {"client": theo.pk, "form": "psc-17", "respondent": "caregiver", "occasion": "every", "every_days": ""}
    wrong = imani.post(f"{page(theo)}asked/", sent)
    assert wrong.status_code == 422 and "Choose 1 to 730 days." in text_of(wrong)
    assert imani.post(f"{page(theo)}asked/", sent | {"every_days": 60}).status_code == 303
    one = Asking.objects.get(respondent="caregiver")
    assert imani.post(f"/askings/{one.pk}/end/", {"client": theo.pk}).status_code == 303
    assert "Have a form asked" not in text_of(at("rosa").get(page(theo)))


def test_who_sees_what(cast, at):
    one = signed(cast)
    draft = answered(cast)
    for path in (
        page(cast.theo),
        f"/answers/{one.pk}/",
        f"/answers/{one.pk}/paper/",
        f"/answers/{one.pk}/response.json",
    ):
        found = {who: at(who).get(path).status_code for who in ("rosa", "imani", "ben", "hana", "dev", "quinn")}
        assert found == {"rosa": 200, "imani": 200, "ben": 403, "hana": 403, "dev": 403, "quinn": 200}
    assert at("imani").get(f"/answers/{draft.pk}/").status_code == 403, "a draft is its author's"
    assert at("rosa").get(f"/answers/{uuid4()}/").status_code == 404
    assert at("rosa").get(page(cast.omar)).status_code == 404


def test_a_form_of_another_clients_page_writes_nothing(cast, at):
    one = begin(cast)
    sent = {"client": cast.lucia.pk, "based_on": 1, "q0-0_1-0": "1"}
    assert at("rosa").post(f"/answers/{one.pk}/", sent).status_code == 422
    assert documents.at_work(one.document_id).saved == 1


def test_statements_are_few(cast, at, django_assert_max_num_queries):
    for day in (1, 2, 3):
        signed(cast, taken_on=date(2026, 11, day))
    actions.ask_set(by=cast.imani, on=cast.theo, key="child")
    rosa = at("rosa")
    rosa.get("/")
    with django_assert_max_num_queries(30):
        assert "taken 3 times" in text_of(rosa.get(page(cast.theo)))
    one = lookups.answerings_of(cast.theo.pk)[0]
    with django_assert_max_num_queries(34):
        rosa.get(f"/answers/{one.id}/")


@pytest.mark.parametrize("field", ["q0-0_1-0", "q99-0", "n0-0", "based_on", "do", "q0-0_1-0_2-0"])
@pytest.mark.parametrize("typed", ["", "-1", "9" * 400, "\u202e", "a\x00b", "q0-0", "١"])
def test_what_is_typed_wrong_is_never_an_error(cast, at, field, typed):
    one = begin(cast)
    sent = {"client": cast.theo.pk, "based_on": 1, "q0-0_1-0": "1", field: typed}
    assert at("rosa").post(f"/answers/{one.pk}/", sent).status_code in (303, 400, 422)


def test_signed_answers_as_pdf_hold_every_answer_and_the_total(cast, at):
    one = signed(cast)
    answer = at("rosa").get(f"/answers/{one.pk}/paper.pdf")
    assert answer["Content-Type"] == "application/pdf" and "Theo" not in answer["Content-Disposition"]
    text = papers.text_of(answer.content)
    for word in ("Theo", "C-2", "What it comes to", "☒", "Fingerprint", "Page 1 of"):
        assert word in text, word


def test_results_that_were_entered_have_a_paper_too(cast, at):
    one = entered(cast)
    assert "What it comes to" in papers.text_of(at("rosa").get(f"/answers/{one.pk}/paper.pdf").content)
    draft = answered(cast)
    assert at("rosa").get(f"/answers/{draft.pk}/paper.pdf").status_code == 404
