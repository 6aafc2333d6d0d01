"""Answers signed without signal: the same action as at the desk, in their author's name, or held with a reason."""

from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from alongside.documents import lookups as documents
from alongside.documents.models import DeviceSignature, Signature
from alongside.documents.sealing import seal
from alongside.documents.verifying import verify
from alongside.field.models import Hold
from alongside.foundation.models import Entry
from alongside.foundation.tenancy import inside
from alongside.instruments import actions as instruments
from alongside.instruments.editions import asked_of, begun
from alongside.instruments.models import Alarm, Answering, Score
from alongside.instruments.papers import whole_body
from alongside.instruments.tests.scenes import nodes
from alongside.questionnaires.filling import filled
from tests.field.device import id7, now, outcomes, signature, written

DONE = ("done", "")
UNACCEPTABLE = ("held", "unacceptable")
WORTH = {str(n): 1 for n in range(1, 18)}
DAY = "2026-11-02"


class Sheet:
    """A form answered on the device."""

    def __init__(self, shift, client, form, worth, respondent):
        self.shift, self.client, self.id, self.document = shift, client, id7(), id7()
        self.line = documents.edition(begun(form).edition)
        self.respondent, self.answers = respondent, nodes(form, worth)

    def handed_in(self):
        said = {"edition": str(self.line.id), "document": self.document, "respondent": self.respondent}
        said |= {"taken_on": DAY, "answers": self.answers}
        return self.shift.device.operation("rosa", "instruments.answer/1", self.client, said, id=self.id)

    def digest(self):
        asked = asked_of(self.line.id)
        about = {"title": self.line.title, "respondent": self.respondent, "answered_by": "", "taken_on": DAY}
        line = {"key": self.line.key, "number": self.line.number, "sha256": self.line.sha256}
        body = whole_body({**about, "taken_from": ""}, asked, filled(asked, self.answers, {}).response, **line)
        return seal(
            document=self.document, number=1, kind="first", form=self.line.key, form_edition=self.line.label, body=body
        ).digest

    def signed(self, *, key=None, at=None, saved=2, **changed):
        user, at = self.shift.device.users["rosa"], written(at or now())
        plain = {
            "purpose": "alongside-field/1 answers", "agency": self.shift.device.agency,
            "device": self.shift.device.id, "enrolment": user.enrolment, "answering": self.id,
            "client": str(self.client), "digest": self.digest(), "meaning": "authored", "signed_at": at, **changed,
        }  # fmt: skip
        made = signature(key or user.signing, plain)
        details = {"saved": saved, "digest": self.digest(), "signed_at": at, "signature": made}
        return self.shift.device.operation("rosa", "instruments.sign/1", self.id, details)


@pytest.fixture
def sheet(shift, cast):
    """The PSC-17 of Theo, answered by his mother."""
    with inside(cast.agency):
        yield Sheet(shift, cast.theo.pk, "psc-17", WORTH, "parent")


def codes(answer):
    return [{one["code"] for one in receipt["reasons"]} for receipt in answer.json()["receipts"]]


def test_they_stand_scored_with_both_times(shift, cast, sheet, at):
    moment = now().replace(microsecond=0) - timedelta(hours=3)
    assert outcomes(shift.give(sheet.handed_in(), sheet.signed(at=moment))) == [DONE, DONE]
    one = Answering.objects.get(pk=sheet.id)
    assert (one.state, one.made_by_id) == ("signed", cast.staff["rosa"])
    signed, made = Signature.objects.get(), DeviceSignature.objects.get()
    assert signed.digest == sheet.digest() == made.statement["digest"] and verify(one.document_id).whole
    assert signed.confirmed_at == made.signed_at == moment and signed.at != moment
    assert Score.objects.get(answering=one, scale="total").total == 17
    assert Entry.objects.get(verb="instruments.sign").session_ref == f"device:{shift.device.id}"
    page = at("rosa").get(f"/answers/{one.pk}/").content.decode()
    assert "Signed on the device" in page and "received" in page


def test_once_however_often_it_comes(shift, sheet):
    first, then = sheet.handed_in(), sheet.signed()
    assert outcomes(shift.give(first, then)) == outcomes(shift.give(first, then)) == [DONE, DONE]
    assert Signature.objects.count() == 1


def test_what_an_answer_opens_waits_to_be_looked_after(shift, cast):
    with inside(cast.agency):
        sheet = Sheet(shift, cast.theo.pk, "asq", {"1": 0, "2": 0, "3": 1, "4": 0, "5": 0}, "self")
        assert outcomes(shift.give(sheet.handed_in(), sheet.signed())) == [DONE, DONE]
        [alarm] = Alarm.objects.all()
        assert (alarm.path, alarm.because, alarm.staff_id) == ("suicide", ["3"], cast.staff["rosa"])


@pytest.mark.parametrize(
    "change", [{"digest": "0" * 64}, {"answering": id7()}, {"client": id7()}, {"meaning": "co-signed"}]
)
def test_a_signature_over_anything_else_is_held(shift, sheet, change):
    answer = shift.give(sheet.handed_in(), sheet.signed(**change))
    assert outcomes(answer) == [DONE, UNACCEPTABLE] and "instruments.fault.device_signature" in codes(answer)[1]
    assert Answering.objects.get(pk=sheet.id).state == "draft" and not Signature.objects.exists()


def test_a_signature_by_another_key_is_held_whole(shift, sheet):
    answer = shift.give(sheet.handed_in(), sheet.signed(key=ec.generate_private_key(ec.SECP256R1())))
    assert outcomes(answer)[1] == UNACCEPTABLE
    assert Hold.objects.get().body["details"]["digest"] == sheet.digest()


def test_other_answers_than_were_signed_are_held(shift, sheet):
    mine, sheet.answers = sheet.answers, nodes("psc-17", {**WORTH, "1": 2})
    first, sheet.answers = sheet.handed_in(), mine
    answer = shift.give(first, sheet.signed())
    assert "instruments.fault.digest" in codes(answer)[1] and not Signature.objects.exists()


def test_a_time_to_come_is_held(shift, sheet):
    answer = shift.give(sheet.handed_in(), sheet.signed(at=now() + timedelta(hours=5)))
    assert "instruments.fault.signed_at" in codes(answer)[1]


def test_a_draft_that_was_changed_at_a_desk_meanwhile_is_not_signed(shift, cast, sheet):
    assert outcomes(shift.give(sheet.handed_in())) == [DONE]
    changed = nodes("psc-17", {**WORTH, "2": 2})
    instruments.save(by=cast.rosa, on=Answering.objects.get(pk=sheet.id), based_on=2, answers=changed)
    answer = shift.give(sheet.signed())
    assert outcomes(answer) == [UNACCEPTABLE] and "instruments.fault.digest" in codes(answer)[0]


def test_too_few_answers_are_held(shift, cast, sheet):
    sheet.answers = []
    answer = shift.give(sheet.handed_in(), sheet.signed())
    assert "instruments.fault.nothing" in codes(answer)[1]


def test_who_left_the_team_signs_no_more(shift, cast, sheet):
    """The rights of the day on which it arrives."""
    assert outcomes(shift.give(sheet.handed_in())) == [DONE]
    Answering.objects.filter(pk=sheet.id).update(made_by=cast.staff["ben"], client=cast.ida.pk)
    assert outcomes(shift.give(sheet.signed()))[0][0] == "held"
    assert not Signature.objects.exists()
