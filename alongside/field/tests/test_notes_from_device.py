"""Notes drafted and signed without signal: kept as they came, held where they cannot stand, never silently changed."""

from copy import deepcopy
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from django.db import ProgrammingError, connection, transaction

from alongside.behaviour import actions as behaviour
from alongside.behaviour.tests.scenes import Seen
from alongside.documents.models import Aside, DeviceSignature, Signature
from alongside.documents.sealing import seal
from alongside.documents.verifying import verify
from alongside.field.models import Hold
from alongside.foundation.errors import Refused, Unacceptable
from alongside.foundation.models import Entry, Letter
from alongside.foundation.tenancy import inside
from alongside.notes import actions as notes
from alongside.notes import arriving, facts
from alongside.notes.forms_in_use import edition
from alongside.notes.models import LeftAsItIs, Note, Remark
from alongside.notes.rules import editing
from alongside.notes.tests import scenes
from alongside.notes.tests.scenes import OWN, confirmed
from alongside.people.models import Client
from alongside.sessions.lookups import verified
from tests.field.device import id7, now, outcomes, signature, written

DONE = ("done", "")
UNACCEPTABLE = ("held", "unacceptable")


@dataclass
class Paper:
    """A note on the device."""

    id: str
    document: str
    session: str
    body: dict[str, Any]

    def digest(self) -> str:
        return seal(
            document=self.document, number=1, kind="first", form="progress_note", form_edition=edition(), body=self.body
        ).digest  # fmt: skip


@pytest.fixture
def paper(shift, cast):
    """A visit that was handed in and has ended, and the note that its author wrote on the device meanwhile."""
    Client.objects.filter(pk=cast.theo.pk).update(diagnosis="F84.0")
    start = shift.start()
    began = now() - timedelta(minutes=50)
    seen = [shift.seen(start, details={"happened_at": written(began + timedelta(minutes=m))}) for m in (1, 9)]
    assert outcomes(shift.give(start, *seen, shift.end(start))) == [DONE] * 4
    drafted = facts.body(facts.gathered(start["id"]))
    added = {**OWN, "objective": "Asks for a break.", "intervention": "Held up the break card twice.",
             "response": "Theo took the card."}  # fmt: skip
    body = editing.edited(drafted, texts={}, added=added, present="teacher", format=drafted["format"])
    return Paper(id7(), id7(), start["id"], body)


def draft(shift, paper, **given):
    details = {"document": paper.document, "body": given.pop("body", paper.body)}
    return shift.device.operation(shift.who, "notes.draft/1", paper.session, details, id=paper.id, **given)


def sign(shift, paper, *, key=None, saved=1, at=None, **changed):
    user, at = shift.device.users[shift.who], written(at or now())
    plain = {
        "purpose": "alongside-field/1 note", "agency": shift.device.agency, "device": shift.device.id,
        "enrolment": user.enrolment, "note": paper.id, "session": paper.session, "digest": paper.digest(),
        "meaning": "authored", "signed_at": at, **changed,
    }  # fmt: skip
    details = {
        "saved": saved,
        "digest": paper.digest(),
        "signed_at": at,
        "signature": signature(key or user.signing, plain),
    }
    return shift.device.operation(shift.who, "notes.sign/1", paper.id, details)


def reasons(answer):
    return [{one["code"] for one in receipt["reasons"]} for receipt in answer.json()["receipts"]]


def test_a_note_that_was_signed_without_signal_stands(shift, cast, paper, at):
    moment = now().replace(microsecond=0) + timedelta(seconds=1)
    assert outcomes(shift.give(draft(shift, paper), sign(shift, paper, at=moment))) == [DONE, DONE]
    note = Note.objects.get(pk=paper.id)
    assert (note.state, str(note.document_id), note.author_id) == ("signed", paper.document, cast.staff["rosa"])
    signed, made = Signature.objects.get(), DeviceSignature.objects.get()
    assert signed.confirmed_at == made.signed_at == moment and signed.at != moment
    assert made.statement["digest"] == signed.digest == paper.digest()
    assert verify(note.document_id).whole and not Remark.objects.exists()
    page = at("rosa").get(f"/notes/{note.pk}/").content.decode()
    assert "Signed on the device" in page and "received" in page
    assert Entry.objects.get(verb="notes.sign").session_ref == f"device:{shift.device.id}"


def test_what_was_saved_on_the_device_is_what_is_signed(shift, paper):
    first = draft(shift, paper)
    paper.body = deepcopy(paper.body)
    paper.body["sentences"][-1]["text"] = "Keep the card within reach, and ask about half pages."
    save = shift.device.operation(shift.who, "notes.save/1", paper.id, {"based_on": 1, "body": paper.body})
    assert outcomes(shift.give(first, save, sign(shift, paper, saved=2))) == [DONE] * 3
    assert Note.objects.get(pk=paper.id).state == "signed"


