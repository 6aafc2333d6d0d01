"""Break-glass: with a reason, for hours, only after proving who it is, told, and looked at by somebody else."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from alongside.foundation.errors import NotHere, Refused, Unacceptable
from alongside.foundation.models import Entry, Letter
from alongside.people import actions, lookups, queries
from alongside.people.models import Glass, GlassReview
from alongside.people.telling import tell_of_glass
from alongside.workforce import actions as workforce
from alongside.workforce.models import Supervision

WHY = "He ran out of the school and I am alone with him."


@pytest.fixture
def ben(cast):
    """Ben, who is not on Theo's team any more, just after proving that it is him."""
    return replace(cast.ben, confirmed_at=datetime.now(UTC))


def no_to(call, **values):
    with pytest.raises(Refused) as no:
        call(**values)
    return no.value.no


def test_the_record_opens_for_some_hours_and_closes(cast, ben):
    glass = actions.break_glass(by=ben, on=cast.theo.pk, reason=WHY, hours=2)
    assert queries.see(by=ben, on=cast.theo.pk)
    assert glass.until - glass.broken_at == timedelta(hours=2)
    entry = Entry.objects.get(verb="people.see", outcome="read", staff_id=ben.staff_id)
    assert entry.relation == "glass"
    assert set(lookups.supervisors_of_client(cast.theo.pk)) == {cast.staff["imani"]}


def test_it_is_over_when_its_time_is(cast, ben):
    then = datetime.now(UTC) - timedelta(hours=5)
    Glass.objects.create(
        client=cast.theo, staff_id=ben.staff_id, reason=WHY, broken_at=then, until=then + timedelta(hours=4)
    )
    assert no_to(queries.see, by=ben, on=cast.theo.pk).way_on == f"/clients/{cast.theo.pk}/glass/"


def test_only_after_proving_who_it_is(cast, ben):
    for stale in (None, datetime.now(UTC) - timedelta(minutes=11)):
        no = no_to(actions.break_glass, by=replace(ben, confirmed_at=stale), on=cast.theo.pk, reason=WHY)
        assert no.code == "people.refusal.confirm_first"
        assert no.way_on == f"/account/confirm/?next=/clients/{cast.theo.pk}/glass/"


def test_not_for_somebody_on_the_team_nor_for_the_office(cast):
    rosa = replace(cast.rosa, confirmed_at=datetime.now(UTC))
    no = no_to(actions.break_glass, by=rosa, on=cast.theo.pk, reason=WHY)
    assert no.code == "people.refusal.open_already"
    dev = replace(cast.dev, confirmed_at=datetime.now(UTC))
    assert no_to(actions.break_glass, by=dev, on=cast.theo.pk, reason=WHY).code == "foundation.policy.role_lacks"


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"reason": "because"}, "reason"),
        ({"reason": " " * 20}, "reason"),
        ({"hours": 5}, "hours"),
        ({"hours": 0}, "hours"),
    ],
)
def test_with_a_real_reason_and_not_for_long(cast, ben, values, field):
    with pytest.raises(Unacceptable) as no:
        actions.break_glass(by=ben, on=cast.theo.pk, **{"reason": WHY, **values})
    assert [fault.field for fault in no.value.faults] == [field]


def test_another_agencys_record_is_not_here(cast, ben):
    with pytest.raises(NotHere):
        actions.break_glass(by=ben, on=cast.omar.pk, reason=WHY)


def test_somebody_else_looks_at_it_once(cast, ben):
    glass = actions.break_glass(by=ben, on=cast.theo.pk, reason=WHY)
    assert no_to(actions.review_glass, by=cast.nadia, on=glass.pk, justified=True).code.endswith("role_lacks")
    (line,) = queries.glasses(by=cast.hana, on=cast.agency)
    assert (line.who, line.client, line.justified) == ("Ben Ruiz", "Theodore Bell", None)
    assert [line.id for line in queries.glasses(by=cast.imani, on=cast.agency)] == [glass.pk]
    with pytest.raises(Unacceptable):
        actions.review_glass(by=cast.hana, on=glass.pk, justified=False, remark=" ")
    actions.review_glass(by=cast.hana, on=glass.pk, justified=False, remark="The lead was beside him.")
    with pytest.raises(Unacceptable) as twice:
        actions.review_glass(by=cast.quinn, on=glass.pk, justified=True)
    assert twice.value.faults[0].code == "people.fault.reviewed"
    (line,) = queries.glasses(by=cast.quinn, on=cast.agency)
    assert (line.reviewed_by, line.justified) == ("Hana Sato", False)


