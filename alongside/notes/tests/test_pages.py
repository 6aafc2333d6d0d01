"""The pages of notes: shown, refused, absent, wrong input kept; each within its number of statements."""

import re
import time
from datetime import UTC, datetime
from urllib.parse import urlencode
from uuid import uuid4

import pytest

from alongside.documents import lookups as documents
from alongside.documents.models import Version
from alongside.foundation.ids import uuid7
from alongside.foundation.models import Entry
from alongside.notes import actions as notes
from alongside.notes.models import Note
from alongside.notes.tests import scenes
from alongside.sessions import actions as sessions
from alongside.sessions.verifying import Evidence
from tests.papers import text_of

PAGES = ("", "sign/", "likeness/", "aside/", "cosign/", "return/", "addendum/", "print/", "paper.pdf")


def confirmed(browser):
    session = browser.session
    session["confirmed_at"] = time.time()
    session.save()
    return browser


def words(answer):
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def form(cast, note, **typed):
    paper = documents.at_work(note.document_id)
    fields = {"client": cast.theo.pk, "based_on": paper.saved, "format": paper.body["format"]}
    fields |= {"present": paper.body["present"]}
    return fields | {f"s-{s['id']}": s["text"] for s in paper.body["sentences"]} | typed


# the draft


def test_the_draft_shows_sentences_beside_what_they_rest_on(cast, at):
    note = scenes.note(cast)
    page = words(at("rosa").get(f"/notes/{note.pk}/"))
    assert "Aggression was counted 2 times" in page and "3 counts" in page
    assert "Name the objective that you worked on" in page and "Place: Willow Street School (03)" in page
    assert "4 units" in page


def test_the_title_holds_no_name(cast, at):
    page = at("rosa").get(f"/notes/{scenes.note(cast).pk}/").content.decode()
    title = re.search(r"<title>(.*?)</title>", page, re.S)[1]
    assert "Theo" not in title and "Note" in title


def test_saving_goes_back_to_the_draft(cast, at):
    note = scenes.note(cast)
    answer = at("rosa").post(f"/notes/{note.pk}/", form(cast, note, **{"new-plan": "Ask Imani."}))
    assert (answer.status_code, answer["Location"]) == (303, f"/notes/{note.pk}/")
    assert "Ask Imani." in words(at("rosa").get(answer["Location"]))


def test_an_own_sentence_is_marked_and_not_scolded(cast, at):
    note = scenes.written(cast, own={"behavior": "He seemed more tired than usual."})
    page = words(at("rosa").get(f"/notes/{note.pk}/"))
    assert "Your words, no data. Keep, or say what you saw" in page


def test_changed_figures_are_marked(cast, at):
    note = scenes.note(cast)
    id = next(s["id"] for s in documents.at_work(note.document_id).body["sentences"] if "Aggression" in s["text"])
    at("rosa").post(f"/notes/{note.pk}/", form(cast, note, **{f"s-{id}": "He hit 7 times."}))
    assert "Your figures. What was recorded has others" in words(at("rosa").get(f"/notes/{note.pk}/"))


def test_a_stale_save_shows_both_texts(cast, at):
    note = scenes.note(cast)
    rosa = at("rosa")
    first, stale = (
        form(cast, note, **{"new-plan": "From the phone."}),
        form(cast, note, **{"new-plan": "From the desk."}),
    )
    rosa.post(f"/notes/{note.pk}/", first)
    answer = rosa.post(f"/notes/{note.pk}/", {**stale, "next": "sign"})
    assert answer["Location"] == f"/notes/{note.pk}/"
    page = rosa.get(answer["Location"])
    assert "Another text of this note was kept" in words(page)
    assert "From the phone." in words(page) and "From the desk." in words(page)
    aside = re.search(r'name="aside" value="([^"]+)"', page.content.decode())[1]
    rosa.post(f"/notes/{note.pk}/choice/", {"client": cast.theo.pk, "aside": aside, "based_on": 2})
    assert "From the desk." in [s["text"] for s in documents.at_work(note.document_id).body["sentences"]]


