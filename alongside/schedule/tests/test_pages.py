"""The booking pages: who, which times exist, what was typed is kept."""

from datetime import UTC, datetime, timedelta

import pytest

from alongside.agencies.models import Site
from alongside.foundation.ids import uuid7
from alongside.schedule.models import Visit

NOBODY = "01980000-0000-7000-8000-000000000000"  # an id that no row has


@pytest.fixture
def chicago(cast):
    return Site.objects.create(name="Lake School", zone="America/Chicago", place_of_service="03")


def form(cast, site=None, **values):
    values = {"day": "2026-06-09", "begins": "15:30", "ends": "17:00", **values}
    ids = {"staff": cast.staff["rosa"], "programme": cast.programme.pk, "site": (site or cast.site).pk}
    return {"client": cast.theo.pk, **ids, **values}


def post(cast, at, who="dev", client=None, **values):
    return at(who).post(f"/clients/{(client or cast.theo).pk}/visits/new/", form(cast, **values))


def test_a_visit_is_booked_in_the_zone_of_its_place(cast, at, chicago):
    answer = post(cast, at, site=chicago)
    visit = Visit.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, f"/visits/{visit.pk}/")
    assert visit.begins_at == datetime(2026, 6, 9, 20, 30, tzinfo=UTC)


def test_a_local_time_that_does_not_exist_is_refused(cast, at, chicago):
    answer = post(cast, at, site=chicago, day="2027-03-14", begins="02:30", ends="04:00")
    assert answer.status_code == 422 and "does not exist on that day" in answer.content.decode()
    assert not Visit.objects.exists()


def test_a_local_time_that_comes_twice_is_asked(cast, at, chicago):
    twice = {"site": chicago, "day": "2026-11-01", "begins": "01:30", "ends": "03:00"}
    answer = post(cast, at, **twice)
    assert answer.status_code == 422 and "happens twice" in answer.content.decode()
    assert post(cast, at, **twice, which="second").status_code == 303
    assert Visit.objects.get().begins_at == datetime(2026, 11, 1, 7, 30, tzinfo=UTC)


def test_over_midnight_it_is_said(cast, at):
    night = {"begins": "22:00", "ends": "01:00"}
    answer = post(cast, at, **night)
    assert answer.status_code == 422 and "ends the next day" in answer.content.decode()
    assert post(cast, at, **night, next_day="on").status_code == 303
    assert Visit.objects.get().ends_at - Visit.objects.get().begins_at == timedelta(hours=3)


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("day", ""), ("day", "1899-12-31"), ("day", "0001-01-01"), ("day", "9999-12-31"), ("day", "infinity"),
        ("day", "0044-03-15 BC"), ("day", "2026-13-01"), ("day", "02/03/04"), ("day", "1765000000000"),
        ("day", "-1"), ("day", "1e18"), ("day", "2026"), ("day", "2026-02"), ("day", "2026-W07-1"),
        ("day", "2026-040"), ("day", "٢٠٢٦-٠١-٠١"), ("day", "2026-06-09T00:00:00.123456789Z"), ("day", "2027-02-29"),
        ("begins", "23:59:60"), ("begins", "24:00"), ("begins", "15:30+14:00"), ("begins", "25:99"),
        ("begins", "15:30Z"), ("begins", "half past"), ("begins", "１５:３０"), ("begins", "15:30"),
        ("ends", ""), ("ends", "15:30"), ("ends", "NaN"), ("staff", "x"), ("staff", NOBODY),
        ("site", "{" + NOBODY + "}"), ("programme", "1"), ("which", "third"),
        ("place", "a\x00b"), ("place", "abc\u202egpj"), ("place", "x" * 201), ("overlap_reason", "a\x1b[2J"),
    ],
)  # fmt: skip
def test_bad_input_is_named_beside_its_field_and_kept(cast, at, field, typed):
    good = field == "begins" and typed == "15:30"
    fields = {**form(cast, place="room 12"), field: typed}
    answer = at("dev").post(f"/clients/{cast.theo.pk}/visits/new/", fields)
    assert answer.status_code == (303 if good else 422)
    assert Visit.objects.count() == good
    if not good:
        page = answer.content.decode()
        assert "error-summary" in page and f"id_{field}_error" in page
        assert field == "place" or "room 12" in page


def test_an_overlap_is_named_and_its_reason_asked(cast, at):
    post(cast, at)
    answer = post(cast, at)
    assert answer.status_code == 422 and "Rosa Delgado is with Theodore then" in answer.content.decode()


def test_who_may_not_and_where_nothing_is(cast, at):
    assert at("rosa").get(f"/clients/{cast.theo.pk}/visits/new/").status_code == 403
    bodies = [at("dev").get(f"/clients/{id}/visits/new/") for id in (cast.omar.pk, uuid7())]
    assert [b.status_code for b in bodies] == [404, 404]
    assert post(cast, at, client=cast.lucia).status_code == 422  # the form stood on Theo's page
    assert not Visit.objects.exists()


def test_a_visit_is_moved(cast, at):
    post(cast, at)
    visit = Visit.objects.get()
    path = f"/clients/{cast.theo.pk}/visits/{visit.pk}/move/"
    page = at("dev").get(path).content.decode()
    assert 'value="15:30"' in page and 'value="2026-06-09"' in page
    fields = {**form(cast), "day": "2026-06-10", "begins": "9 am", "ends": "10 am"}
    assert at("dev").post(path, fields).status_code == 303
    assert str(Visit.objects.get().service_day) == "2026-06-10"
    assert at("dev").post(path, {**fields, "day": "soon"}).status_code == 422


def test_the_week_pages(cast, at):
    post(cast, at)
    assert "Theodore Bell" in at("dev").get("/schedule/?from=2026-06-08").content.decode()
    assert "Theodore Bell" in at("rosa").get("/week/?from=2026-06-08").content.decode()
    assert at("rosa").get("/schedule/").status_code == 403
    for typed in ("", "soon", "9999-12-31", "0001-01-01", "٢٠٢٦-٠١-٠١", "2026-06-08'--"):
        assert at("dev").get("/schedule/", {"from": typed}).status_code == 200
