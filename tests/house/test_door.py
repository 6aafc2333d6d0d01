"""The door: who comes in, what a no leaves behind, and what it says."""

import psycopg
import pytest
from django.test import Client as Browser

from alongside.foundation.ids import uuid7
from alongside.foundation.models import Entry
from alongside.foundation.tenancy import inside
from alongside.workforce.models import Cover
from tests import cast as casting
from tests.connecting import connected_to, url_of
from tests.house import door_urls

pytestmark = pytest.mark.urls("tests.house.door_urls")


@pytest.fixture
def rosa(at) -> Browser:
    """At the door in a database of its own: what stays is what was committed."""
    door_urls.TRIES.clear()
    browser = at("rosa")
    browser.raise_request_exception = False
    return browser


@pytest.fixture(scope="module")
def shared(peopled, templates):
    """One database for those who leave the cast as it is."""
    name = templates.clone(of=peopled.name)
    yield name
    templates.drop(name)


@pytest.fixture
def house(shared, peopled, templates, django_db_blocker):
    """The cast in the shared database."""
    with connected_to(url_of(templates.cluster, "app", shared), django_db_blocker):
        yield peopled.cast


@pytest.fixture
def caller(house):
    """Rosa at its door."""
    door_urls.TRIES.clear()
    browser = casting.browser_of(house, "rosa")
    browser.raise_request_exception = False
    return browser


def kept(house) -> int:
    with inside(house.agency):
        return Cover.objects.count()


@pytest.mark.parametrize(("status", "stays"), [(200, 1), (303, 1), (422, 1), (400, 0), (403, 0), (404, 0), (500, 0)])
def test_nothing_of_a_no_is_kept(house, caller, status, stays):
    before = kept(house)
    assert caller.get(f"/t/answers/{status}/").status_code == status
    assert kept(house) - before == stays


@pytest.mark.parametrize(
    ("page", "status", "says"),
    [
        ("refuses", 403, "You are not on this client&#x27;s team today."),
        ("faults", 422, "This form was opened for another client."),
        ("absent", 404, "There is nothing at this address"),
        ("breaks", 500, "Something went wrong on our side"),
    ],
)
def test_each_no_has_a_page_and_leaves_nothing(house, caller, page, status, says):
    before = kept(house)
    answer = caller.get(f"/t/{page}/")
    assert answer.status_code == status
    assert says in answer.content.decode()
    assert kept(house) == before


def test_a_fault_of_ours_tells_nothing(house, caller):
    page = caller.get("/t/breaks/").content.decode()
    assert "Theodore" not in page
    assert "ZeroDivision" not in page


def test_a_refusal_is_written_down_after_the_rollback(house, caller):
    caller.get("/t/refuses/")
    with inside(house.agency):
        entry = Entry.objects.filter(outcome="refused").latest("at")
    assert (entry.verb, entry.staff_id, entry.client_id) == ("people.see", house.staff["rosa"], house.theo.pk)
    assert entry.reason == "foundation.policy.not_related"


@pytest.mark.parametrize(("way", "shown"), [("/account/confirm/", True), ("//evil.example/", False), ("", False)])
def test_a_refusal_offers_the_way_on_that_policy_names(house, caller, way, shown):
    page = caller.get("/t/refuses/", {"way": way}).content.decode()
    assert (f'href="{way}"' in page) is shown


def test_another_agencys_id_and_a_random_one_are_answered_alike(house, caller):
    asked = (house.omar.pk, uuid7(), "x", "%C3%28", "1")
    answers = [caller.get(f"/t/clients/{client}/") for client in asked]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1
    assert caller.get(f"/t/clients/{house.theo.pk}/").status_code == 200


@pytest.mark.parametrize(("times", "status", "stays"), [(1, 200, 1), (2, 200, 1), (3, 503, 0)])
def test_a_quarrel_over_the_same_row_is_tried_three_times(house, caller, times, status, stays):
    before = kept(house)
    answer = caller.get(f"/t/quarrels/{times}/")
    assert answer.status_code == status
    assert len(door_urls.TRIES) == min(times + 1, 3)
    assert kept(house) - before == stays


def test_what_is_slow_is_done_outside_and_the_view_asked_again(house, caller):
    before = kept(house)
    assert caller.get("/t/needs-first/").content == b"done"
    assert door_urls.TRIES == ["made"]
    assert kept(house) - before == 1


