"""Answers that were given elsewhere: refused by name or taken in byte for byte, and signed by nobody here."""

import json
from copy import deepcopy
from datetime import date
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction

from alongside.documents import engine
from alongside.documents import lookups as documents
from alongside.documents.models import Signature
from alongside.documents.verifying import verify
from alongside.foundation.errors import NotHere, Refused, Unacceptable
from alongside.instruments import actions, lookups, queries
from alongside.instruments.dues import dues_of
from alongside.instruments.models import Alarm, Answering, Elsewhere
from alongside.instruments.tests.scenes import nodes, shown, signed
from alongside.instruments.tests.test_actions import PHQ, adult
from tests import papers

ABOUT = {
    "resourceType": "QuestionnaireResponse", "status": "completed", "authored": "2026-10-05T22:30:00-04:00",
    "questionnaire": "urn:alongside:instrument:phq-9", "author": {"display": "Riverside Clinic"},
    "source": {"reference": "Patient/77"}, "subject": {"reference": "Patient/77"},
}  # fmt: skip


def page(answer):
    return answer.content.decode()


def upload(body):
    return SimpleUploadedFile("clinic.json", body, "application/json")


def bare(given):
    """Codes alone, as others write them: what an answer is worth is for our form to say."""
    for part in given:
        for item in part["item"]:
            coding = item["answer"][0]["valueCoding"]
            coding.pop("extension", None)
    return given


def made(worth=None, **changed):
    given = bare(deepcopy(nodes("phq-9", worth or {**PHQ, "9": 0})))
    whole = {name: one for name, one in {**ABOUT, "item": given, **changed}.items() if one is not None}
    return json.dumps(whole, indent=1).encode() + b"\n\n"


def take(cast, body=None, **more):
    body = body if body is not None else made()
    return actions.take_in(by=more.pop("by", cast.hana), on=cast.ida, body=body, respondent="self", **more)


def said(no):
    return {(fault.code.rpartition(".")[2], fault.field) for fault in no.value.faults}


def test_it_is_kept_byte_for_byte_scored_and_marked(cast):
    body = made()
    one = take(cast, body, file_name="clinic.json")
    assert queries.file(by=cast.hana, on=one.pk)[1] == body
    [score] = [s for s in lookups.scores_of(cast.ida.pk) if s.scale == "total"]
    assert (one.state, one.taken_on, score.total, score.band) == ("taken", date(2026, 10, 5), 8, "mild")
    found = queries.read(by=cast.hana, on=one.pk)
    assert (found.away.author, found.away.authored) == ("Riverside Clinic", ABOUT["authored"])
    assert found.versions[0].signatures == () and found.texts
    again = queries.export(by=cast.hana, on=one.pk)
    assert (again["authored"], again["author"]) == (ABOUT["authored"], {"display": "Riverside Clinic"})
    assert verify(one.document_id).whole


def test_it_never_becomes_a_signature_here(cast):
    one = take(cast)
    version = documents.newest(one.document_id)
    assert not Signature.objects.exists()
    for act in (actions.sign, actions.save, actions.correct):
        with pytest.raises(Unacceptable):
            act(
                by=shown(cast.hana),
                on=one.pk,
                **{actions.sign: {"saved": 1}, actions.save: {"based_on": 1}}.get(act, {}),
            )
    with pytest.raises(DatabaseError, match="not signed here"), transaction.atomic():
        engine.sign(
            version.id, by=cast.hana, digest=version.digest, meaning="authored", capacity="Supervisor",
            confirmed_at=version.at,
        )  # fmt: skip
    with pytest.raises(DatabaseError), transaction.atomic():
        Elsewhere.objects.update(author="Somebody else")


def test_what_it_opens_is_opened_and_what_it_answers_is_not_asked_again(cast):
    actions.ask(by=cast.hana, on=cast.ida, form="phq-9", respondent="self", occasion="every", every_days=30)
    one = take(cast, made(PHQ))
    assert Alarm.objects.get().answering_id == one.pk
    [due] = dues_of([cast.ida.pk])[cast.ida.pk]
    assert due.last == date(2026, 10, 5)
    actions.void(by=cast.hana, on=one.pk, reason="It was about another client.")
    assert lookups.scores_of(cast.ida.pk) == () and dues_of([cast.ida.pk])[cast.ida.pk][0].last is None


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"questionnaire": None}, "names_no_form"), ({"questionnaire": "http://example.org/none"}, "no_form"),
        ({"questionnaire": ABOUT["questionnaire"] + "|0"}, "other_version"),
        ({"status": "in-progress"}, "not_completed"),
        ({"authored": None}, "no_moment"), ({"authored": "2026-13-01"}, "no_moment"),
        ({"modifierExtension": [{"url": "x"}]}, "changes_meaning"), ({"answers": []}, "no_member"),
        ({"item": "x"}, "not_a_list"), ({"resourceType": "Questionnaire"}, "no_response"),
        ({"item": [{"text": "no id"}]}, "no_link_id"),
    ],
)  # fmt: skip
def test_what_is_no_response_to_a_form_here_is_refused_by_name(cast, changed, code):
    with pytest.raises(Unacceptable) as no:
        take(cast, made(**changed))
    assert said(no) == {(code, "file")} and not Answering.objects.exists()


