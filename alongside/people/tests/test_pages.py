"""The pages of clients at the door: who gets in, who does not, what was typed is kept."""

import re
import time
from uuid import uuid4

import pytest

from alongside.foundation.moments import today
from alongside.people import actions, queries
from alongside.people.models import Alert, Client, Glass, TeamPlace

PAGES = ["person/", "person/change/", "person/alerts/", "person/contacts/", "person/team/", "person/programs/",
         "person/homes/", "person/name/", "person/discharge/"]  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_a_supervisor_opens_every_page_of_her_supervisees_client(cast, at, page):
    assert at("imani").get(f"/clients/{cast.theo.pk}/{page}").status_code == 200


def plain(answer, id):
    """A page without what differs each time: the form's token, the time, and the id that was asked for."""
    return re.sub(r"[A-Za-z0-9]{64}|data-now=\S+", "", answer.content.decode()).replace(str(id), "")


@pytest.mark.parametrize("page", [*PAGES, "glass/"])
def test_another_agencys_client_is_the_same_404_as_nobody(cast, at, page):
    imani, random = at("imani"), uuid4()
    there, nowhere = (imani.get(f"/clients/{id}/{page}") for id in (cast.omar.pk, random))
    assert there.status_code == nowhere.status_code == 404
    assert plain(there, cast.omar.pk) == plain(nowhere, random)


@pytest.mark.parametrize("page", ["person/", "person/alerts/"])
def test_somebody_not_on_the_team_is_told_who_can_help(cast, at, page):
    answer = at("ben").get(f"/clients/{cast.theo.pk}/{page}")
    assert answer.status_code == 403
    assert "Dev can put you on it" in answer.content.decode()


@pytest.mark.parametrize(
    "page",
    [
        "/clients/",
        "/search/",
        "/search/?q=theo",
        "/staff/",
        "/settings/programs/",
        "/settings/sites/",
        "/settings/on-call/",
    ],
)
@pytest.mark.parametrize("who", ["rosa", "imani", "dev", "amara", "nadia"])
def test_everybodys_lists_open(cast, at, who, page):
    assert at(who).get(page).status_code == 200


def posted(browser, path, client, **values):
    return browser.post(path, {"client": str(client), **values})


def test_what_was_typed_is_kept_and_each_fault_stands_beside_its_field(cast, at):
    path = f"/clients/{cast.theo.pk}/person/alerts/"
    answer = posted(at("imani"), path, cast.theo.pk, text="Bites <b>hard</b>", kind="loud", icon="warn")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Bites &lt;b&gt;hard&lt;/b&gt;" in page and "Choose one of those offered." in page
    assert Alert.objects.count() == 0


def test_an_alert_is_added_and_the_reader_is_back(cast, at):
    path = f"/clients/{cast.theo.pk}/person/alerts/"
    answer = posted(at("rosa"), path, cast.theo.pk, text="Runs", kind="danger", icon="car")
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/clients/{cast.theo.pk}/person/")


@pytest.mark.parametrize("other", ["lucia", "omar", None])
def test_a_form_opened_for_another_client_writes_nothing(cast, at, other):
    client = getattr(cast, other).pk if other else ""
    path = f"/clients/{cast.theo.pk}/person/alerts/"
    answer = posted(at("imani"), path, client, text="Runs", kind="danger", icon="car")
    assert answer.status_code == 422
    assert Alert.objects.count() == 0


def test_a_row_of_another_client_is_not_on_this_page(cast, at):
    place = TeamPlace.objects.get(client=cast.lucia)
    imani = at("imani")
    for row in (place.pk, uuid4()):
        assert imani.get(f"/clients/{cast.theo.pk}/person/team/{row}/end/").status_code == 404


def test_a_tss_cannot_open_the_forms_that_are_not_hers(cast, at):
    rosa = at("rosa")
    for page in ("change/", "team/", "contacts/", "discharge/", "name/"):
        answer = rosa.get(f"/clients/{cast.theo.pk}/person/{page}")
        assert answer.status_code == 403, page
        assert posted(rosa, f"/clients/{cast.theo.pk}/person/{page}", cast.theo.pk).status_code == 403, page


