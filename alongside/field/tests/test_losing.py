"""A device is lost, somebody leaves: it forgets what it may read, and what it sealed still arrives."""

import pytest

from alongside.field import actions, queries
from alongside.field.ending import end_with_work
from alongside.field.models import Device, Enrolment
from alongside.foundation.errors import Refused
from alongside.foundation.models import Entry
from alongside.project.reactions import REACTIONS
from alongside.workforce import actions as workforce
from alongside.workforce.models import Staff
from tests.field.device import outcomes


def orders(answer):
    return {one["enrolment"] for one in answer.json()["orders"] if one["order"] == "wipe"}


@pytest.mark.parametrize("who", ["rosa", "imani", "ada", "amara"])
def test_who_may_report_it_lost(shift, cast, who):
    assert actions.lose(by=getattr(cast, who), on=shift.device.id) == 1
    assert Device.objects.get().lost_by_id == cast.staff[who]
    assert actions.lose(by=getattr(cast, who), on=shift.device.id) == 0


@pytest.mark.parametrize("who", ["ben", "hana", "dev", "quinn", "nadia"])
def test_who_may_not(shift, cast, who):
    with pytest.raises(Refused):
        actions.lose(by=getattr(cast, who), on=shift.device.id)


def test_a_lost_device_is_told_to_forget_everybody_and_what_it_sealed_is_taken(shift, colleague, cast):
    sealed = shift.seal(shift.start())
    actions.lose(by=cast.rosa, on=shift.device.id)
    answer = shift.device.hand_in(shift.browser, *sealed)
    assert outcomes(answer) == [("done", "")]
    assert orders(answer) == {user.enrolment for user in shift.device.users.values()}
    assert orders(shift.device.hand_in(shift.browser)) == orders(answer)  # until it can no longer be missed
    assert all(Enrolment.objects.values_list("wiped_at", flat=True))


def test_a_device_that_is_found_is_taken_into_use_anew(shift, cast, at):
    old = shift.device.users["rosa"].enrolment
    actions.lose(by=cast.rosa, on=shift.device.id)
    shift.device.enrol("rosa", at("rosa"))
    shift.device.unlock("rosa")
    answer = shift.give(shift.start())
    assert outcomes(answer) == [("done", "")] and orders(answer) == {old}
    assert Device.objects.get().lost_at is None


def test_when_somebodys_work_ends_so_do_their_enrolments(shift, colleague, cast):
    assert REACTIONS["workforce.end_staff"] == [end_with_work] == REACTIONS["workforce.end_seat"]
    sealed = shift.seal(shift.start())
    workforce.end_staff(by=cast.ada, on=Staff.objects.get(pk=cast.staff["rosa"]))
    for _ in range(2):
        end_with_work(Entry.objects.get(verb="workforce.end_staff"))
    answer = shift.device.hand_in(shift.browser, *sealed)
    assert orders(answer) == {shift.device.users["rosa"].enrolment}
    assert outcomes(answer) == [("held", "refused")]  # kept whole: her supervisor decides


def test_the_page_of_ones_devices(shift, at, cast):
    page = at("rosa").get("/devices/").content.decode()
    assert "Blue tablet" in page and f"/devices/{shift.device.id}/loss/" in page
    assert at("rosa").post(f"/devices/{shift.device.id}/loss/").status_code == 303
    assert "Reported lost" in at("rosa").get("/devices/").content.decode()
    assert at("quinn").get("/devices/").status_code == 403


def test_the_page_of_somebody_elses_devices(shift, at, cast):
    path = f"/staff/{cast.staff['rosa']}/devices/"
    assert "Blue tablet" in at("imani").get(path).content.decode()
    assert [at(who).get(path).status_code for who in ("ada", "hana", "ben")] == [200, 403, 403]
    answer = at("imani").post(f"/devices/{shift.device.id}/loss/", {"staff": str(cast.staff["rosa"])})
    assert answer["Location"] == path
    assert at("imani").get(f"/staff/{cast.agency}/devices/").status_code == 404
    member = f"/staff/{cast.staff['rosa']}/"
    assert ['href="devices/"' in at(who).get(member).content.decode() for who in ("imani", "hana")] == [True, False]


def test_one_statement_for_the_devices_of_somebody(shift, cast, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        assert [one.label for one in queries.devices(by=cast.rosa, on=cast.staff["rosa"])] == ["Blue tablet"]
