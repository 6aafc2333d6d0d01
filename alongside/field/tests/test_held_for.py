"""What is held, and for which reason; what builds on it goes with it, and the rest flows."""

import json

import pytest

from alongside.field.models import Hold
from alongside.foundation.models import Entry
from alongside.people import actions as people
from alongside.people.models import TeamPlace
from tests.field.device import id7, outcomes, packed, unknown

DONE = ("done", "")


def test_a_poisoned_one_is_held_and_the_rest_flows(shift):
    start = shift.start()
    bad = shift.seen(start, details={"details": {"count": -1}})
    answer = shift.give(start, shift.seen(start), bad, shift.seen(start), shift.end(start))
    assert outcomes(answer) == [DONE, DONE, ("held", "unacceptable"), DONE, DONE]
    assert answer.json()["receipts"][2]["reasons"] == [
        {"code": "unacceptable", "field": ""}, {"code": "behaviour.fault.out_of_range", "field": "count"}
    ]  # fmt: skip


def test_what_builds_on_something_held_is_held_too(shift):
    start = shift.start(details={"zone": "Mars/Olympus"})
    answer = shift.give(start, shift.seen(start), shift.end(start))
    assert outcomes(answer) == [("held", "unacceptable"), ("held", "after_held"), ("held", "after_held")]
    other = shift.start(client=shift.cast.lucia.pk)
    assert outcomes(shift.give(other)) == [DONE]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"kind": "behaviour.record/99"}, "unknown_kind"), ({"kind": "x"}, "unknown_kind"),
        ({"details": {}}, "unreadable"), ({"at": "yesterday"}, "unreadable"), ({"tick": -1}, "unreadable"),
        ({"on": "nil"}, "unreadable"), ({"on": unknown()}, "not_here"), ({"more": 1}, "unreadable"),
        ({"at": "2099-01-01T00:00:00.000Z"}, "clock"), ({"at": "2019-01-01T00:00:00.000Z"}, "clock"),
        ({"details": {"a": "\0"}}, "unreadable"), ({"details": {"a": "\ud800"}}, "unreadable"),
        ({"details": {"a": 2**60}}, "unreadable"), ({"details": {"a": float("inf")}}, "unreadable"),
        ({"details": []}, "unreadable"), ({"kind": None}, "unreadable"), ({"tick": True}, "unreadable"),
        ({"details": json.loads("[" * 30 + "]" * 30)}, "unreadable"),
        ({"details": {"a": json.loads("[" * 30 + "]" * 30)}}, "unreadable"),
        ({"details": {"a": "\u202e"}}, "unreadable"),
    ],
    ids=range(20),
)  # fmt: skip
def test_each_reason_to_hold(shift, given, code):
    start = shift.start()
    shift.give(start)
    assert outcomes(shift.give({**shift.seen(start), **given})) == [("held", code)]
    assert outcomes(shift.give(shift.seen(start))) == [DONE]  # the number was used, and nothing waits for it


def test_an_operation_says_the_number_and_id_that_it_was_bound_to(shift):
    start = shift.start()
    sealed = shift.device.seal("rosa", start)
    inner = shift.device.seal(
        "rosa",
        {**start, "id": id7()},
    )
    assert outcomes(shift.device.hand_in(shift.browser, {**inner, "id": sealed["id"]})) == [("held", "unreadable")]


@pytest.mark.parametrize("spoil", [
    lambda s: {**s, "sealed": s["sealed"][:-8]}, lambda s: {**s, "sealed": packed(b"")},
    lambda s: {**s, "iv": packed(b"\0" * 12)}, lambda s: {**s, "iv": ""}, lambda s: {**s, "iv": packed(b"\0" * 60)},
    lambda s: {**s, "deflate": True},
])  # fmt: skip
def test_what_was_spoilt_is_kept_and_the_rest_flows(shift, spoil):
    start = shift.start()
    sealed = shift.device.seal("rosa", start)
    assert outcomes(shift.device.hand_in(shift.browser, spoil(sealed))) == [("held", "unreadable")]
    assert Hold.objects.get().staff_id == shift.cast.staff["rosa"]
    assert outcomes(shift.give(shift.start(client=shift.cast.lucia.pk))) == [DONE]


@pytest.mark.parametrize(
    "id",
    ["00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff",
     "5f0c1c3e-8a5e-4b8e-9a53-111111111111"],
)  # fmt: skip
def test_an_odd_id_is_held(shift, id):
    assert outcomes(shift.give(shift.start(id=id))) == [("held", "unreadable")]


@pytest.mark.parametrize("id", ["00000000-0000-7000-8000-000000000001", "ffffffff-ffff-7fff-bfff-ffffffffffff"])
def test_an_id_says_nothing_about_time(shift, id):
    assert outcomes(shift.give(shift.start(id=id))) == [DONE]


def test_who_left_the_team_meanwhile_is_refused_and_nothing_is_lost(shift, cast):
    place = TeamPlace.objects.get(client=cast.theo.pk, staff=cast.staff["rosa"])
    people.end_place(by=cast.dev, on=place)
    assert outcomes(shift.give(shift.start())) == [("held", "refused")]
    assert Entry.objects.filter(verb="sessions.start", outcome="refused", staff_id=cast.staff["rosa"]).exists()
    assert Hold.objects.get().client_id == cast.theo.pk


def test_clients_of_another_agency_are_not_here(shift, cast):
    assert outcomes(shift.give(shift.start(client=cast.omar.pk))) == [("held", "not_here")]


def test_a_bug_of_ours_holds_the_operation_and_loses_nothing(shift, monkeypatch):
    from alongside.field.receiving import kinds  # noqa: PLC0415

    def broken(by, did):
        raise ZeroDivisionError

    monkeypatch.setitem(kinds.KINDS, "sessions.start/1", kinds.Kind(kinds.KINDS["sessions.start/1"].fields, broken))
    assert outcomes(shift.give(shift.start())) == [("held", "failed")]
    assert Hold.objects.get().body["kind"] == "sessions.start/1"


def test_a_correction_of_what_was_taken_back_is_held(shift):
    start = shift.start()
    seen = shift.seen(start)
    back = shift.device.operation("rosa", "behaviour.retract/1", seen["id"], {"reason": "Tapped by mistake"})
    right = shift.device.operation("rosa", "behaviour.correct/1", seen["id"], {"details": {"count": 2}})
    later = shift.device.operation("rosa", "behaviour.correct/1", seen["id"], {"details": {"count": 3}})
    assert outcomes(shift.give(start, seen, back, right, later)) == [
        DONE, DONE, DONE, ("held", "unacceptable"), ("held", "after_held")
    ]  # fmt: skip
