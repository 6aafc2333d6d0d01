"""Hiring, roles, supervision, cover, credentials, and leaving."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from alongside.accounts.models import Account
from alongside.agencies.models import Agency
from alongside.foundation.errors import Refused, Unacceptable
from alongside.foundation.models import Entry
from alongside.foundation.moments import today
from alongside.foundation.tenancy import inside
from alongside.workforce import actions, founding, lookups, queries
from alongside.workforce.models import Cover, Role, Seat, Supervision

TODAY = today("America/New_York")


def faults(call, **values):
    with pytest.raises(Unacceptable) as no:
        call(**values)
    return [(fault.code.rsplit(".")[-1], fault.field) for fault in no.value.faults]


@pytest.fixture
def mia(cast):
    return actions.hire(by=cast.ada, on=cast.agency, given="Mia", family="Chen", credential="TSS")


def test_an_agency_is_founded_once(cast):
    with pytest.raises(Refused) as no:
        founding.found(given="Eve")
    assert no.value.no.code == "workforce.refusal.founded"
    entry = Entry.objects.filter(verb="workforce.hire").order_by("at", "id").first()
    assert (entry.staff_id, entry.role) == (founding.NOBODY, "founder")


def test_the_founder_can_do_nothing_else(cast):
    by = founding.founder(Agency.objects.get(pk=cast.agency))
    with pytest.raises(Refused):
        actions.end_staff(by=by, on=cast.staff["rosa"])
    assert "founder" not in lookups.appointed_roles()


def test_somebody_new_can_do_nothing_until_given_a_role(cast, mia):
    assert lookups.actor(mia.pk).roles == ()
    actions.give_role(by=cast.ada, on=mia.pk, role="tss")
    assert lookups.actor(mia.pk).roles == ("tss",)
    assert lookups.actor(mia.pk).name == "Mia Chen"


def test_a_role_to_come_is_not_held_yet(cast, mia):
    actions.give_role(by=cast.ada, on=mia.pk, role="tss", began_on=TODAY + timedelta(5))
    assert lookups.actor(mia.pk).roles == ()


@pytest.mark.parametrize(
    ("values", "fault"),
    [
        ({"role": "king"}, ("role", "role")),
        ({"role": "founder"}, ("role", "role")),
        ({"role": "tss", "began_on": date(2020, 1, 1)}, ("before_hired", "began_on")),
    ],
)
def test_roles_that_cannot_be_given(cast, mia, values, fault):
    assert faults(actions.give_role, by=cast.ada, on=mia.pk, **values) == [fault]


def test_a_role_is_held_once_and_ends(cast):
    assert faults(actions.give_role, by=cast.ada, on=cast.staff["rosa"], role="tss") == [("role_held", "role")]
    role = Role.objects.get(staff_id=cast.staff["rosa"])
    actions.end_role(by=cast.ada, on=role.pk)
    assert lookups.actor(cast.staff["rosa"]).roles == ()


def test_nobody_widens_their_own_powers(cast):
    for call in (actions.give_role, actions.end_staff):
        with pytest.raises(Refused) as no:
            call(by=cast.ada, on=cast.staff["ada"], **({"role": "director"} if call is actions.give_role else {}))
        assert no.value.no.code == "workforce.refusal.oneself"
    with pytest.raises(Refused):
        actions.give_role(by=cast.amara, on=cast.staff["rosa"], role="admin")


def test_the_last_administrator_stays(cast, mia):
    actions.give_role(by=cast.ada, on=mia.pk, role="admin")
    second = lookups.actor(mia.pk)
    ada = Role.objects.get(staff_id=cast.staff["ada"])
    actions.end_role(by=second, on=ada.pk)
    third = actions.hire(by=second, on=cast.agency, given="Kai")
    actions.give_role(by=second, on=third.pk, role="hr")
    hr = lookups.actor(third.pk)
    assert faults(actions.end_staff, by=hr, on=mia.pk) == [("last_admin", "ended_on")]


def test_supervision_is_seen_at_once_and_no_circle(cast, mia):
    actions.supervise(by=cast.ada, on=mia.pk, supervisor=cast.staff["imani"])
    assert mia.pk in cast.imani.supervises
    assert faults(actions.supervise, by=cast.ada, on=cast.staff["imani"], supervisor=mia.pk) == [
        ("circle", "supervisor")
    ]
    row = Supervision.objects.get(supervisee=mia)
    actions.end_supervision(by=cast.ada, on=row.pk)
    assert mia.pk not in cast.imani.supervises


def test_a_stand_in_has_the_absent_persons_supervisees_for_those_days(cast):
    imani, hana = cast.staff["imani"], cast.staff["hana"]
    cover = actions.cover(by=cast.imani, on=imani, stand_in=hana, began_on=TODAY - timedelta(1), ends_on=TODAY)
    assert cast.staff["rosa"] in cast.hana.supervises
    assert set(lookups.supervisors_of(cast.staff["rosa"])) == {imani, hana}
    actions.end_cover(by=cast.imani, on=cover.pk, ends_on=TODAY - timedelta(1))
    assert cast.staff["rosa"] not in cast.hana.supervises
    with pytest.raises(Refused):
        actions.cover(by=cast.hana, on=imani, stand_in=hana, began_on=TODAY, ends_on=TODAY)


def test_nobody_appoints_themselves(cast):
    own, days = cast.staff["amara"], {"began_on": TODAY, "ends_on": TODAY}
    assert faults(actions.supervise, by=cast.amara, on=cast.staff["rosa"], supervisor=own) == [
        ("self_appointed", "supervisor")
    ]
    assert faults(actions.cover, by=cast.amara, on=cast.staff["imani"], stand_in=own, **days) == [
        ("self_appointed", "stand_in")
    ]


def test_a_credential_changes_and_a_name(cast):
    actions.change_credential(by=cast.amara, on=cast.staff["rosa"], credential="RBT")
    actions.rename(by=cast.ada, on=cast.staff["rosa"], given="Rosa", family="Vega", preferred="Rosie")
    page = queries.see(by=cast.rosa, on=cast.staff["rosa"])
    assert (page.name, page.credential) == ("Rosie Vega", "RBT")


def test_leaving_ends_everything_at_once(cast):
    rosa, account = cast.staff["rosa"], cast.accounts["rosa"]
    Cover.objects.create(absent_id=rosa, stand_in_id=cast.staff["ben"], began_on=TODAY, ends_on=TODAY + timedelta(9))
    left = actions.end_staff(by=cast.ada, on=rosa, reason="Moved away")
    assert (left.seats, left.roles, left.supervisions, left.covers) == (1, 1, 1, 1)
    assert lookups.actor(rosa) is None and lookups.actor(rosa, account_id=account) is None
    assert lookups.accounts_of(rosa) == [account]
    assert rosa not in cast.imani.supervises
    assert faults(actions.end_staff, by=cast.ada, on=rosa) == [("ended", "ended_on")]
    assert faults(actions.give_role, by=cast.ada, on=rosa, role="nurse")[0] == ("ended", "role")


def test_leaving_on_a_day_to_come_waits_for_the_day(cast):
    assert faults(actions.end_staff, by=cast.ada, on=cast.staff["rosa"], ended_on=TODAY + timedelta(2)) == [
        ("end_to_come", "ended_on")
    ]


def test_a_seat_ends_and_the_account_is_out(cast):
    seat = Seat.objects.get(staff_id=cast.staff["rosa"])
    assert faults(actions.seat, by=cast.ada, on=cast.staff["rosa"], account_id=seat.account_id) == [
        ("seated", "account")
    ]
    actions.end_seat(by=cast.ada, on=seat.pk)
    assert lookups.actor(cast.staff["rosa"], account_id=seat.account_id) is None
    assert lookups.actor(cast.staff["rosa"]) is not None


def test_who_can_help_is_the_scheduler_first(cast):
    assert lookups.who_may("people.place_on_team", but=cast.staff["rosa"]) == "Dev"
    assert lookups.who_may("people.place_on_team", but=cast.staff["dev"]) == "Amara"
    assert lookups.who_may("people.see_nothing", but=cast.staff["dev"]) == ""


def test_the_directory_is_a_bounded_number_of_statements(cast, django_assert_num_queries):
    by = cast.rosa
    with django_assert_num_queries(4):
        lines = queries.directory(by=by, on=cast.agency)
    assert [line.name for line in lines][:3] == ["Ada Lind", "Amara Nwosu", "Ben Ruiz"]
    with pytest.raises(Refused):
        queries.see(by=by, on=cast.staff["ben"])


def test_the_database_keeps_it(cast):
    rosa = cast.staff["rosa"]
    for broken in (
        lambda: Supervision.objects.create(supervisor_id=rosa, supervisee_id=rosa, began_on=TODAY),
        lambda: Cover.objects.create(absent_id=rosa, stand_in_id=rosa, began_on=TODAY, ends_on=TODAY),
        lambda: Role.objects.create(staff_id=rosa, role="tss", began_on=TODAY),
        lambda: Role.objects.create(staff_id=rosa, role="hr", began_on=TODAY, ended_on=TODAY - timedelta(1)),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            broken()


def test_a_new_agency_has_its_own_first_administrator(cast):
    account = Account.objects.create(email=f"{uuid4().hex}@example.test")
    with inside(cast.elsewhere), pytest.raises(Refused):
        founding.found(given="Eve", account_id=account.pk)
