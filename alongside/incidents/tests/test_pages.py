"""The pages of a crisis over HTTP, without script."""

from uuid import uuid4

import pytest

from alongside.foundation.ids import uuid7
from alongside.incidents import actions as incidents
from alongside.incidents.models import Crisis, CrisisClosing, CrisisLine
from alongside.incidents.tests.scenes import ago, begun, mark, unknown


def text_of(answer):
    return answer.content.decode()


def test_the_button_on_help_begins_one_and_taps_are_kept(cast, at):
    rosa, client = at("rosa"), cast.theo.pk
    assert "This is happening now" in text_of(rosa.get(f"/clients/{client}/help/"))
    answer = rosa.post("/crises/", {"client": client, "operation": uuid7()})
    crisis = Crisis.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, f"/crises/{crisis.pk}/")
    tap = {"client": client, "operation": uuid7(), "line": "called_911"}
    for _ in range(2):
        assert rosa.post(f"/crises/{crisis.pk}/lines/", tap).status_code == 303
    assert CrisisLine.objects.count() == 1
    page = text_of(rosa.get(f"/crises/{crisis.pk}/"))
    assert "Called 911" in page and "Rosa Delgado" in page and "It is over" in page
    assert rosa.post(f"/crises/{crisis.pk}/closing/", {"client": client}).status_code == 303
    assert CrisisClosing.objects.get().staff_id == cast.rosa.staff_id
    assert "Over since" in text_of(rosa.get(f"/crises/{crisis.pk}/"))
    told = text_of(at("imani").get(f"/clients/{client}/timeline/"))
    assert "A crisis of 0 minutes" in told and f"/crises/{crisis.pk}/" in told


def test_one_of_nobody_yet_asks_whose_it_is(cast, at):
    rosa = at("rosa")
    assert "This is happening now" in text_of(rosa.get("/help/"))
    assert rosa.post("/crises/", {"operation": uuid7()}).status_code == 303
    crisis = Crisis.objects.get()
    page = text_of(rosa.get(f"/crises/{crisis.pk}/"))
    assert "Whose crisis is it?" in page and "Theodore Bell" in page
    assert rosa.post(f"/crises/{crisis.pk}/about/", {"about": cast.theo.pk}).status_code == 303
    assert "Whose crisis is it?" not in text_of(rosa.get(f"/crises/{crisis.pk}/"))
    assert Crisis.objects.get().client_id == cast.theo.pk


def test_who_is_offered_the_button(cast, at):
    shown = {who: "This is happening now" in text_of(at(who).get("/help/")) for who in ("rosa", "nadia", "dev", "ada")}
    assert shown == {"rosa": True, "nadia": True, "dev": False, "ada": False}


def test_words_that_cannot_be_kept_stand_there_again(cast, at):
    crisis = begun(cast)
    sent = {"client": cast.theo.pk, "operation": uuid7(), "line": "other", "words": "He ran" + "\u202e"}
    answer = at("rosa").post(f"/crises/{crisis.pk}/lines/", sent)
    assert answer.status_code == 422 and "He ran" in text_of(answer) and not CrisisLine.objects.exists()
    empty = at("rosa").post(f"/crises/{crisis.pk}/lines/", sent | {"words": " "})
    assert empty.status_code == 422 and "Say in words what was done." in text_of(empty)


def test_a_form_of_another_clients_page_writes_nothing(cast, at):
    crisis = begun(cast)
    sent = {"client": cast.lucia.pk, "operation": uuid7(), "line": "gave_space"}
    assert at("rosa").post(f"/crises/{crisis.pk}/lines/", sent).status_code == 422
    assert at("rosa").post(f"/crises/{crisis.pk}/closing/", sent).status_code == 422
    assert not CrisisLine.objects.exists() and not CrisisClosing.objects.exists()


@pytest.mark.parametrize("make", [begun, unknown])
def test_who_sees_it(cast, at, make):
    crisis = make(cast)
    found = {who: at(who).get(f"/crises/{crisis.pk}/").status_code for who in ("rosa", "imani", "ben", "hana", "dev")}
    assert found == {"rosa": 200, "imani": 200, "ben": 403, "hana": 403, "dev": 403}
    assert at("rosa").get(f"/crises/{uuid4()}/").status_code == 404


def test_its_title_names_nobody_and_its_statements_are_few(cast, at, django_assert_max_num_queries):
    crisis = begun(cast)
    for n in range(12):
        mark(cast, crisis, at=ago(9 - n / 2))
    rosa = at("rosa")
    rosa.get("/help/")
    with django_assert_max_num_queries(16):
        page = text_of(rosa.get(f"/crises/{crisis.pk}/"))
    assert "<title>Happening now" in page and page.count("Gave space") == 13


def test_a_tap_needs_a_whole_form(cast, at):
    assert at("rosa").post("/crises/", {"client": cast.theo.pk, "operation": "1"}).status_code == 422
    assert at("rosa").post("/crises/", {"client": "theo", "operation": uuid7()}).status_code == 404
    assert not Crisis.objects.exists()
    crisis = unknown(cast)
    assert at("rosa").post(f"/crises/{crisis.pk}/about/", {"about": "theo"}).status_code == 422
    assert incidents.begin_unknown(by=cast.rosa, on=cast.rosa.staff_id, id=crisis.pk).client_id is None
