"""Who is out there, and one's own words, over HTTP."""

from datetime import UTC, datetime, timedelta

from alongside.behaviour.tests.scenes import session
from alongside.foundation.ids import uuid7
from alongside.safety import actions as safety
from alongside.safety.models import CheckIn, Duress, DuressAnswer
from alongside.safety.overdue import escalate


def text_of(answer):
    return answer.content.decode()


def watched(cast, minutes=30):
    due_at = datetime.now(UTC).replace(microsecond=0) + timedelta(minutes=minutes)
    return safety.watch(by=cast.rosa, on=session(cast).pk, id=uuid7(), due_at=due_at)


def test_today_shows_ones_own_watch_and_takes_a_word(cast, at):
    row, rosa = watched(cast), at("rosa")
    page = text_of(rosa.get("/"))
    assert "Back by" in page and "I am safe" in page and "15 more minutes" in page
    more = {"operation": uuid7(), "word": "more"}
    for _ in range(2):
        answer = rosa.post(f"/safety/watches/{row.pk}/words/", more)
        assert (answer.status_code, answer["Location"]) == (303, "/")
    assert CheckIn.objects.get().due_at == row.due_at + timedelta(minutes=15)
    assert rosa.post(f"/safety/watches/{row.pk}/words/", {"operation": uuid7(), "word": "safe"}).status_code == 303
    assert "I am safe" not in text_of(rosa.get("/"))
    assert rosa.post(f"/safety/watches/{row.pk}/words/", {"operation": uuid7(), "word": "lost"}).status_code == 422


def test_who_supervises_sees_who_is_out_overdue_first_and_says_that_she_was_reached(cast, at):
    row = watched(cast, minutes=1)
    watched(cast, minutes=90)
    escalate(row.due_at + timedelta(minutes=1))
    page = text_of(at("imani").get("/safety/"))
    assert page.index("Rosa Delgado") and "In time" in page and "Imani Okafor was told at" in page
    assert "Rosa" not in text_of(at("hana").get("/safety/")) and "Rosa" in text_of(at("amara").get("/safety/"))
    answer = at("imani").post(f"/safety/watches/{row.pk}/words/", {"operation": uuid7(), "word": "safe"})
    assert (answer.status_code, answer["Location"]) == (303, "/safety/")
    assert CheckIn.objects.get().staff_id == cast.staff["imani"]
    assert at("rosa").get("/safety/").status_code == 403 and "Theo" not in page


def test_the_quiet_signal_shows_today_and_waits_for_an_answer(cast, at):
    assert "Call for help quietly" in text_of(at("rosa").get("/help/"))
    assert "Call for help quietly" in text_of(at("rosa").get(f"/clients/{cast.theo.pk}/help/"))
    answer = at("rosa").post("/safety/signals/", {"operation": uuid7()})
    assert (answer.status_code, answer["Location"]) == (303, "/")
    signal = Duress.objects.get()
    page = text_of(at("imani").get("/safety/"))
    assert "Quiet signals" in page and "Waits" in page
    way = f"/safety/signals/{signal.pk}/answer/"
    empty = at("imani").post(way, {"words": " "})
    assert empty.status_code == 422 and not DuressAnswer.objects.exists()
    assert at("hana").post(way, {"words": "I called."}).status_code == 403
    assert at("imani").post(way, {"words": "I called her."}).status_code == 303
    assert "I called her." in text_of(at("amara").get("/safety/"))


def test_nobody_out_there_says_what_will_stand_here(cast, at):
    assert "Nobody is out there" in text_of(at("imani").get("/safety/"))


def test_few_statements_whoever_is_out(cast, at, django_assert_max_num_queries):
    for minutes in range(1, 9):
        watched(cast, minutes)
    imani = at("imani")
    imani.get("/help/")
    with django_assert_max_num_queries(16):
        assert text_of(imani.get("/safety/")).count("Reached, safe") == 8