@pytest.mark.parametrize(
    "typed",
    [
        {"new-plan": "x" * 4_001},
        {"new-plan": "a\x00b"},
        {"new-plan": "abc \u202e def"},
        {"format": "SOUP"},
        {"based_on": "many"},
        {"present": "p" * 401},
        {"back": "d99"},
    ],
    ids=lambda typed: next(iter(typed)),
)
def test_bad_input_is_said_and_what_was_typed_is_kept(cast, at, typed):
    note = scenes.note(cast)
    sent = form(cast, note, **{"new-safety": "Nobody was hurt.", **typed})
    body = urlencode(sent, encoding="utf-8", errors="surrogatepass")
    answer = at("rosa").post(f"/notes/{note.pk}/", body, content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 422
    assert "Nobody was hurt." in answer.content.decode()
    assert documents.at_work(note.document_id).saved == 1


def test_fields_of_no_form_change_nothing(cast, at):
    note = scenes.note(cast)
    sent = form(
        cast, note, **{"s-x": "?", "s-d9999999": "?", "new-payer": "?", "author": cast.staff["ben"], "state": "signed"}
    )
    assert at("rosa").post(f"/notes/{note.pk}/", sent).status_code == 303
    kept = Note.objects.get(pk=note.pk)
    assert (kept.state, kept.author_id) == ("draft", cast.staff["rosa"])
    assert "?" not in [s["text"] for s in documents.at_work(note.document_id).body["sentences"]]


def test_markup_is_words(cast, at):
    note = scenes.note(cast)
    at("rosa").post(f"/notes/{note.pk}/", form(cast, note, **{"new-plan": "<script>alert(1)</script>{% now %}"}))
    page = at("rosa").get(f"/notes/{note.pk}/").content.decode()
    assert "<script>alert" not in page and "&lt;script&gt;alert(1)" in page


def test_a_form_of_another_client_is_refused(cast, at):
    note = scenes.note(cast)
    answer = at("rosa").post(f"/notes/{note.pk}/", {**form(cast, note), "client": cast.lucia.pk})
    assert answer.status_code == 422
    assert documents.at_work(note.document_id).saved == 1


# who may see what


def statuses(cast, at, who, id):
    return {page: at(who).get(f"/notes/{id}/{page}").status_code for page in PAGES}


def test_another_agencys_id_is_like_a_random_one(cast, at):
    for page in PAGES:
        answers = [at("rosa").get(f"/notes/{id}/{page}") for id in (uuid4(), cast.omar.pk)]
        assert [a.status_code for a in answers] == [404, 404]
        assert words(answers[0]) == words(answers[1])


@pytest.mark.parametrize("who", ["ben", "dev", "hana", "ada"])
def test_those_who_are_not_near_are_refused(cast, at, who):
    note = scenes.signed(cast)
    assert set(statuses(cast, at, who, note.pk).values()) == {403}


def test_a_draft_is_its_authors(cast, at):
    note = scenes.note(cast)
    assert at("imani").get(f"/notes/{note.pk}/").status_code == 403
    assert at("rosa").get(f"/notes/{note.pk}/").status_code == 200


def test_reading_leaves_an_entry(cast, at):
    note = scenes.signed(cast)
    at("imani").get(f"/notes/{note.pk}/")
    read = Entry.objects.filter(verb="notes.see", outcome="read", staff_id=cast.staff["imani"]).get()
    assert (read.subject_id, read.client_id) == (note.pk, cast.theo.pk)


# signing


def test_from_writing_to_signing(cast, at):
    note = scenes.written(cast)
    rosa = at("rosa")
    answer = rosa.post(f"/notes/{note.pk}/", {**form(cast, note), "next": "sign"})
    assert answer["Location"] == f"/notes/{note.pk}/sign/"
    assert "Sign this note?" in words(rosa.get(answer["Location"]))
    sent = {"client": cast.theo.pk, "saved": documents.at_work(note.document_id).saved}
    refused = rosa.post(f"/notes/{note.pk}/sign/", sent)
    assert refused.status_code == 403 and f"/account/confirm/?next=/notes/{note.pk}/sign/" in refused.content.decode()
    assert confirmed(rosa).post(f"/notes/{note.pk}/sign/", sent).status_code == 303
    page = words(rosa.get(f"/notes/{note.pk}/"))
    assert "Rosa Delgado, TSS Therapeutic Support Specialist" in page and "Imani Okafor" in page


def test_what_is_missing_leads_to_its_place(cast, at):
    note = scenes.note(cast)
    page = at("rosa").get(f"/notes/{note.pk}/sign/").content.decode()
    assert 'href="../#role-safety"' in page and "Sign and" not in page
    assert 'id="role-safety"' in at("rosa").get(f"/notes/{note.pk}/").content.decode()
    answer = confirmed(at("rosa")).post(f"/notes/{note.pk}/sign/", {"client": cast.theo.pk, "saved": 1})
    assert answer.status_code == 422 and not Version.objects.exists()


@pytest.mark.parametrize("saved", ["", "x", "0", "-1", "99999999999999999999"])
def test_a_broken_form_signs_nothing(cast, at, saved):
    note = scenes.written(cast)
    answer = confirmed(at("rosa")).post(f"/notes/{note.pk}/sign/", {"client": cast.theo.pk, "saved": saved})
    assert answer.status_code == 422 and not Version.objects.exists()


def test_a_copy_is_shown_beside_the_other_and_needs_a_reason(cast, at):
    scenes.signed(cast, hours_ago=5)
    note = scenes.written(cast, hours_ago=2)
    rosa = confirmed(at("rosa"))
    assert "../likeness/" in rosa.get(f"/notes/{note.pk}/sign/").content.decode()
    page = rosa.get(f"/notes/{note.pk}/likeness/")
    assert "100% like an earlier note" in words(page)
    like = re.search(r'name="like" value="([^"]+)"', page.content.decode())[1]
    short = rosa.post(f"/notes/{note.pk}/likeness/", {"client": cast.theo.pk, "like": like, "reason": "same"})
    assert short.status_code == 422 and "same" in words(short)
    told = {"client": cast.theo.pk, "like": like, "reason": "The same lesson with the same plan, twice."}
    assert rosa.post(f"/notes/{note.pk}/likeness/", told).status_code == 303
    assert rosa.post(f"/notes/{note.pk}/sign/", {"client": cast.theo.pk, "saved": 2}).status_code == 303
    assert "The same lesson with the same plan, twice." in words(at("imani").get(f"/notes/{note.pk}/cosign/"))


# co-signing


def test_the_cosigner_sees_the_text_beside_what_was_recorded(cast, at):
    note = scenes.note(cast)
    id = next(s["id"] for s in documents.at_work(note.document_id).body["sentences"] if "Aggression" in s["text"])
    own = {**scenes.OWN, "objective": "Breaks.", "response": "He liked it."}
    scenes.save(note, by=cast.rosa, texts={id: ""}, added=own)
    scenes.sign(note, by=cast.rosa)
    page = words(at("imani").get(f"/notes/{note.pk}/cosign/"))
    assert "Recorded, but not in the note: Aggression, 2 times" in page
    assert "has no data" in page and "This visit, minute by minute" in page
    assert "The author’s" not in page


def test_cosigning_over_http(cast, at):
    note = scenes.signed(cast)
    imani = confirmed(at("imani"))
    sent = {"client": cast.theo.pk, "digest": scenes.digest(note)}
    assert imani.post(f"/notes/{note.pk}/cosign/", {**sent, "digest": "0" * 64}).status_code == 422
    assert imani.post(f"/notes/{note.pk}/cosign/", {**sent, "digest": "x"}).status_code == 422
    assert imani.post(f"/notes/{note.pk}/cosign/", sent)["Location"] == "/to-cosign/"
    assert Note.objects.get(pk=note.pk).state == "co-signed"
    assert "is co-signed already" in words(imani.post(f"/notes/{note.pk}/cosign/", sent))


def test_a_note_is_returned_corrected_and_signed_again(cast, at):
    note = scenes.signed(cast)
    imani, rosa = at("imani"), confirmed(at("rosa"))
    sent = {"client": cast.theo.pk, "digest": scenes.digest(note), "reason": ""}
    empty = imani.post(f"/notes/{note.pk}/return/", sent)
    assert empty.status_code == 422
    short = imani.post(f"/notes/{note.pk}/return/", {**sent, "reason": "no"})
    assert short.status_code == 422
    assert "no" in re.findall(r"<textarea[^>]*>\s*(.*?)</textarea>", short.content.decode(), re.S)
    assert imani.post(f"/notes/{note.pk}/return/", {**sent, "reason": "Say whose arm it was."}).status_code == 303
    page = words(rosa.get(f"/notes/{note.pk}/"))
    assert "Say whose arm it was." in page and "Correct the note" in page
    assert rosa.post(f"/notes/{note.pk}/correction/", {"client": cast.theo.pk}).status_code == 303
    assert "Say whose arm it was." in words(rosa.get(f"/notes/{note.pk}/"))
    rosa.post(f"/notes/{note.pk}/sign/", {"client": cast.theo.pk, "saved": 1})
    assert "Version 2, corrected after a return" in words(imani.get(f"/notes/{note.pk}/"))


def test_an_addendum_stands_after_the_text(cast, at):
    note = scenes.signed(cast)
    rosa = confirmed(at("rosa"))
    typed = {"client": cast.theo.pk, "text": "The teacher called.", "reason": ""}
    kept = rosa.post(f"/notes/{note.pk}/addendum/", typed)
    assert kept.status_code == 422 and "The teacher called." in words(kept)
    assert rosa.post(f"/notes/{note.pk}/addendum/", {**typed, "reason": "Told me the day after."}).status_code == 303
    for who, page in (("rosa", ""), ("imani", "cosign/"), ("imani", "print/")):
        shown = words(at(who).get(f"/notes/{note.pk}/{page}"))
        assert "The teacher called." in shown and "Told me the day after." in shown


def test_the_paper_holds_identity_and_signatures(cast, at):
    note = scenes.signed(cast)
    notes.cosign(by=scenes.confirmed(cast.imani), on=note.pk, digest=scenes.digest(note))
    page = words(at("imani").get(f"/notes/{note.pk}/print/"))
    for part in (
        "Harbor Family Services",
        "Theodore Bell",
        "C-2",
        "4 Mar 2017",
        "F84.0",
        "H2014",
        "Signed",
        "Co-signed",
    ):
        assert part in page


def test_the_pdf_holds_what_the_paper_holds(cast, at):
    note = scenes.signed(cast)
    notes.cosign(by=scenes.confirmed(cast.imani), on=note.pk, digest=scenes.digest(note))
    answer = at("imani").get(f"/notes/{note.pk}/paper.pdf")
    assert answer["Content-Type"] == "application/pdf" and "Theo" not in answer["Content-Disposition"]
    text = text_of(answer.content)
    for word in ("Progress note", "Theodore Bell", "Signed", "Co-signed", "ingerprint", "Page 1 of", "F84.0"):
        assert word in text, word
    assert Entry.objects.filter(verb="notes.print", subject_id=note.pk, outcome="read").exists()


def test_a_draft_has_no_paper(cast, at):
    note = scenes.note(cast)
    assert at("rosa").get(f"/notes/{note.pk}/print/").status_code == 303


# statements


@pytest.mark.parametrize(
    ("who", "page", "most"),
    [("imani", "", 23), ("imani", "cosign/", 35), ("imani", "print/", 23), ("rosa", "addendum/", 23)],
)
def test_pages_of_a_signed_note_take_few_statements(cast, at, django_assert_max_num_queries, who, page, most):
    note, browser = scenes.signed(cast), at(who)
    with django_assert_max_num_queries(most):
        assert browser.get(f"/notes/{note.pk}/{page}").status_code == 200


@pytest.mark.parametrize(("page", "most"), [("", 38), ("sign/", 18)])
def test_pages_of_a_draft_take_few_statements(cast, at, django_assert_max_num_queries, page, most):
    note, browser = scenes.written(cast), at("rosa")
    with django_assert_max_num_queries(most):
        assert browser.get(f"/notes/{note.pk}/{page}").status_code == 200


def test_the_note_to_read_says_how_its_visit_is_known(cast, at):
    note = scenes.signed(cast)
    rosa, address = at("rosa"), f"/notes/{note.pk}/"
    assert "not verified" in rosa.get(address).content.decode()
    moment = datetime(2026, 11, 2, 15, 4, tzinfo=UTC)
    place = Evidence("begin", "device_place", moment, 39.95, -75.16, 12.5)
    sessions.verify(by=cast.rosa, on=note.session_id, id=uuid7(), evidence=place)
    shown = rosa.get(address).content.decode()
    assert "place of the device, 39.95" in shown and "-75.16" in shown.replace("−", "-")