def test_the_office_knows_the_person_without_what_matters_in_care(cast, at):
    actions.change(by=cast.imani, on=cast.theo.pk, strengths="CANARY strengths", diagnosis="F84.0")
    page = at("dev").get(f"/clients/{cast.theo.pk}/person/").content.decode()
    assert "Theodore Bell" in page
    assert "CANARY" not in page and "F84.0" not in page
    assert "CANARY" in at("rosa").get(f"/clients/{cast.theo.pk}/person/").content.decode()


def test_somebody_is_admitted_with_a_first_place_on_the_team(cast, at):
    typed = {
        "given": "Maya", "family": "O'Brien", "identifier": "m-1", "programme": str(cast.programme.pk),
        "language": "en", "admitted_on": "2026-02-01", "staff": str(cast.staff["rosa"]), "born": "2017-01-01",
    }  # fmt: skip
    answer = at("dev").post("/clients/new/", typed)
    assert answer.status_code == 303
    assert "O&#x27;Brien" in at("rosa").get(answer.headers["Location"]).content.decode()
    again = at("dev").post("/clients/new/", {**typed, "identifier": "m-2"})
    assert again.status_code == 422 and "another person" in again.content.decode()
    assert at("dev").post("/clients/new/", {**typed, "identifier": "m-2", "another": "on"}).status_code == 303


@pytest.mark.parametrize(
    "typed",
    [
        {"given": "a\x00b"}, {"given": "x" * 120_000}, {"born": "٢٠٢٦-٠١-٠١"}, {"born": "infinity"}, {"programme": "1"},
        {"staff": "{not-a-uuid}"}, {"staff": str(uuid4())}, {"admitted_on": "9999-12-31"}, {"language": "tlh"},
        {"identifier": "=1+1"}, {"pronouns": "x" * 2_000}, {"given": "\u202egpj"}, {"given": ["", " "]},
    ],
)  # fmt: skip
def test_bad_input_is_named_and_nothing_is_written(cast, at, typed):
    good = {"given": "Maya", "identifier": "m-1", "programme": str(cast.programme.pk), "language": "en",
            "admitted_on": "2026-02-01"}  # fmt: skip
    answer = at("dev").post("/clients/new/", {**good, **typed})
    assert answer.status_code == 422
    assert Client.objects.count() == 3


def test_a_search_shows_only_ones_own_and_keeps_what_was_typed_out_of_the_title(cast, at):
    page = at("rosa").get("/search/?q=bell").content.decode()
    assert "Theodore Bell" in page and "bell" not in page.split("</title>")[0].lower()
    assert "Theodore" not in at("ben").get("/search/?q=theodore").content.decode()
    fragment = at("rosa").get("/search/?q=bell", headers={"HX-Request": "true"}).content.decode()
    assert "Theodore Bell" in fragment and "<html" not in fragment


STRANGE = ["q=" + "x" * 10_000, "q=%00", "q=a&q=b", "_sort=(select pg_sleep(5))", "q[]=1", "page=-1"]


@pytest.mark.parametrize("query", STRANGE)
def test_no_search_breaks_the_page(cast, at, query):
    assert at("dev").get(f"/search/?{query}").status_code in (200, 400, 422)


def test_titles_hold_no_names(cast, at):
    for page in PAGES:
        title = at("imani").get(f"/clients/{cast.theo.pk}/{page}").content.decode().split("</title>")[0]
        assert "Theo" not in title and "Bell" not in title


def test_breaking_the_glass_at_the_door(cast, at):
    ben = at("ben")
    path = f"/clients/{cast.theo.pk}/glass/"
    refused = ben.get(path)
    assert refused.status_code == 403 and "/account/confirm/" in refused.content.decode()
    session = ben.session
    session["confirmed_at"] = time.time()
    session.save()
    assert "Theodore" not in ben.get(path).content.decode()
    assert posted(ben, path, cast.theo.pk, reason="short", hours="1").status_code == 422
    answer = posted(ben, path, cast.theo.pk, reason="He ran and I am alone with him.", hours="1")
    assert answer.status_code == 303
    assert ben.get(f"/clients/{cast.theo.pk}/person/").status_code == 200
    glass = Glass.objects.get()
    quinn = at("quinn")
    assert "He ran and I am alone" in quinn.get("/glass/").content.decode()
    assert posted(quinn, f"/glass/{glass.pk}/", cast.theo.pk, justified="yes").status_code == 303


