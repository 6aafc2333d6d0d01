"""Each verb of notes: done, refused, unacceptable, written down."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from alongside.documents import lookups as documents
from alongside.documents.models import Aside, Draft, Return, Signature, Version
from alongside.documents.verifying import verify
from alongside.foundation.errors import NotHere, Refused, Unacceptable
from alongside.foundation.ids import uuid7
from alongside.foundation.models import Entry
from alongside.notes import actions as notes
from alongside.notes.models import Fingerprint, Likeness, Note
from alongside.notes.tests import scenes
from alongside.people.models import TeamPlace
from alongside.workforce.models import Cover, Supervision


def codes(raised):
    return [fault.code for fault in raised.value.faults]


def entry(verb, outcome="done"):
    return Entry.objects.filter(verb=verb, outcome=outcome)


# draft


def test_a_note_is_drafted_from_its_visit(cast):
    note = scenes.note(cast)
    body = documents.at_work(note.document_id).body
    texts = " ".join(s["text"] for s in body["sentences"])
    assert "Aggression was counted 2 times in 1 h, 2 per hour" in texts
    assert "Asks for a break was counted 3 times in 1 h" in texts
    assert body["present"] == "teacher"
    assert (note.state, note.minutes, note.units, note.cosigner_id) == ("draft", 60, 4, cast.staff["imani"])
    assert entry("notes.draft").get().subject_id == note.pk


def test_an_empty_visit_gives_two_lines(cast):
    body = documents.at_work(scenes.note(cast, recorded=False).document_id).body
    assert len(body["sentences"]) == 2


def test_a_running_visit_has_no_note(cast):
    with pytest.raises(Unacceptable) as no:
        notes.draft(by=cast.rosa, on=scenes.visit(cast, end=False).pk)
    assert codes(no) == ["notes.fault.running"]


def test_a_visit_has_one_note(cast):
    note = scenes.note(cast)
    with pytest.raises(Unacceptable) as no:
        notes.draft(by=cast.rosa, on=note.session_id)
    assert codes(no) == ["notes.fault.drafted"]


def test_only_who_ran_the_visit_begins_its_note(cast):
    session = scenes.visit(cast)
    for who in (cast.ben, cast.imani, cast.nadia):
        with pytest.raises(Refused):
            notes.draft(by=who, on=session.pk)


def test_units_of_a_second_visit_of_the_day_are_counted_on(cast):
    first = scenes.note(cast, hours_ago=4)
    second = scenes.note(cast, hours_ago=2)
    assert (first.units, second.units) == (4, 4)


# save


def test_saving_keeps_what_was_typed(cast):
    note = scenes.note(cast)
    saved = scenes.save(note, by=cast.rosa, added={"plan": "Ask Imani."}, present="nobody else", format="SOAP")
    paper = documents.at_work(note.document_id)
    assert saved.count == paper.saved == 2
    assert (paper.body["sentences"][-1]["text"], paper.body["present"]) == ("Ask Imani.", "nobody else")
    assert Note.objects.get(pk=note.pk).format == "SOAP"


def test_a_stale_save_keeps_both_texts(cast):
    note = scenes.note(cast)
    scenes.save(note, by=cast.rosa, added={"plan": "From the phone."}, based_on=1)
    stale = scenes.save(note, by=cast.rosa, added={"plan": "From the laptop."}, based_on=1)
    assert stale.aside is not None
    assert documents.at_work(note.document_id).body["sentences"][-1]["text"] == "From the phone."
    assert "From the laptop." in [s["text"] for s in Aside.objects.get().body["sentences"]]


def test_the_other_text_can_be_chosen_and_neither_is_lost(cast):
    note = scenes.note(cast)
    scenes.save(note, by=cast.rosa, added={"plan": "From the phone."}, based_on=1)
    stale = scenes.save(note, by=cast.rosa, added={"plan": "From the laptop."}, based_on=1)
    notes.choose(by=cast.rosa, on=note.pk, aside=stale.aside, based_on=2)
    texts = [s["text"] for s in documents.at_work(note.document_id).body["sentences"]]
    assert "From the laptop." in texts
    assert Aside.objects.count() == 2


def test_an_aside_of_another_note_is_not_here(cast):
    with pytest.raises(NotHere):
        notes.choose(by=cast.rosa, on=scenes.note(cast).pk, aside=uuid7(), based_on=1)


@pytest.mark.parametrize("who", ["ben", "imani", "nadia", "dev"])
def test_nobody_else_saves(cast, who):
    with pytest.raises(Refused):
        scenes.save(scenes.note(cast), by=getattr(cast, who))


def test_a_signed_note_is_not_saved(cast):
    note = scenes.signed(cast)
    with pytest.raises(Unacceptable) as no:
        notes.save(by=cast.rosa, on=note.pk, based_on=1, texts={}, added={}, present="", format="BIRP")
    assert codes(no) == ["notes.fault.signed"]


def test_a_form_of_another_client_saves_nothing(cast):
    with pytest.raises(Unacceptable) as no:
        scenes.save(scenes.note(cast), by=cast.rosa, opened_for=str(cast.lucia.pk))
    assert codes(no) == ["foundation.fault.other_client"]


# sign


def test_signing_makes_a_version_for_good(cast):
    note = scenes.signed(cast)
    version, signature = Version.objects.get(), Signature.objects.get()
    assert (version.number, version.kind, version.late) == (1, "first", False)
    assert (signature.name, signature.credential, signature.capacity, signature.meaning) == (
        "Rosa Delgado", "TSS", "Therapeutic Support Specialist", "authored",
    )  # fmt: skip
    assert signature.digest == version.digest
    assert (note.state, note.cosigner_id) == ("signed", cast.staff["imani"])
    assert not Draft.objects.exists() and Fingerprint.objects.get().note_id == note.pk
    assert verify(note.document_id).whole
    assert entry("notes.sign").get().relation == "author"


def test_signing_needs_somebody_who_just_showed_who_they_are(cast):
    note = scenes.written(cast)
    for by in (cast.rosa, scenes.confirmed(cast.rosa, minutes=10.1)):
        with pytest.raises(Refused) as no:
            notes.sign(by=by, on=note.pk, saved=2)
        assert no.value.no.way_on == f"/account/confirm/?next=/notes/{note.pk}/sign/"
    notes.sign(by=scenes.confirmed(cast.rosa, minutes=9.5), on=note.pk, saved=2)


def test_what_is_missing_stands_before_a_signature(cast):
    with pytest.raises(Unacceptable) as no:
        scenes.sign(scenes.note(cast), by=cast.rosa)
    assert set(codes(no)) == {f"notes.payer.missing.{e}" for e in ("objective", "safety", "plan")}
    assert not Version.objects.exists()


def test_a_draft_saved_since_is_not_signed(cast):
    note = scenes.written(cast)
    scenes.save(note, by=cast.rosa, added={"plan": "One more thing."})
    with pytest.raises(Unacceptable) as no:
        notes.sign(by=scenes.confirmed(cast.rosa), on=note.pk, saved=2)
    assert codes(no) == ["notes.fault.changed"]
    assert Draft.objects.exists() and not Version.objects.exists()


def test_a_note_is_signed_once(cast):
    note = scenes.signed(cast)
    with pytest.raises(Unacceptable) as no:
        notes.sign(by=scenes.confirmed(cast.rosa), on=note.pk, saved=2)
    assert codes(no) == ["notes.fault.signed"]


@pytest.mark.parametrize("who", ["ben", "imani", "nadia", "quinn", "amara"])
def test_nobody_signs_for_somebody_else(cast, who):
    note = scenes.written(cast)
    with pytest.raises(Refused):
        scenes.sign(note, by=getattr(cast, who))


def test_an_author_who_left_the_team_still_finishes_the_account(cast):
    note = scenes.written(cast)
    TeamPlace.objects.filter(client=cast.theo, staff_id=cast.staff["rosa"]).update(ended_on=date(2026, 1, 6))
    scenes.sign(note, by=cast.rosa)
    assert Note.objects.get(pk=note.pk).state == "signed"


def test_past_the_limit_it_is_a_late_entry(cast):
    note = scenes.written(cast)
    Note.objects.filter(pk=note.pk).update(due_at=datetime.now(UTC) - timedelta(minutes=1))
    scenes.sign(note, by=cast.rosa)
    assert Version.objects.get().late


def test_the_supervisor_at_the_time_of_signing_is_asked(cast):
    note = scenes.written(cast)
    Supervision.objects.filter(supervisee_id=cast.staff["rosa"]).update(ended_on=date(2026, 2, 1))
    Supervision.objects.create(
        supervisor_id=cast.staff["hana"], supervisee_id=cast.staff["rosa"], began_on=date(2026, 2, 1)
    )
    scenes.sign(note, by=cast.rosa)
    assert Note.objects.get(pk=note.pk).cosigner_id == cast.staff["hana"]


def test_signing_takes_at_most_twelve_statements(cast, django_assert_max_num_queries):
    note = scenes.written(cast)
    by = scenes.confirmed(cast.rosa)
    with django_assert_max_num_queries(12):
        notes.sign(by=by, on=note.pk, saved=2)


# likeness


def copied(cast):
    """Two notes of two visits with the same words in them."""
    scenes.signed(cast, hours_ago=5)
    return scenes.written(cast, hours_ago=2)


def test_a_copy_needs_a_reason(cast):
    note = copied(cast)
    with pytest.raises(Unacceptable) as no:
        scenes.sign(note, by=cast.rosa)
    assert codes(no) == ["notes.fault.copied"]
    assert no.value.faults[0].values["percent"] == 100


def test_with_a_reason_a_copy_is_signed_within_twelve_statements(cast, django_assert_max_num_queries):
    note = copied(cast)
    like = Note.objects.exclude(pk=note.pk).get()
    notes.explain(by=cast.rosa, on=note.pk, like=like.pk, reason="The same lesson with the same plan, twice today.")
    by = scenes.confirmed(cast.rosa)
    with django_assert_max_num_queries(12):
        notes.sign(by=by, on=note.pk, saved=2)
    assert Likeness.objects.get().percent == 100


def test_a_reason_is_words_and_only_for_a_copy(cast):
    note = copied(cast)
    like = Note.objects.exclude(pk=note.pk).get()
    with pytest.raises(Unacceptable) as no:
        notes.explain(by=cast.rosa, on=note.pk, like=like.pk, reason="same")
    assert codes(no) == ["notes.fault.reason_short"]
    scenes.save(note, by=cast.rosa, texts={"o1": "Today was quiet; we read in the library.", "o2": "", "o3": ""})
    with pytest.raises(Unacceptable) as no:
        notes.explain(by=cast.rosa, on=note.pk, like=like.pk, reason="The same lesson, twice today.")
    assert codes(no) == ["notes.fault.not_alike"]
    with pytest.raises(NotHere):
        notes.explain(by=cast.rosa, on=note.pk, like=uuid7(), reason="The same lesson, twice today.")


# co-sign


def cosign(note, by, digest=None):
    notes.cosign(by=scenes.confirmed(by), on=note.pk, digest=digest or scenes.digest(note))


def test_the_supervisor_cosigns_what_was_on_screen(cast):
    note = scenes.signed(cast)
    cosign(note, cast.imani)
    signature = Signature.objects.get(meaning="co-signed")
    assert (signature.name, signature.credential, signature.capacity) == ("Imani Okafor", "LPC", "Licensed supervisor")
    assert Note.objects.get(pk=note.pk).state == "co-signed"
    assert entry("notes.cosign").get().relation == "cosigner"
    assert verify(note.document_id).whole


def test_a_cosignature_needs_confirmation_too(cast):
    note = scenes.signed(cast)
    with pytest.raises(Refused) as no:
        notes.cosign(by=cast.imani, on=note.pk, digest=scenes.digest(note))
    assert no.value.no.code == "notes.no.confirm"


def test_another_digest_is_not_cosigned(cast):
    note = scenes.signed(cast)
    with pytest.raises(Unacceptable) as no:
        cosign(note, cast.imani, digest="0" * 64)
    assert codes(no) == ["notes.fault.newer"]


def test_a_version_that_changed_on_screen_is_not_cosigned(cast):
    note = scenes.signed(cast)
    seen = scenes.digest(note)
    notes.add(by=scenes.confirmed(cast.rosa), on=note.pk, text="He also hummed.", reason="Forgot it in the note.")
    with pytest.raises(Unacceptable) as no:
        cosign(note, cast.imani, digest=seen)
    assert codes(no) == ["notes.fault.newer"]


@pytest.mark.parametrize("who", ["rosa", "ben", "hana", "nadia", "quinn", "amara"])
def test_nobody_else_cosigns(cast, who):
    note = scenes.signed(cast)
    with pytest.raises(Refused):
        cosign(note, getattr(cast, who))


@pytest.mark.parametrize("who", ["rosa", "ben", "hana", "nadia", "quinn", "amara"])
def test_nobody_else_gives_back(cast, who):
    note = scenes.signed(cast)
    with pytest.raises(Refused):
        notes.give_back(by=getattr(cast, who), on=note.pk, digest=scenes.digest(note), reason="Say whose arm it was.")


def test_nobody_gives_back_their_own(cast):
    TeamPlace.objects.create(client=cast.theo, staff_id=cast.staff["imani"], began_on=date(2026, 1, 5))
    note = scenes.written(cast, by=cast.imani)
    scenes.sign(note, by=cast.imani)
    mine = replace(cast.imani, supervises=frozenset({*cast.imani.supervises, cast.staff["imani"]}))
    with pytest.raises(Refused) as no:
        notes.give_back(by=mine, on=note.pk, digest=scenes.digest(note), reason="Say whose arm it was.")
    assert no.value.no.code == "notes.no.own"


@pytest.mark.parametrize("who", ["ben", "imani", "hana"])
def test_nobody_else_explains(cast, who):
    like, note = scenes.signed(cast, hours_ago=6), scenes.written(cast)
    with pytest.raises(Refused):
        notes.explain(by=getattr(cast, who), on=note.pk, like=like.pk, reason="The same exercise as yesterday.")


def test_nobody_cosigns_their_own(cast):
    TeamPlace.objects.create(client=cast.theo, staff_id=cast.staff["imani"], began_on=date(2026, 1, 5))
    note = scenes.written(cast, by=cast.imani)
    scenes.sign(note, by=cast.imani)
    mine = replace(cast.imani, supervises=frozenset({*cast.imani.supervises, cast.staff["imani"]}))
    with pytest.raises(Refused) as no:
        cosign(note, mine)
    assert no.value.no.code == "notes.no.own"


def test_it_is_cosigned_once(cast):
    note = scenes.signed(cast)
    cosign(note, cast.imani)
    with pytest.raises(Unacceptable) as no:
        cosign(note, cast.imani)
    assert codes(no) == ["notes.fault.not_waiting.cosigned"]


ZONE = ZoneInfo("America/New_York")


@pytest.mark.parametrize(
    ("first", "last", "may"),
    [(-1, 1, True), (-1, 0, True), (0, 0, True), (-9, -2, False), (2, 9, False)],
)
def test_a_dated_cover_cosigns_only_within_its_days(cast, first, last, may):
    note = scenes.signed(cast)
    here = datetime.now(UTC).astimezone(ZONE).date()
    Cover.objects.create(
        absent_id=cast.staff["imani"], stand_in_id=cast.staff["hana"], began_on=here + timedelta(days=first),
        ends_on=here + timedelta(days=last),
    )  # fmt: skip
    if not may:
        with pytest.raises(Refused):
            cosign(note, cast.hana)
        return
    cosign(note, cast.hana)
    assert Signature.objects.get(meaning="co-signed").capacity == "Licensed supervisor, for Imani Okafor"


# return, correct


def give_back(cast, note, reason="Say what you saw when he hit."):
    notes.give_back(by=cast.imani, on=note.pk, digest=scenes.digest(note), reason=reason)


def test_a_note_goes_back_with_its_reason(cast):
    note = scenes.signed(cast)
    give_back(cast, note)
    assert Return.objects.get().reason == "Say what you saw when he hit."
    assert Note.objects.get(pk=note.pk).state == "returned"


def test_a_return_says_why(cast):
    with pytest.raises(Unacceptable) as no:
        give_back(cast, scenes.signed(cast), reason="  no  ")
    assert codes(no) == ["notes.fault.reason_short"]


def test_the_author_does_not_return(cast):
    note = scenes.signed(cast)
    with pytest.raises(Refused):
        notes.give_back(by=cast.rosa, on=note.pk, digest=scenes.digest(note), reason="I changed my mind.")


def test_a_returned_note_is_corrected_as_a_new_version(cast):
    note = scenes.signed(cast)
    give_back(cast, note)
    notes.correct(by=cast.rosa, on=note.pk)
    scenes.save(note, by=cast.rosa, added={"behavior": "He hit the arm of the aide with an open hand."})
    scenes.sign(note, by=cast.rosa)
    assert [(v.number, v.kind) for v in documents.versions(note.document_id)] == [(1, "first"), (2, "corrected")]
    assert "arm of the aide" in Fingerprint.objects.get().text
    cosign(note, cast.imani)
    assert verify(note.document_id).whole


def test_a_returned_note_is_not_cosigned(cast):
    note = scenes.signed(cast)
    give_back(cast, note)
    with pytest.raises(Unacceptable) as no:
        cosign(note, cast.imani)
    assert codes(no) == ["notes.fault.not_waiting.returned"]


def test_only_a_returned_note_is_corrected_and_once(cast):
    note = scenes.signed(cast)
    with pytest.raises(Unacceptable):
        notes.correct(by=cast.rosa, on=note.pk)
    give_back(cast, note)
    notes.correct(by=cast.rosa, on=note.pk)
    with pytest.raises(Unacceptable):
        notes.correct(by=cast.rosa, on=note.pk)


# addendum


def test_an_addendum_links_what_it_adds_to(cast):
    note = scenes.signed(cast)
    cosign(note, cast.imani)
    before = scenes.digest(note)
    notes.add(by=scenes.confirmed(cast.rosa), on=note.pk, text="The teacher called.", reason="Told me the day after.")
    version = documents.newest(note.document_id)
    assert (version.kind, version.body["adds_to"]) == ("addendum", {"number": 1, "digest": before})
    assert version.reason == "Told me the day after."
    assert Note.objects.get(pk=note.pk).state == "signed"
    cosign(note, cast.imani)
    assert verify(note.document_id).whole


def test_an_addendum_is_text_with_a_reason_on_a_signed_note(cast):
    note = scenes.signed(cast)
    with pytest.raises(Unacceptable) as no:
        notes.add(by=scenes.confirmed(cast.rosa), on=note.pk, text=" ", reason="x")
    assert codes(no) == ["notes.fault.reason_short", "notes.fault.empty"]
    with pytest.raises(Unacceptable) as no:
        notes.add(
            by=scenes.confirmed(cast.rosa), on=scenes.note(cast, hours_ago=6).pk, text="More.", reason="Forgot it."
        )
    assert codes(no) == ["notes.fault.not_signed"]


def test_an_addendum_is_signed_by_a_confirmed_author(cast):
    note = scenes.signed(cast)
    for by in (cast.rosa, scenes.confirmed(cast.imani), scenes.confirmed(cast.ben)):
        with pytest.raises(Refused):
            notes.add(by=by, on=note.pk, text="More.", reason="Forgot it in the note.")


def test_an_addendum_is_not_returned(cast):
    note = scenes.signed(cast)
    notes.add(by=scenes.confirmed(cast.rosa), on=note.pk, text="More.", reason="Forgot it in the note.")
    with pytest.raises(Unacceptable) as no:
        give_back(cast, note)
    assert codes(no) == ["notes.fault.addendum_stays"]
