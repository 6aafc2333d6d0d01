"""A draft that no note should come of: put aside with a reason, kept, told, taken up again; never what was signed."""

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from alongside.documents import lookups as documents
from alongside.documents.models import Aside
from alongside.foundation.errors import Refused, Unacceptable
from alongside.foundation.models import Entry, Letter
from alongside.notes import actions as notes
from alongside.notes import lookups, queries
from alongside.notes.fingerprints import rebuild_fingerprints
from alongside.notes.models import Note, PutAside
from alongside.notes.telling import tell_supervisors
from alongside.notes.tests import scenes

WHY = "The visit was called off and I pressed Start by mistake."


@pytest.fixture
def draft(cast):
    note = scenes.note(cast)
    scenes.save(note, by=cast.rosa, added={"plan": "Ask Imani about half pages."})
    return note


def put(cast, note, by=None, **values):
    paper = documents.at_work(note.document_id)
    return notes.put_aside(
        by=by or cast.rosa, on=note.pk, **{"saved": paper.saved if paper else 1, "reason": WHY, **values}
    )


def faults(call, *given, **values):
    with pytest.raises(Unacceptable) as no:
        call(*given, **values)
    return [fault.code for fault in no.value.faults]


def state(note):
    return Note.objects.get(pk=note.pk).state


def test_it_leaves_what_waits_and_its_text_is_kept(cast, draft):
    body = documents.at_work(draft.document_id).body
    aside = put(cast, draft)
    assert state(draft) == "aside" and documents.at_work(draft.document_id) is None
    assert Aside.objects.get(pk=aside.text_id).body == body
    assert queries.to_sign(by=cast.rosa, on=cast.staff["rosa"]).rows == ()
    assert lookups.open_sessions(cast.theo.pk) == {draft.session_id: "The note was put aside"}
    assert Entry.objects.filter(verb="notes.put_aside", outcome="done", subject_id=draft.pk).count() == 1
    assert rebuild_fingerprints() == 0


def test_it_is_taken_up_again_with_every_word(cast, draft):
    put(cast, draft)
    notes.take_up(by=cast.rosa, on=draft.pk)
    paper = documents.at_work(draft.document_id)
    assert "Ask Imani about half pages." in str(paper.body) and state(draft) == "draft"
    assert faults(notes.take_up, by=cast.rosa, on=draft.pk) == ["notes.fault.not_aside"]
    scenes.save(draft, by=cast.rosa, added={"objective": "Asks for a break.", "safety": scenes.OWN["safety"]})
    scenes.sign(draft, by=cast.rosa)
    assert state(draft) == "signed"


@pytest.mark.parametrize("who", ["imani", "ben", "amara", "quinn"])
def test_nobody_but_its_author(cast, draft, who):
    with pytest.raises(Refused):
        put(cast, draft, by=getattr(cast, who))
    put(cast, draft)
    with pytest.raises(Refused):
        notes.take_up(by=getattr(cast, who), on=draft.pk)


def test_only_with_a_reason_and_what_was_on_screen(cast, draft):
    assert faults(put, cast, draft, reason="  mistake ") == ["notes.fault.reason_short"]
    assert faults(put, cast, draft, saved=1) == ["notes.fault.changed"]
    assert state(draft) == "draft" and not PutAside.objects.exists() and not Aside.objects.exists()


def test_nothing_is_done_with_it_while_it_is_put_aside(cast, draft):
    put(cast, draft)
    sign, save = notes.sign, notes.save
    aside = ["notes.fault.aside"]
    assert faults(sign, by=scenes.confirmed(cast.rosa), on=draft.pk, saved=2) == aside
    assert faults(save, by=cast.rosa, on=draft.pk, based_on=2, texts={}, added={}, present="", format="BIRP") == aside
    assert faults(put, cast, draft) == ["notes.fault.not_a_draft"]
    assert faults(notes.draft, by=cast.rosa, on=draft.session_id) == ["notes.fault.drafted"]


def test_what_was_signed_once_is_not_put_aside(cast):
    note = scenes.signed(cast)
    assert faults(put, cast, note) == ["notes.fault.not_a_draft"]
    notes.give_back(by=cast.imani, on=note.pk, digest=scenes.digest(note), reason="Say where it happened.")
    assert faults(put, cast, note) == ["notes.fault.not_a_draft"]
    notes.correct(by=cast.rosa, on=note.pk)
    assert faults(put, cast, note) == ["notes.fault.not_a_draft"]


def test_the_database_keeps_it(cast, draft):
    aside = put(cast, draft)
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        PutAside.objects.all().delete()
    aside.pk, aside.reason, aside._state.adding = scenes.scenes.uuid7(), "mistake", True
    with pytest.raises(IntegrityError, match="put_aside_with_a_reason"), transaction.atomic():
        aside.save(force_insert=True)


def test_the_supervisor_is_told_and_reads_why_but_not_the_text(cast, at, draft):
    put(cast, draft)
    tell_supervisors(Entry.objects.get(verb="notes.put_aside"))
    assert [(one.to_staff_id, one.code) for one in Letter.objects.all()] == [
        (cast.staff["imani"], "notes.letter.aside")
    ]
    page = at("imani").get(f"/notes/{draft.pk}/").content.decode()
    assert WHY in page and "Ask Imani about half pages." not in page and "Take it up again" not in page


def test_the_pages(cast, at, draft):
    rosa, path = at("rosa"), f"/notes/{draft.pk}/aside/"
    assert 'href="aside/"' in rosa.get(f"/notes/{draft.pk}/").content.decode()
    page = rosa.get(path).content.decode()
    assert "You can take it up again" in page or "you can take it up again" in page
    kept = rosa.post(path, {"client": cast.theo.pk, "saved": 2, "reason": "<b>oh</b>"})
    assert kept.status_code == 422 and "&lt;b&gt;oh&lt;/b&gt;" in kept.content.decode()
    assert rosa.post(path, {"client": cast.lucia.pk, "saved": 2, "reason": WHY}).status_code == 422
    assert at("ben").get(path).status_code == 403
    done = rosa.post(path, {"client": cast.theo.pk, "saved": 2, "reason": WHY})
    assert (done.status_code, done["Location"]) == (303, "/to-sign/")
    assert rosa.get(path)["Location"] == f"/notes/{draft.pk}/"
    assert "Put aside by Rosa Delgado" in rosa.get(f"/notes/{draft.pk}/").content.decode()
    assert "put aside by Rosa Delgado" in rosa.get(f"/clients/{cast.theo.pk}/timeline/").content.decode()
    assert rosa.post(f"/notes/{draft.pk}/taken-up/", {"client": cast.theo.pk}).status_code == 303
    assert "Ask Imani about half pages." in rosa.get(f"/notes/{draft.pk}/").content.decode()
