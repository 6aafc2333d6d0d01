"""Read and trained by version: who is ready, who is in grace, and what booking says."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import IntegrityError, ProgrammingError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from alongside.foundation.errors import Refused, Unacceptable
from alongside.foundation.models import Entry
from alongside.people import actions as people
from alongside.plans import actions as plans
from alongside.plans import lookups, queries
from alongside.plans.models import PlanVersion, Training
from alongside.plans.rules import texts
from alongside.plans.rules.readiness import Prepared, grace_until, training_faults
from alongside.schedule import actions as schedule
from tests import plans as planned

LIMITS = {"grace_days": 14, "grace_after_taking_over_days": 30, "hows": ["explained", "modelled", "practised"]}
LIMITS["competent_takes"] = ["practised"]
DAY = date(2026, 11, 1)
BOTH = ["explained", "practised"]
ZONE = ZoneInfo("America/New_York")


@pytest.mark.parametrize(
    ("prepared", "ready"),
    [
        (Prepared(), False), (Prepared(read=True), False), (Prepared(competent=True), False),
        (Prepared(read=True, competent=True), True), (Prepared(wrote=True), True),
    ],
)  # fmt: skip
def test_both_make_somebody_ready_and_so_does_having_published_it(prepared, ready):
    assert prepared.ready is ready


@pytest.mark.parametrize(
    ("taken_over", "before", "last"),
    [
        (False, None, None),
        (False, Prepared(read=True), None),
        (False, Prepared(True, True), date(2026, 11, 15)),
        (True, None, date(2026, 12, 1)),
    ],
)
def test_grace_is_for_those_who_were_ready_and_for_plans_taken_over(taken_over, before, last):
    assert grace_until(published_on=DAY, taken_over=taken_over, before=before, limits=LIMITS) == last


@given(hows=st.sets(st.sampled_from(LIMITS["hows"])), competent=st.booleans())
def test_competent_never_stands_without_practice(hows, competent):
    faults = training_faults(hows=sorted(hows), competent=competent, done_on=DAY, today=DAY, known=LIMITS)
    assert (not faults) == (bool(hows) and (not competent or "practised" in hows))


def test_a_day_to_come_is_refused():
    faults = training_faults(hows=BOTH, competent=True, done_on=DAY + timedelta(days=1), today=DAY, known=LIMITS)
    assert [fault.code for fault in faults] == ["plans.fault.later"]


def train(cast, version, who="rosa", by=None, **said):
    said = {"hows": BOTH, "competent": True, **said}
    return plans.train(by=by or cast.imani, on=version, staff_id=cast.staff[who], **said)


def book(cast, who="rosa", days=2, **said):
    begins = datetime.now(UTC).replace(microsecond=0) + timedelta(days=days)
    return schedule.book(
        by=cast.dev, on=cast.theo.pk, staff_id=cast.staff[who], programme_id=cast.programme.pk, begins_at=begins,
        ends_at=begins + timedelta(hours=1), zone="America/New_York", site_id=cast.site.pk, **said,
    )  # fmt: skip


def codes(no):
    return [fault.code for fault in no.value.faults]


def test_a_training_is_written_down_as_it_was(cast):
    version = planned.published(cast)
    row = train(cast, version, remark="Two tries.")
    assert (row.trained_as, row.hows, row.client_id) == ("Imani Okafor, LPC", BOTH, cast.theo.pk)
    [entry] = Entry.objects.filter(verb="plans.train")
    assert (entry.subject_id, entry.client_id) == (row.pk, cast.theo.pk)


@pytest.mark.parametrize("who", ["rosa", "ben", "nadia", "dev", "hana", "quinn", "ada"])
def test_who_may_not_say_that_somebody_was_trained(cast, who):
    version = planned.published(cast)
    with pytest.raises(Refused):
        train(cast, version, by=getattr(cast, who))


def test_what_cannot_be_said_of_a_training(cast):
    version = planned.published(cast)
    people.place_on_team(by=cast.dev, on=cast.theo.pk, staff=cast.staff["imani"], part="supervisor", began_on=DAY)
    for said, code in (
        ({"who": "imani"}, "plans.fault.own_training"), ({"who": "ben"}, "plans.fault.choice"),
        ({"hows": []}, "plans.fault.hows"), ({"hows": ["shouted"]}, "plans.fault.hows"),
        ({"hows": ["explained"]}, "plans.fault.practised"),
        ({"done_on": datetime.now(UTC).date() + timedelta(days=2)}, "plans.fault.later"),
    ):  # fmt: skip
        with pytest.raises(Unacceptable) as no:
            train(cast, version, **said)
        assert code in codes(no)
    with pytest.raises(Unacceptable) as no:
        train(cast, planned.drafted(cast, kind="treatment"))
    assert codes(no) == ["plans.fault.not_in_force"]
    assert not Training.objects.exists()


def test_nobody_changes_a_training(cast):
    row = train(cast, planned.published(cast))
    for sql in ("update plans_training set competent = false", "delete from plans_training"):
        with (
            pytest.raises((IntegrityError, ProgrammingError)), transaction.atomic(), connection.cursor() as cursor
        ):  # fmt: skip
            cursor.execute(f"{sql} where id = %s", [row.pk])


def test_booking_names_what_is_missing_and_where_it_is_put_right(cast):
    version = planned.published(cast)
    with pytest.raises(Unacceptable) as no:
        book(cast)
    assert codes(no) == ["schedule.unfit.not_read", "schedule.unfit.not_trained"]
    [place] = {fault.place for fault in no.value.faults}
    assert place == f"/plans/versions/{version.pk}/team/"
    plans.acknowledge(by=cast.rosa, on=version)
    with pytest.raises(Unacceptable) as no:
        book(cast)
    assert codes(no) == ["schedule.unfit.not_trained"]
    train(cast, version)
    assert book(cast).pk


def test_the_last_training_counts(cast):
    version = planned.published(cast)
    planned.make_ready(version, by=cast.imani, who=cast.rosa)
    train(cast, version, competent=False)
    with pytest.raises(Unacceptable) as no:
        book(cast)
    assert codes(no) == ["schedule.unfit.not_trained"]


def test_whoever_published_it_may_be_booked(cast):
    planned.published(cast)
    people.place_on_team(by=cast.dev, on=cast.theo.pk, staff=cast.staff["imani"], part="supervisor", began_on=DAY)
    assert book(cast, who="imani").pk


def test_a_new_version_gives_those_who_were_ready_two_weeks(cast):
    first = planned.published(cast)
    planned.make_ready(first, by=cast.imani, who=cast.rosa)
    draft = plans.draft(by=cast.imani, on=first.plan_id)
    plans.write(by=cast.imani, on=draft, section=texts.About("Again.", planned.IN_THREE_MONTHS))
    plans.publish(by=cast.imani, on=draft)
    assert book(cast, days=13).pk
    with pytest.raises(Unacceptable) as no:
        book(cast, days=16)
    assert codes(no) == ["schedule.unfit.not_read", "schedule.unfit.not_trained"]


def test_a_plan_taken_over_gives_everybody_a_month(cast):
    whole = texts.Whole(kind="behaviour", about=texts.About("From paper.", planned.IN_THREE_MONTHS))
    plans.take_over(by=cast.amara, on=cast.theo.pk, whole=whole, source="Paper", begins_at=datetime.now(UTC))
    assert book(cast, days=29).pk
    with pytest.raises(Unacceptable):
        book(cast, days=32)


def test_no_plan_and_a_plan_that_ended_keep_nobody_away(cast):
    assert book(cast).pk
    version = planned.published(cast)
    plans.end(by=cast.imani, on=version, because="Done.")
    assert book(cast, days=3).pk


def test_what_was_before_the_version_is_not_asked(cast):
    planned.published(cast)
    assert book(cast, days=-3).pk


def test_the_page_of_the_team_takes_as_many_statements_for_many(cast, django_assert_max_num_queries):
    version = planned.published(cast)
    for who in ("imani", "nadia", "hana"):
        people.place_on_team(by=cast.dev, on=cast.theo.pk, staff=cast.staff[who], began_on=DAY)
    train(cast, version)
    imani = cast.imani
    with django_assert_max_num_queries(10):
        shown = queries.team(by=imani, on=version.pk)
    assert [(m.name, m.state) for m in shown.members] == [
        ("Hana Sato", "neither"), ("Nadia Haddad", "neither"), ("Rosa Delgado", "unread"), ("Imani Okafor", "ready"),
    ]  # fmt: skip
    assert shown.not_ready == 3


def test_to_read_names_what_somebody_has_not_read(cast):
    version, day = planned.published(cast), datetime.now(UTC).date()
    [one] = lookups.to_read(cast.staff["rosa"], day)
    assert (one.client_id, one.given, one.number) == (cast.theo.pk, "Theodore", 1)
    assert lookups.to_read(cast.staff["imani"], day) == lookups.to_read(cast.staff["ben"], day) == ()
    plans.acknowledge(by=cast.rosa, on=version)
    assert lookups.to_read(cast.staff["rosa"], day) == ()


def test_one_press_trains_and_the_page_says_so(cast, at):
    version = planned.published(cast)
    plans.acknowledge(by=cast.rosa, on=version)
    address = f"/plans/versions/{version.pk}/team/"
    page = at("imani").get(address).content.decode()
    assert "1 person is not ready" in page and "Practiced today, can do it" in page
    said = {"client": cast.theo.pk, "staff_id": cast.staff["rosa"], "hows": BOTH, "competent": "on"}
    answer = at("imani").post(f"/plans/versions/{version.pk}/trainings/", said)
    assert (answer.status_code, answer["Location"]) == (303, address)
    assert "Everybody on the team is ready." in at("imani").get(address).content.decode()


def test_what_was_typed_stays(cast, at):
    version = planned.published(cast)
    said = {"client": cast.theo.pk, "staff_id": cast.staff["rosa"], "competent": "on", "remark": "Kept words."}
    answer = at("imani").post(f"/plans/versions/{version.pk}/trainings/", said)
    page = answer.content.decode()
    assert answer.status_code == 422 and "Kept words." in page and "Say how" in page


def test_other_pages_and_agencies(cast, at):
    version = planned.published(cast)
    assert at("ben").get(f"/plans/versions/{version.pk}/team/").status_code == 403
    assert at("imani").get(f"/plans/versions/{uuid4()}/team/").status_code == 404
    draft = plans.draft(by=cast.imani, on=version.plan_id)
    assert at("imani").get(f"/plans/versions/{draft.pk}/team/").status_code == 404
    wrong = {"client": cast.lucia.pk, "staff_id": cast.staff["rosa"], "hows": BOTH}
    assert at("imani").post(f"/plans/versions/{version.pk}/trainings/", wrong).status_code == 422


def test_the_booking_page_shows_the_way_on(cast, at):
    version = planned.published(cast)
    begins = (datetime.now(UTC) + timedelta(days=2)).astimezone(ZONE)
    said = {
        "client": cast.theo.pk, "staff": cast.staff["rosa"], "programme": cast.programme.pk, "site": cast.site.pk,
        "day": begins.date(), "begins": "09:00", "ends": "10:00",
    }  # fmt: skip
    answer = at("dev").post(f"/clients/{cast.theo.pk}/visits/new/", said)
    page = answer.content.decode()
    assert answer.status_code == 422 and "is not trained on version 1" in page
    assert f'href="/plans/versions/{version.pk}/team/"' in page
    assert at("dev").get(f"/plans/versions/{version.pk}/team/").status_code == 200


def test_today_says_that_a_plan_is_to_be_read(cast, at):
    with time_machine.travel(datetime.now(UTC) - timedelta(days=40)):
        version = planned.published(cast)
    page = at("rosa").get("/").content.decode()
    assert "Read version 1 of the plan for Theodore" in page and f"/clients/{cast.theo.pk}/plan-card/" in page
    plans.acknowledge(by=cast.rosa, on=PlanVersion.objects.get(pk=version.pk))
    assert "Read version 1" not in at("rosa").get("/").content.decode()