@pytest.mark.parametrize("change", [{"digest": "0" * 64}, {"note": id7()}, {"meaning": "co-signed"}, {"device": id7()}])
def test_a_signature_over_anything_else_is_held(shift, paper, change):
    answer = shift.give(draft(shift, paper), sign(shift, paper, **change))
    assert outcomes(answer) == [DONE, UNACCEPTABLE]
    assert "notes.fault.device_signature" in reasons(answer)[1]
    assert Note.objects.get(pk=paper.id).state == "draft" and not Signature.objects.exists()


def test_a_signature_by_another_key_is_held_whole(shift, paper):
    assert (
        outcomes(shift.give(draft(shift, paper), sign(shift, paper, key=ec.generate_private_key(ec.SECP256R1()))))[1]
        == UNACCEPTABLE
    )
    assert Hold.objects.get().body["details"]["digest"] == paper.digest()


def test_a_digest_of_another_text_is_held(shift, paper):
    first = draft(shift, paper)
    paper.body = {**paper.body, "present": "teacher, Ms. Lee"}
    answer = shift.give(first, sign(shift, paper))
    assert outcomes(answer)[1] == UNACCEPTABLE and "notes.fault.digest" in reasons(answer)[1]


@pytest.mark.parametrize("minutes", [-120, 30])
def test_signed_before_the_end_or_later_than_now_is_held(shift, paper, minutes):
    answer = shift.give(draft(shift, paper), sign(shift, paper, at=now() + timedelta(minutes=minutes)))
    assert outcomes(answer)[1] == UNACCEPTABLE and "notes.fault.signed_at" in reasons(answer)[1]


def test_a_drafted_sentence_that_the_records_do_not_give_is_remarked_and_not_changed(shift, paper, at):
    one = next(s for s in paper.body["sentences"] if s["evidence"] and s["evidence"][0]["kind"] == "observation")
    one["text"] = one["drafted"] = one["drafted"].replace("2 times", "7 times")
    assert outcomes(shift.give(draft(shift, paper), sign(shift, paper))) == [DONE, DONE]
    assert Remark.objects.get().sentences == 1
    page = at("imani").get(f"/notes/{paper.id}/cosign/").content.decode()
    assert "Drafted on a device: 1 sentence differs from the records here." in page and "7 times" in page
    with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("update notes_remark set sentences = 0")


def test_a_head_that_is_not_this_visit_is_held_and_a_name_that_changed_is_remarked(shift, paper):
    other = deepcopy(paper.body)
    other["head"]["identifier"] = "C-3"
    answer = shift.give(draft(shift, paper, body=other))
    assert outcomes(answer) == [UNACCEPTABLE] and "notes.fault.other_visit" in reasons(answer)[0]
    paper.body["head"]["client_name"] = "Teddy Bell"
    paper.id = id7()
    assert outcomes(shift.give(draft(shift, paper))) == [DONE]
    assert Remark.objects.get().head == ["client_name"]


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda body: body.update(more=1), "form"), (lambda body: body.pop("present"), "form"),
        (lambda body: body["head"].update(minutes="60"), "form"), (lambda body: body["head"].pop("zone"), "form"),
        (lambda body: body["sentences"][0].update(own=True), "marks"),
        (lambda body: body["sentences"].append(body["sentences"][0]), "marks"),
        (lambda body: body["sentences"][0].update(role="poem"), "role"),
        (lambda body: body["sentences"][0].update(id="x1"), "form"),
        (lambda body: body.update(format="POEM"), "format"),
        (lambda body: body["sentences"][0]["evidence"][0]["ids"].append(id7()), "cites"),
        (lambda body: body["sentences"][0].update(evidence="all"), "form"),
        (lambda body: body["head"].update(began_at="yesterday"), "other_visit"),
    ],
)  # fmt: skip
def test_what_is_no_note_of_this_visit_is_held(shift, paper, spoil, code):
    spoil(paper.body)
    answer = shift.give(draft(shift, paper))
    assert outcomes(answer) == [UNACCEPTABLE] and f"notes.fault.{code}" in reasons(answer)[0]
    assert not Note.objects.exists()


@pytest.mark.parametrize("text", ["a\x00b", "right \u202e left", "word " * 5_000])
def test_text_that_no_page_takes_is_held(shift, paper, text):
    paper.body["sentences"][-1]["text"] = text
    assert outcomes(shift.give(draft(shift, paper)))[0][0] == "held" and not Note.objects.exists()


