"""What is recorded beside the targets, in the draft: from the tables, in the right part, cited, in few statements."""

from datetime import timedelta

import pytest

from alongside.behaviour import actions as behaviour
from alongside.documents.sealing import cited
from alongside.foundation.ids import uuid7
from alongside.foundation.moments import today
from alongside.incidents import actions as incidents
from alongside.living import actions as living
from alongside.notes import actions as notes
from alongside.notes import facts
from alongside.notes.rules.payer import check
from alongside.notes.tests import bodies, scenes
from alongside.plans import actions as plans
from alongside.sessions import actions as sessions
from alongside.skills import actions as skills

ROLES = {
    "notice": "behavior", "help": "response", "crisis": "safety", "token": "intervention", "exchange": "intervention",
    "preference": "response", "technique": "intervention",
}  # fmt: skip
MOST = 21


def recorded(cast, times=1):
    """A visit that has ended, with every kind of entry `times` over; the ids of these entries by kind."""
    visit = scenes.visit(cast, end=False, recorded=False)
    menu = plans.offer(by=cast.imani, on=cast.theo.pk, text="10 minutes of trains", cost=5, schedule="tokens")
    ids = {kind: [uuid7() for _ in range(times)] for kind in ROLES if kind != "preference"}
    by = {"by": cast.rosa}
    for n in range(times):
        at = visit.began_at + timedelta(minutes=n + 1)
        about = {**by, "on": visit.pk, "at": at}
        behaviour.notice(**about, id=ids["notice"][n], area="mood", words="he seemed sad")
        behaviour.give_token(**about, id=ids["token"][n], count=2, words="waited")
        behaviour.exchange(**about, id=ids["exchange"][n], reinforcer_id=menu.pk, cost=5)
        used = {"technique": "coping/box_breathing", "went": "some", "felt": "better"}
        skills.use_technique(**about, id=ids["technique"][n], **used)
        living.help(**about, id=ids["help"][n], activity="dishes", level="verbal")
        begun = {"id": ids["crisis"][n], "session_id": visit.pk, "began_at": at}
        incidents.begin(**by, on=cast.theo.pk, **begun)
        incidents.close(**by, on=ids["crisis"][n], closed_at=at + timedelta(minutes=1))
    found = {"method": "paired", "ranked": ["Trains", "Bubbles"], "done_on": today(cast.rosa.zone)}
    ids["preference"] = [plans.note_preference(**by, on=cast.theo.pk, **found).pk]
    sessions.end(**by, on=visit.pk, ended_at=visit.began_at + timedelta(hours=1))
    return visit, {kind: {str(id) for id in some} for kind, some in ids.items()}


@pytest.mark.parametrize("times", [1, 14])
def test_every_kind_is_drafted_in_its_part_and_cited(cast, times):
    visit, ids = recorded(cast, times)
    body = facts.body(facts.gathered(visit.pk))
    parts = {}
    for sentence in body["sentences"]:
        for evidence in sentence["evidence"]:
            if evidence["kind"] in ROLES:
                assert sentence["role"] == ROLES[evidence["kind"]]
                parts.setdefault(evidence["kind"], set()).update(evidence["ids"])
    assert parts == ids
    assert set().union(*ids.values()) <= set(cited(body))


def test_the_sentences(cast):
    visit, _ = recorded(cast)
    said = " ".join(sentence["text"] for sentence in facts.body(facts.gathered(visit.pk))["sentences"])
    for part in (
        "I noted that something was different: mood. Written down: “he seemed sad”.",
        "I gave 2 tokens, at ", "For “waited”: 2.", " 5 tokens were exchanged for “10 minutes of trains”.",
        "I used “Breathing around a square”: it helped a little. Asked how it was afterwards, the answer was: better.",
        "Dishes was recorded once, at ", "1 with words.", "A crisis began at ", "Its steps are recorded apart",
        "A preference assessment was done on this day (Paired choice).",
        "The most preferred first: “Trains” and “Bubbles”.",
    ):  # fmt: skip
        assert part in said


@pytest.mark.parametrize("times", [0, 1, 14])
def test_gathering_takes_few_statements_whatever_the_visit_holds(cast, times, django_assert_max_num_queries):
    visit = recorded(cast, times)[0]
    with django_assert_max_num_queries(MOST):
        facts.gathered(visit.pk)


def test_a_draft_made_elsewhere_may_cite_them(cast):
    visit, ids = recorded(cast)
    body = facts.body(facts.gathered(visit.pk))
    made = notes.draft(by=cast.rosa, on=visit.pk, id=uuid7(), document_id=uuid7(), body=body)
    assert made.session_id == visit.pk and ids["crisis"] <= set(cited(body))


def test_the_co_signer_sees_what_the_note_leaves_out(cast, at):
    visit, ids = recorded(cast)
    note = notes.draft(by=cast.rosa, on=visit.pk)
    mine = {s["evidence"][0]["kind"]: s["id"] for s in facts.body(facts.gathered(visit.pk))["sentences"]}
    left = {mine[kind]: "" for kind in ("notice", "token", "exchange", "help", "technique", "crisis")}
    own = {"objective": "A break.", "intervention": "I waited.", "response": "Came back.", "behavior": "He came twice."}
    scenes.save(note, by=cast.rosa, texts=left, added={**scenes.OWN, **own}, present="nobody else")
    scenes.sign(note, by=cast.rosa)
    page = at("imani").get(f"/notes/{note.pk}/cosign/").content.decode()
    for name in ("Something is different", "Tokens and exchanges", "Daily living", "Techniques", "Crises"):
        assert f"Recorded, but not in the note: {name}" in page


def test_times_alone_are_no_numbers():
    def body(kind):
        return bodies.body(sentences=[bodies.drafted("d1", "behavior", "At 4:12 pm something was different.", kind)])

    asked = {"needs": ["numbers"], "elements": {"numbers": {"who": "author", "place": "x"}}}
    assert [check(body(kind), **asked)[0].met for kind in ("notice", "preference", "observation")] == [0, 0, 1]