def test_everything_that_does_not_fit_is_named(cast):
    given = bare(nodes("phq-9", {**PHQ, "9": 0}))
    given[0]["item"][0]["answer"] = [{"valueString": "often"}]
    given[0]["item"][1]["answer"][0]["valueCoding"]["code"] = "never-heard-of"
    given[0]["item"].append({"linkId": "99", "answer": [{"valueInteger": 1}]})
    with pytest.raises(Unacceptable) as no:
        take(cast, made(item=given, authored="2031-01-01"))
    assert said(no) == {("later", "taken_on"), ("item", "file")}
    assert [fault.code.rpartition(".")[2] for fault in no.value.faults].count("item") == 3


def test_it_is_taken_in_once_and_not_for_another_client(cast):
    one = take(cast)
    with pytest.raises(Unacceptable) as no:
        take(cast)
    assert said(no) == {("here_already", "file")}
    actions.void(by=cast.hana, on=one.pk, reason="It was about another client.")
    assert take(cast).pk != one.pk
    with pytest.raises(Unacceptable) as no:
        take(cast, made(subject={"reference": f"http://x/Patient/{cast.theo.pk}"}))
    assert said(no) == {("other_client", "file")}


def test_what_is_left_out_or_counted_otherwise_is_told(cast):
    given = nodes("phq-9", {str(n): 1 for n in range(2, 10)})
    given[0]["item"][0]["answer"][0]["valueCoding"]["extension"] = [
        {"url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": 3}
    ]
    look = queries.weigh(by=cast.hana, on=cast.ida, body=made(item=given, author=None), respondent="self")
    assert not look.found.faults and [code for code, _ in look.found.told] == ["no_author", "worth"]
    [total] = [s for s in look.scores if s.scale == "total"]
    assert (total.total, total.firm) == (9, False) and not Answering.objects.exists()


def test_who_may(cast):
    for who in (cast.ben, cast.quinn, cast.imani, cast.ada):
        with pytest.raises(Refused):
            take(cast, by=who)
    one = take(cast)
    assert queries.file(by=cast.ben, on=one.pk)[0].endswith(".json")
    own = signed(cast, "phq-9", PHQ, **adult(cast))
    with pytest.raises(NotHere):
        queries.file(by=cast.hana, on=own.pk)


def test_what_goes_out_here_comes_in_there_with_the_same_answers(cast):
    own = signed(cast, "phq-9", {**PHQ, "1": 3}, **adult(cast))
    resource = queries.export(by=cast.ben, on=own.pk)
    one = take(cast, json.dumps(resource).encode())
    assert queries.export(by=cast.hana, on=one.pk)["item"] == resource["item"]
    totals = [s.total for s in lookups.scores_of(cast.ida.pk) if s.scale == "total"]
    assert totals == [Decimal(11), Decimal(11)]


def test_on_a_page_it_is_seen_before_it_is_kept(cast, at):
    hana, url = at("hana"), f"/clients/{cast.ida.pk}/instruments/elsewhere/"
    assert "Take in answers from elsewhere" in page(hana.get(f"/clients/{cast.ida.pk}/instruments/"))
    assert "Look at the file" in page(hana.get(url))
    sent = {"client": cast.ida.pk, "respondent": "self"}
    assert hana.post(url, sent).status_code == 422
    wrong = hana.post(url, sent | {"file": upload(b"{")})
    assert wrong.status_code == 422 and "no JSON" in page(wrong)
    unfit = hana.post(url, sent | {"file": upload(made(authored="2031-01-01"))})
    assert "This day has not come yet." in page(unfit) and "Take it in" not in page(unfit)
    body = made(PHQ, author={"display": "<b>Riverside</b>"})
    look = hana.post(url, sent | {"file": upload(body)})
    assert "Riverside" in page(look) and "<b>River" not in page(look) and "An answer speaks of suicide" in page(look)
    assert not Answering.objects.exists()
    packed = look.context_data["form"]["packed"].value()
    assert hana.post(url, {**sent, "client": cast.theo.pk, "packed": packed}).status_code == 422
    answer = hana.post(url, sent | {"packed": packed, "file_name": "clinic.json"})
    assert answer.status_code == 303
    read = page(hana.get(answer["Location"]))
    assert "Nobody here signed these answers." in read and "Oct 2026" in read and "9, mild" in read
    assert hana.get(f"{answer['Location']}file.json").content == body
    assert "Answered elsewhere" in page(hana.get(f"/clients/{cast.ida.pk}/instruments/"))
    assert "Nobody here signed" in page(hana.get(f"{answer['Location']}paper/"))
    assert "Riverside" in papers.text_of(hana.get(f"{answer['Location']}paper.pdf").content)
    assert hana.post(url, sent | {"packed": packed}).status_code == 422, "once"
    assert hana.post(url, sent | {"packed": "x"}).status_code == 422
    assert at("ben").get(url).status_code == 403