def test_the_same_draft_again_is_one_note(shift, cast, paper):
    one = draft(shift, paper)
    shift.give(one)
    assert notes.draft(by=cast.rosa, on=paper.session, id=UUID(one["id"]), body=paper.body).pk == Note.objects.get().pk
    assert not Aside.objects.exists()


def test_the_devices_signature_stays_as_it_was_made(shift, paper):
    shift.give(draft(shift, paper), sign(shift, paper))
    with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("update documents_devicesignature set signed_at = now()")


@pytest.fixture
def signed(shift, paper):
    """The note, signed, as if an hour ago: within a test everything is received at one moment."""
    assert outcomes(shift.give(draft(shift, paper), sign(shift, paper))) == [DONE, DONE]
    return Note.objects.get(pk=paper.id)


def late(monkeypatch, count):
    monkeypatch.setattr(arriving, "received_after", lambda session, moment: count)


def test_what_arrives_later_marks_the_note_and_asks_its_author(shift, cast, signed, at, monkeypatch):
    before = signed.state, at("rosa").get(f"/notes/{signed.pk}/").content.decode()
    assert "arrived after signing" not in before[1]
    late(monkeypatch, 3)
    entry = Entry.objects.filter(verb="behaviour.record").last()
    for _ in range(2):
        arriving.tell_late(entry)
    [letter] = Letter.objects.filter(code="notes.letter.arrived")
    assert (letter.to_staff_id, letter.path) == (cast.staff["rosa"], f"/notes/{signed.pk}/")
    page = at("rosa").get(f"/notes/{signed.pk}/").content.decode()
    assert "3 records arrived after signing." in page and 'href="arrived/"' in page
    assert "3 records arrived after signing." in at("imani").get(f"/notes/{signed.pk}/cosign/").content.decode()
    assert 'href="../addendum/"' in at("rosa").get(f"/notes/{signed.pk}/arrived/").content.decode()


def test_leaving_it_as_it_is_is_a_decision_with_a_reason(shift, cast, signed, at, monkeypatch):
    path, form = f"/notes/{signed.pk}/arrived/", {"client": cast.theo.pk, "reason": "They repeat what the note says."}
    assert at("rosa").post(path, form).status_code == 422  # nothing arrived
    late(monkeypatch, 2)
    assert at("rosa").post(path, {**form, "reason": "no"}).status_code == 422
    assert at("imani").post(path, form).status_code == 403
    assert at("rosa").post(path, form).status_code == 303
    decided = LeftAsItIs.objects.get()
    assert (decided.records, decided.staff_id) == (2, cast.staff["rosa"])
    with pytest.raises(Refused):
        notes.leave(by=cast.ben, on=signed.pk, reason="It is not mine to say.")


def test_what_arrives_is_counted_from_the_rows_themselves(world):
    with inside(world.agency):
        note = scenes.signed(world)
    with inside(world.agency):
        target = scenes.Target.objects.get(client=world.theo, name="Aggression")
        assert arriving.arrived(note, Signature.objects.get().at) == 0
        at = note.session.began_at + timedelta(minutes=40)
        behaviour.record(
            by=world.rosa,
            on=note.session_id,
            observations=[Seen(scenes.scenes.uuid7(), target.pk, {"count": 1}, at, "")],
        )
    with inside(world.agency):
        assert arriving.arrived(note, Signature.objects.get().at) == 1
        notes.leave(by=confirmed(world.rosa), on=note.pk, reason="It is the hit of which the note tells.")
    with inside(world.agency):
        assert arriving.arrived(note, Signature.objects.get().at) == 0
        with pytest.raises(Unacceptable):
            notes.leave(by=confirmed(world.rosa), on=note.pk, reason="Once more, for no reason at all.")


@pytest.mark.parametrize(
    ("given", "outcome"),
    [
        ({"how": "device_place", "latitude": 39.95, "longitude": -75.16, "accuracy_m": 12}, DONE),
        ({"how": "place_refused", "exception": "forgot", "reason": "Rang, then began to record"}, DONE),
        ({"how": "no_place"}, DONE), ({"how": "device_place"}, UNACCEPTABLE),
        ({"how": "no_place", "exception": "forgot"}, UNACCEPTABLE), ({"how": "no_place", "where": "here"},
                                                                     ("held", "unreadable")),
    ],
)  # fmt: skip
def test_how_it_is_known_comes_with_the_visit_and_with_the_devices_time(shift, given, outcome):
    start = shift.start()
    said = shift.device.operation("rosa", "sessions.verify/1", start["id"], {"moment": "begin", **given})
    assert outcomes(shift.give(start, said)) == [DONE, outcome]
    assert [written(row.device_at) for row in verified(start["id"])] == [said["at"]] * (outcome == DONE)