def test_pages_are_rendered_outside_the_transaction(house, caller):
    """The guard in tests/guards/slow.py fails a page that is rendered while the transaction is held."""
    assert caller.get("/t/renders/").status_code == 200


def test_inside_is_one_agency_and_a_commit_is_on_disk(house, caller):
    assert caller.get("/t/standing/").content.decode() == f"{house.agency} on"


def test_nobody_comes_in_without_signing_in(db):
    answer = Browser().get("/t/standing/?a=b")
    assert (answer.status_code, answer["Location"]) == (302, "/account/login/?next=%2Ft%2Fstanding%2F%3Fa%3Db")


def test_nobody_comes_in_without_a_seat(world, rosa):
    session = rosa.session
    del session["seat"]
    session.save()
    assert rosa.get("/t/standing/")["Location"].startswith("/account/seat/?next=")


@pytest.mark.parametrize("what", ["seat", "post", "another's seat", "another agency"])
def test_a_seat_that_ended_lets_nobody_in_from_the_next_request_on(world, rosa, committed, what):
    assert rosa.get("/t/standing/").status_code == 200
    session = rosa.session
    match what:
        case "another's seat":
            session["seat"] = {**session["seat"], "staff": str(world.staff["amara"])}
        case "another agency":
            session["seat"] = {**session["seat"], "agency": str(world.elsewhere)}
    session.save()
    with psycopg.connect(committed.url("owner"), autocommit=True) as owner:
        owner.execute("select set_config('alongside.agency', %s, false)", [str(world.agency)])
        if what == "seat":
            owner.execute("update workforce_seat set ended_at = now() where staff_id = %s", [world.staff["rosa"]])
        if what == "post":
            today = "(now() at time zone 'America/New_York')::date"
            owner.execute(f"update workforce_staff set ended_on = {today} where id = %s", [world.staff["rosa"]])
    answer = rosa.get("/t/standing/")
    assert answer.status_code == 403
    assert "You have no place here today" in answer.content.decode()


def test_what_was_typed_is_shown_when_the_session_is_over(db):
    text = "She asked for a break twice. <b>3:54 pm</b>"
    typed = {"response": text, "empty": " ", "csrfmiddlewaretoken": "secret", "password": "slow rivers"}
    answer = Browser(HTTP_REFERER="http://testserver/notes/1/?part=2").post("/t/typed/", typed)
    page = answer.content.decode()
    assert answer.status_code == 401
    assert "She asked for a break twice. &lt;b&gt;3:54 pm&lt;/b&gt;" in page
    assert 'href="/account/login/?next=%2Fnotes%2F1%2F%3Fpart%3D2"' in page
    assert "secret" not in page
    assert "slow rivers" not in page


def test_what_was_typed_is_shown_when_the_form_is_stale(world, at):
    browser = at("rosa")
    strict = Browser(enforce_csrf_checks=True)
    strict.cookies = browser.cookies
    answer = strict.post("/t/typed/", {"response": "Half a note."})
    assert answer.status_code == 403
    assert "Half a note." in answer.content.decode()


def test_a_piece_of_a_page_sends_the_whole_page_to_sign_in(db):
    """Otherwise the page of signing in would be put into the middle of a list."""
    browser = Browser(HTTP_HX_REQUEST="true", HTTP_HX_CURRENT_URL="http://testserver/clients/?q=a")
    answer = browser.get("/t/standing/?q=ab")
    assert answer.status_code == 401
    assert answer["HX-Redirect"] == "/account/login/?next=%2Fclients%2F%3Fq%3Da"


@pytest.mark.parametrize(
    "url", ["http://evil.example/", "http://[::", "//", "javascript:x", "http://testserver//evil.example"]
)
def test_where_one_came_from_is_believed_only_of_ours(db, url):
    for browser in (Browser(HTTP_REFERER=url), Browser(HTTP_HX_REQUEST="true", HTTP_HX_CURRENT_URL=url)):
        answer = browser.post("/t/typed/", {"response": "Half a note."})
        assert answer.status_code == 401
        assert "evil" not in answer.content.decode() + answer.headers.get("HX-Redirect", "")
