"""A case as sessions and phases: one a day at nine in the agency's zone, phases that begin with their first session."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from alongside.interchange.single_case.shaping import plan, shaped
from alongside.measure.series import Case, Outcome, Phase

ZONE = "America/New_York"


def case(*phases, minutes=None, improvement="decrease"):
    return Case("D", "s", Outcome(improvement, "count", minutes), phases)


AB = case(Phase("A1", "A", (1, 2, 4), (3, 2, 3)), Phase("B1", "B", (5, 6), (1, 0)))


def test_days_follow_the_numbers_of_the_file():
    of = shaped(AB, first_day=date(2020, 3, 6), zone=ZONE)
    assert [day.began_at.astimezone(ZoneInfo(ZONE)).strftime("%d %H:%M") for day in of.days] == [
        "06 09:00", "07 09:00", "09 09:00", "10 09:00", "11 09:00",
    ]  # fmt: skip
    assert {day.ended_at - day.began_at for day in of.days} == {timedelta(minutes=30)}


@pytest.mark.parametrize("numbers", [(1, 1.5, 2), (1, 2, 9000)])
def test_numbers_that_are_no_days_give_one_a_day(numbers):
    of = shaped(case(Phase("A", "A", numbers, (1, 1, 1))), first_day=date(2020, 1, 6), zone="UTC")
    assert [day.began_at.day for day in of.days] == [6, 7, 8]


@pytest.mark.parametrize("zone", [ZONE, "Pacific/Auckland", "Asia/Kolkata"])
def test_a_phase_begins_with_the_local_day_of_its_first_session(zone):
    of = shaped(AB, first_day=date(2020, 1, 6), zone=zone)
    begun = [(phase.condition, phase.label, phase.begins_at.astimezone(ZoneInfo(zone)).strftime("%d %H:%M"))
             for phase in of.phases]  # fmt: skip
    assert begun == [("baseline", "A1", "06 00:00"), ("intervention", "B1", "10 00:00")]


def test_without_condition_a_the_first_phase_is_baseline():
    of = shaped(case(Phase("Base", "B", (1,), (1,)), Phase("Medication", "M", (2,), (2,))),
                first_day=date(2020, 1, 6), zone="UTC")  # fmt: skip
    assert [(phase.condition, phase.label) for phase in of.phases] == [
        ("baseline", "Base"), ("intervention", "Medication"),
    ]  # fmt: skip


def test_the_length_is_the_file_s_where_it_has_one():
    of = shaped(case(Phase("A", "A", (1,), (1,)), minutes=12.5), first_day=date(2020, 1, 6), zone="UTC")
    assert of.days[0].began_at == datetime(2020, 1, 6, 9, tzinfo=UTC)
    assert of.days[0].ended_at - of.days[0].began_at == timedelta(minutes=12.5)


def test_the_plan_holds_what_was_measured_and_makes_nothing_up():
    whole = plan(shaped(AB, first_day=date(2020, 1, 6), zone="UTC"), review_on=date(2020, 7, 1))
    [target] = whole.targets
    assert (target.kind, target.measure, target.improvement) == ("behaviour", "reported", "decrease")
    assert target.settings == {"unit": "count"}
    assert (target.definition, whole.parts, whole.goals, whole.card) == ("", (), (), ())