def test_every_kind_of_form_about_staff_and_places_works_once(cast, at):
    ada, rosa, site = at("ada"), cast.staff["rosa"], cast.site.pk
    for path, typed in (
        ("/staff/new/", {"given": "Mia", "began_on": "2026-02-01"}),
        (f"/staff/{rosa}/name/", {"given": "Rosa", "family": "Vega"}),
        (f"/staff/{rosa}/credential/", {"credential": "RBT"}),
        (f"/staff/{rosa}/roles/", {"role": "senior_tss", "began_on": "2026-02-01"}),
        (f"/staff/{rosa}/supervision/", {"supervisor": str(cast.staff["hana"]), "began_on": "2026-02-01"}),
        (f"/staff/{rosa}/cover/", {"stand_in": str(cast.staff["ben"]), "began_on": "2026-02-01",
                                   "ends_on": "2026-02-02"}),
        ("/settings/sites/new/", {"name": "Elm", "zone": "America/Chicago", "place_of_service": "12"}),
        (f"/settings/sites/{site}/", {"name": "Willow", "zone": "America/New_York", "place_of_service": "03"}),
        ("/settings/programs/new/", {"name": "Day", "population": "adults", "setting": "day", "payer": "agency",
                                     "note_format": "DAP"}),
        ("/settings/on-call/new/", {"name": "On call", "number": "215 555 0100", "site": str(site),
                                    "began_on": "2026-02-01"}),
        (f"/settings/sites/{site}/end/", {"ended_on": "2026-03-01"}),
        (f"/staff/{rosa}/end/", {"ended_on": today("America/New_York").isoformat()}),
    ):  # fmt: skip
        assert ada.get(path).status_code == 200, path
        answer = ada.post(path, typed)
        assert answer.status_code == 303, (path, answer.content.decode()[-3000:])
    assert at("dev").get(f"/staff/{rosa}/").status_code == 200
    assert not TeamPlace.objects.filter(staff_id=rosa, ended_on=None).exists()


def test_every_kind_of_form_about_a_client_works_once(cast, at):
    who, day = cast.theo.pk, "2026-02-01"
    imani = at("imani")
    for path, typed in (
        ("change/", {"language": "en", "strengths": "Trains"}),
        ("name/", {"given": "Theo", "family": "Marsh", "former": "keep"}),
        ("homes/", {"name": "Mother's home", "began_on": day}),
        ("contacts/", {"given": "June", "relation": "mother", "in_law": "parent", "safe": "on"}),
        ("team/", {"staff": str(cast.staff["hana"]), "part": "supervisor", "began_on": day}),
    ):
        answer = posted(imani, f"/clients/{who}/person/{path}", who, **typed)
        assert answer.status_code == 303, (path, answer.content.decode()[-3000:])
    known = queries.know(by=cast.imani, on=who)
    contact, home, team, program = known.contacts[0].id, known.homes[0].id, known.team[0].id, known.programs[0].id
    right = {"right": "consent", "decision": "grant", "began_on": day, "last_day": "2026-12-31"}
    for path, typed in (
        (f"contacts/{contact}/rights/", right),
        (f"contacts/{contact}/ways/", {"kind": "phone", "value": "215 555 0134"}),
        (f"contacts/{contact}/end/", {"ended_on": today("America/New_York").isoformat()}),
        (f"homes/{home}/end/", {"ended_on": day}),
        (f"team/{team}/end/", {"ended_on": day}),
        (f"programs/{program}/end/", {"ended_on": day}),
        ("discharge/", {"discharged_on": today("America/New_York").isoformat()}),
    ):
        assert imani.get(f"/clients/{who}/person/{path}").status_code == 200, path
        answer = posted(imani, f"/clients/{who}/person/{path}", who, **typed)
        assert answer.status_code == 303, (path, answer.content.decode()[-3000:])
    assert posted(at("dev"), f"/clients/{who}/person/readmission/", who).status_code == 303