def test_nobody_looks_at_their_own(cast):
    hana = replace(cast.hana, confirmed_at=datetime.now(UTC))
    glass = actions.break_glass(by=hana, on=cast.theo.pk, reason=WHY)
    own = replace(hana, supervises=frozenset({*hana.supervises, hana.staff_id}))
    assert no_to(actions.review_glass, by=own, on=glass.pk, justified=True).code == "people.refusal.own_glass"


@pytest.mark.parametrize(
    "values",
    [{"reason": "short"}, {"until": timedelta(hours=5)}, {"until": timedelta(0)}],
)
def test_the_database_keeps_reason_and_hours(cast, values):
    now = datetime.now(UTC)
    until = now + values.get("until", timedelta(hours=1))
    with pytest.raises(IntegrityError), transaction.atomic():
        Glass.objects.create(
            client=cast.theo, staff_id=cast.staff["ben"], reason=values.get("reason", WHY), broken_at=now, until=until
        )


def test_neither_is_ever_changed(cast, ben):
    glass = actions.break_glass(by=ben, on=cast.theo.pk, reason=WHY)
    actions.review_glass(by=cast.hana, on=glass.pk, justified=True)
    for rows in (Glass.objects.all(), GlassReview.objects.all()):
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            rows.delete()


def test_a_supervisor_of_neither_sees_nothing(cast):
    hana = replace(cast.hana, confirmed_at=datetime.now(UTC))
    glass = actions.break_glass(by=hana, on=cast.theo.pk, reason=WHY)
    other = replace(cast.imani, staff_id=cast.staff["nadia"], supervises=frozenset())
    assert queries.glasses(by=other, on=cast.agency) == ()
    assert no_to(actions.review_glass, by=other, on=glass.pk, justified=True).code.endswith("not_related")


def test_the_clients_supervisors_are_told_and_else_whoever_may_look(cast, ben):
    actions.break_glass(by=ben, on=cast.theo.pk, reason=WHY)
    tell_of_glass(Entry.objects.get(verb="people.break_glass"))
    assert [letter.to_staff_id for letter in Letter.objects.all()] == [cast.staff["imani"]]
    imani = Supervision.objects.get(supervisee_id=cast.staff["rosa"])
    workforce.end_supervision(by=cast.ada, on=imani.pk)
    Letter.objects.update(code="told before")
    tell_of_glass(Entry.objects.get(verb="people.break_glass"))
    told = set(Letter.objects.filter(code="people.letter.glass").values_list("to_staff_id", flat=True))
    assert told == {cast.staff["quinn"], cast.staff["amara"]}


@pytest.mark.parametrize(
    "who",
    [
        {"number": "c-2"},
        {"given": "theodore", "family": "BELL", "born": date(2017, 3, 4)},
    ],
)
def test_the_record_is_found_by_knowing_exactly_who_it_is(cast, who):
    assert queries.spot(by=cast.ben, on=cast.agency, **who) == cast.theo.pk


@pytest.mark.parametrize(
    ("who", "code"),
    [
        ({}, "spot"),
        ({"given": "Theodore", "family": "Bell"}, "spot"),
        ({"number": "C-"}, "nobody_fits"),
        ({"number": "C-1"}, "nobody_fits"),
        ({"given": "Theo", "family": "Bell", "born": date(2017, 3, 4)}, "nobody_fits"),
        ({"given": "Omar", "family": "Saleh", "born": date(2015, 2, 2)}, "nobody_fits"),
    ],
)
def test_nearly_is_not_enough(cast, who, code):
    with pytest.raises(Unacceptable) as no:
        queries.spot(by=cast.ben, on=cast.agency, **who)
    assert [fault.code for fault in no.value.faults] == [f"people.fault.{code}"]


def test_the_way_to_a_record_one_cannot_see(cast, at):
    ben = at("ben")
    assert "/glass/new/" in ben.get("/search/?q=theodore").content.decode()
    assert ben.get("/glass/new/").status_code == 200
    assert ben.post("/glass/new/", {"number": "c-2"})["Location"] == f"/clients/{cast.theo.pk}/glass/"
    kept = ben.post("/glass/new/", {"number": "c-99"})
    assert kept.status_code == 422 and 'value="c-99"' in kept.content.decode()
    assert at("dev").get("/glass/new/").status_code == 403
