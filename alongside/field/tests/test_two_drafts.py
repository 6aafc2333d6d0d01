"""A draft made at a desk and one signed on a device, of one visit: both are kept, a person says which stands."""

import pytest

from alongside.documents.lookups import at_work
from alongside.documents.models import Aside, Signature
from alongside.field import actions
from alongside.field.models import Decision, Hold
from alongside.field.tests.test_notes_from_device import DONE, draft, paper, reasons, sign  # noqa: F401
from alongside.foundation.errors import Refused, Unacceptable
from alongside.foundation.models import Entry
from alongside.notes import actions as notes
from alongside.notes.lookups import open_sessions
from alongside.notes.models import Note, PutAside
from tests.field.device import outcomes

REASON = "She wrote it on the device, in the bus."
BOTH = [("held", "other_draft"), ("held", "after_held")]


@pytest.fixture
def desk(shift, cast, paper):  # noqa: F811
    """The draft that was made at a desk, and what the device then hands in: its own note, signed."""
    made = notes.draft(by=cast.rosa, on=paper.session)
    made.words = "Written at the desk."
    notes.save(by=cast.rosa, on=made.pk, based_on=1, present="aunt", format="BIRP", added={"plan": made.words})
    sealed = shift.seal(draft(shift, paper), sign(shift, paper))
    assert outcomes(shift.device.hand_in(shift.browser, *sealed)) == BOTH
    made.sealed = sealed
    return made


def text_of(body):
    return " ".join(one["text"] for one in body["sentences"])


def both_are_kept(desk, paper):  # noqa: F811
    desk.refresh_from_db()
    mine = Note.objects.get(pk=paper.id)
    assert (desk.state, mine.state, str(mine.document_id)) == ("aside", "signed", paper.document)
    assert Signature.objects.get().digest == paper.digest()
    assert desk.words in text_of(Aside.objects.get(document=desk.document_id).body)


def test_neither_takes_the_others_place(shift, desk, paper):  # noqa: F811
    assert desk.words in text_of(at_work(desk.document_id).body)
    assert Note.objects.count() == 1 and not Signature.objects.exists()
    assert Hold.objects.order_by("seq")[0].body["details"]["body"] == paper.body


def test_its_author_puts_the_desks_aside_and_the_devices_is_carried_out_by_itself(shift, cast, desk, paper):  # noqa: F811
    notes.put_aside(by=cast.rosa, on=desk.pk, saved=2, reason=REASON)
    assert outcomes(shift.device.hand_in(shift.browser, *desk.sealed)) == [DONE, DONE]
    both_are_kept(desk, paper)
    assert not Hold.objects.filter(settled_at=None).exists()


def test_a_supervisor_takes_the_devices_and_says_why(shift, cast, desk, paper, at):  # noqa: F811
    hold = Hold.objects.order_by("seq")[0]
    page = at("imani").get(f"/held/{hold.pk}/").content.decode()
    assert f"/held/{hold.pk}/instead/" in page and "Held up the break card twice." in page
    form = {"client": str(cast.theo.pk), "reason": REASON}
    assert at("imani").get(f"/held/{hold.pk}/instead/").status_code == 200
    assert at("imani").post(f"/held/{hold.pk}/instead/", {**form, "reason": ""}).status_code == 422
    assert at("imani").post(f"/held/{hold.pk}/instead/", form).status_code == 303
    both_are_kept(desk, paper)
    put = PutAside.objects.get()
    assert (put.staff_id, put.reason) == (cast.staff["rosa"], REASON)
    assert Entry.objects.get(verb="notes.put_aside").on_behalf_of == cast.staff["imani"]
    assert Decision.objects.get().reason == REASON
    assert outcomes(shift.device.hand_in(shift.browser, *desk.sealed)) == [DONE, DONE]


def test_a_supervisor_sets_the_devices_aside_and_the_device_is_told(shift, cast, desk):
    actions.set_aside(by=cast.imani, on=Hold.objects.order_by("seq")[0].pk, reason=REASON)
    answer = shift.device.hand_in(shift.browser, *desk.sealed)
    assert outcomes(answer) == [("held", "set_aside")] * 2 and "other_draft" in reasons(answer)[0]
    assert Decision.objects.count() == 2 and not Hold.objects.filter(settled_at=None).exists()
    assert desk.words in text_of(at_work(desk.document_id).body)


def test_carrying_it_out_without_a_word_about_the_other_does_nothing(cast, desk):
    with pytest.raises(Unacceptable) as no:
        actions.apply(by=cast.imani, on=Hold.objects.order_by("seq")[0].pk)
    assert [fault.code for fault in no.value.faults] == ["notes.fault.other_draft"]
    with pytest.raises(Refused):
        actions.apply(by=cast.rosa, on=Hold.objects.order_by("seq")[0].pk, instead=REASON)
    assert Note.objects.count() == 1


def test_what_was_signed_at_the_desk_meanwhile_stays(cast, desk, monkeypatch):
    Note.objects.filter(pk=desk.pk).update(state="returned")  # it was signed once
    with pytest.raises(Unacceptable):
        actions.apply(by=cast.imani, on=Hold.objects.order_by("seq")[0].pk, instead=REASON)


def test_the_one_put_aside_is_not_taken_up_beside_the_other_and_opens_no_point(shift, cast, desk, paper):  # noqa: F811
    notes.put_aside(by=cast.rosa, on=desk.pk, saved=2, reason=REASON)
    assert set(open_sessions(cast.theo.pk)) == {desk.session_id}
    shift.device.hand_in(shift.browser, *desk.sealed)
    with pytest.raises(Unacceptable) as no:
        notes.take_up(by=cast.rosa, on=desk.pk)
    assert [fault.code for fault in no.value.faults] == ["notes.fault.other_note"]
    assert open_sessions(cast.theo.pk) == {}


def test_the_record_shows_both(shift, cast, desk, at):
    notes.put_aside(by=cast.rosa, on=desk.pk, saved=2, reason=REASON)
    shift.device.hand_in(shift.browser, *desk.sealed)
    page = at("rosa").get(f"/clients/{cast.theo.pk}/").content.decode()
    assert all(f"/notes/{note.pk}/" in page for note in Note.objects.all())
