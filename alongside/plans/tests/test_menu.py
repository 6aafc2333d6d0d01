"""What a client works for: offered, taken off, found out; over HTTP too."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from alongside.foundation.errors import Refused, Unacceptable
from alongside.foundation.models import Entry, Revision
from alongside.foundation.moments import today
from alongside.plans import actions as plans
from alongside.plans import lookups
from alongside.plans.models import Preference, Reinforcer


def codes(no):
    return [(fault.code.rsplit(".")[-1], fault.field) for fault in no.value.faults]


def offer(cast, **said):
    return plans.offer(by=cast.imani, on=cast.theo, **{"text": "Trains", "cost": 5, "schedule": "tokens", **said})


def test_a_reinforcer_is_offered_and_taken_off_with_its_price_kept(cast):
    row = offer(cast, schedule="fixed_ratio", every=3)
    [line] = lookups.menu_of(cast.theo.pk)
    assert (line.text, line.cost, line.schedule, line.every, line.counts) == (
        "Trains",
        5,
        "fixed_ratio",
        3,
        "responses",
    )
    plans.take_off(by=cast.imani, on=row.pk)
    plans.take_off(by=cast.imani, on=row.pk)
    assert lookups.menus_of([cast.theo.pk, cast.lucia.pk]) == {cast.theo.pk: (), cast.lucia.pk: ()}
    assert Reinforcer.objects.get(pk=row.pk).ended_by_id == cast.imani.staff_id
    assert Revision.objects.filter(subject_id=row.pk).count() == 1
    assert offer(cast, schedule="fixed_ratio", every=3).pk != row.pk
    assert Entry.objects.get(verb="plans.offer", subject_id=row.pk).client_id == cast.theo.pk


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"text": " "}, [("needed", "text")]),
        ({"text": "x" * 141}, [("long", "text")]),
        ({"cost": 501}, [("pinned", "cost")]),
        ({"cost": -1}, [("pinned", "cost")]),
        ({"schedule": "never"}, [("choice", "schedule")]),
        ({"schedule": "variable_interval"}, [("every", "every")]),
        ({"schedule": "continuous", "every": 2}, [("no_every", "every")]),
    ],
)
def test_what_cannot_stand_on_a_menu(cast, said, expected):
    with pytest.raises(Unacceptable) as no:
        offer(cast, **said)
    assert codes(no) == expected and not Reinforcer.objects.exists()


def test_the_same_stands_there_once(cast):
    offer(cast)
    with pytest.raises(Unacceptable) as no:
        offer(cast)
    assert codes(no) == [("on_the_menu", "text")]
    assert offer(cast, cost=8).cost == 8


def note(cast, by=None, **said):
    said = {"method": "paired", "done_on": today("America/New_York"), "ranked": ["Trains", "Music"], **said}
    return plans.note_preference(by=by or cast.rosa, on=cast.theo, **said)


def test_what_an_assessment_found_is_kept_in_order_for_good(cast):
    row = note(cast, remark="Quiet room")
    note(cast, done_on=today("America/New_York") - timedelta(days=30), ranked=["Music", "Trains"])
    assert [one.ranked for one in lookups.preferences_of(cast.theo.pk)] == [("Trains", "Music"), ("Music", "Trains")]
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("delete from plans_preference where id = %s", [row.pk])


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"method": "guessed"}, [("choice", "method")]),
        ({"ranked": ["Trains"]}, [("ranked", "ranked")]),
        ({"ranked": ["Trains", "trains"]}, [("ranked_twice", "ranked")]),
        ({"ranked": [f"Item {n}" for n in range(31)]}, [("ranked", "ranked")]),
        ({"ranked": ["Trains", "x" * 141]}, [("long", "ranked")]),
        ({"done_on": today("America/New_York") + timedelta(days=2)}, [("later", "done_on")]),
    ],
)
def test_what_is_no_ranking(cast, said, expected):
    with pytest.raises(Unacceptable) as no:
        note(cast, **said)
    assert codes(no) == expected and not Preference.objects.exists()


def test_who_may(cast):
    row = offer(cast)
    for who in ("rosa", "ben", "hana", "nadia", "quinn", "amara", "ada"):
        with pytest.raises(Refused):
            plans.offer(by=getattr(cast, who), on=cast.theo, text="Music", schedule="tokens")
        with pytest.raises(Refused):
            plans.take_off(by=getattr(cast, who), on=row.pk)
    with pytest.raises(Refused):
        note(cast, by=cast.ben)


def test_the_page_shows_the_menu_and_keeps_what_was_typed(cast, at):
    page = f"/clients/{cast.theo.pk}/reinforcers/"
    sent = {"client": cast.theo.pk, "text": "Ten minutes of trains", "cost": "5", "schedule": "fixed_ratio"}
    refused = at("imani").post(f"{page}new/", sent)
    assert refused.status_code == 422 and "Ten minutes of trains" in refused.content.decode()
    assert at("imani").post(f"{page}new/", {**sent, "every": "3"}).status_code == 303
    ranked = {
        "client": cast.theo.pk,
        "method": "asked",
        "done_on": today("America/New_York"),
        "ranked": "Trains\n\nMusic",
    }
    assert at("rosa").post(f"/clients/{cast.theo.pk}/preferences/", ranked).status_code == 303
    shown = at("rosa").get(page).content.decode()
    assert "Ten minutes of trains" in shown and "5 tokens" in shown and "3 responses" in shown and "Music" in shown
    assert "Take off" not in shown and "Take off" in at("imani").get(page).content.decode()
    [line] = lookups.menu_of(cast.theo.pk)
    assert at("imani").post(f"{page}{line.id}/end/", {"client": cast.theo.pk}).status_code == 303
    assert "Nothing is on the menu yet" in at("rosa").get(page).content.decode()


def test_what_is_not_here_is_not_here(cast, at):
    row = offer(cast)
    assert at("imani").post(f"/clients/{cast.lucia.pk}/reinforcers/{row.pk}/end/").status_code == 404
    for client in (cast.omar.pk, uuid4()):
        assert at("imani").get(f"/clients/{client}/reinforcers/").status_code == 404
    assert at("ben").get(f"/clients/{cast.theo.pk}/reinforcers/").status_code == 403
