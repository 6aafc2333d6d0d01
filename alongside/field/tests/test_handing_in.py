"""Handing in: once, in order, by the right author, whatever happens on the way (docs/field-protocol.md, section 4)."""

import json
from datetime import timedelta
from itertools import permutations

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from alongside.behaviour.models import Deviation, Observation, Tally
from alongside.field.models import Device as Row
from alongside.field.models import Enrolment, Hold, Receipt
from alongside.field.shell import files
from alongside.foundation import reference
from alongside.foundation.models import Entry
from alongside.people import actions as people
from alongside.people.models import TeamPlace
from alongside.plans.models import Strategy
from alongside.sessions.models import Ending, Session
from tests.field.device import digest, id7, now, outcomes, packed, unknown, written

DONE = ("done", "")


def test_a_visit_arrives(shift, cast):
    start = shift.start()
    seen = [shift.seen(start) for _ in range(3)]
    answer = shift.give(start, *seen, shift.end(start))
    assert outcomes(answer) == [DONE] * 5
    told = answer.json()
    assert told["protocol"] == 1 and told["epoch"] and told["orders"] == []
    assert told["receipts"][0]["digest"] == digest(start)
    assert told["next"] == {shift.device.users["rosa"].enrolment: 6}
    session = Session.objects.get(pk=start["id"])
    assert session.staff_id == cast.staff["rosa"] and session.client_id == cast.theo.pk
    assert {str(row.pk) for row in Observation.objects.all()} == {one["id"] for one in seen}
    assert Ending.objects.filter(session=session).count() == 1
    tally = Tally.objects.get(session=session)
    assert (tally.n, tally.denominator) == (3, pytest.approx(1, rel=0.01))  # settled: divided by the hours


def test_neighbours_that_are_alike_are_one_act_by_the_author_on_the_device(shift, cast):
    start = shift.start()
    shift.give(start, *[shift.seen(start) for _ in range(5)])
    entry = Entry.objects.get(verb="behaviour.record")
    assert entry.staff_id == cast.staff["rosa"] and entry.session_ref == f"device:{shift.device.id}"


def test_a_batch_of_25_takes_at_most_12_statements(shift, django_assert_max_num_queries):
    start = shift.start()
    assert outcomes(shift.give(start)) == [DONE]
    sealed = shift.seal(*[shift.seen(start) for _ in range(25)])
    with django_assert_max_num_queries(12 + 2) as sent:  # the wall is a savepoint within a test's transaction
        answer = shift.device.hand_in(shift.browser, *sealed)
    assert outcomes(answer) == [DONE] * 25
    assert len([one for one in sent.captured_queries if not one["sql"].startswith(("SAVEPOINT", "RELEASE"))]) <= 10


def test_the_same_again_has_the_same_receipt_and_no_second_effect(shift):
    start = shift.start()
    sealed = shift.seal(start, shift.seen(start))
    first = shift.device.hand_in(shift.browser, *sealed)
    for _ in range(5):
        again = shift.device.hand_in(shift.browser, *sealed)
        assert again.json()["receipts"] == first.json()["receipts"]
    twice = shift.device.hand_in(shift.browser, *sealed, *sealed)
    assert twice.json()["receipts"] == first.json()["receipts"]
    assert (Session.objects.count(), Observation.objects.count(), Receipt.objects.count()) == (1, 1, 2)


def test_the_same_id_with_another_body_is_held_and_overwrites_nothing(shift):
    start = shift.start()
    seen = shift.seen(start)
    shift.give(start, seen)
    other = {**seen, "details": {**seen["details"], "details": {"count": 9}}}
    assert outcomes(shift.give(other)) == [("held", "other_body")]
    assert Observation.objects.get().details == {"count": 1}
    assert Hold.objects.get().body["details"]["details"] == {"count": 9}
    assert outcomes(shift.give(seen)) == [DONE]
    assert outcomes(shift.give(other)) == [("held", "other_body")]
    assert Hold.objects.count() == 1


def test_two_bodies_of_one_id_in_one_batch_are_told_apart(shift):
    start = shift.start()
    seen = shift.seen(start)
    other = {**seen, "details": {**seen["details"], "details": {"count": 9}}}
    assert outcomes(shift.give(start, seen, other)) == [DONE, DONE, ("held", "other_body")]


def test_a_number_is_used_once(shift):
    start = shift.start()
    seen = shift.seen(start)
    shift.give(start, seen)
    assert outcomes(shift.give(shift.seen(start, seq=2))) == [("held", "sequence_used")]
    assert outcomes(shift.give(shift.seen(start, seq=1))) == [("held", "sequence_used")]


def test_the_same_under_a_new_number_uses_the_number_up(shift):
    start = shift.start()
    shift.give(start)
    assert outcomes(shift.give({**start, "seq": 2})) == [DONE]
    shift.device.users["rosa"].next = 3
    assert outcomes(shift.give(shift.seen(start))) == [DONE]
    assert Session.objects.count() == 1


def test_the_same_under_two_numbers_in_one_batch_uses_both_up(shift):
    start = shift.start()
    seen = shift.seen(start)
    again, third = shift.seen(start, id=seen["id"]), shift.seen(start, id=seen["id"])
    same = [{**one, "at": seen["at"], "details": seen["details"]} for one in (again, third)]
    later = shift.seen(start)
    assert outcomes(shift.give(start, seen, *same, later)) == [DONE] * 3
    assert Observation.objects.count() == 2 and not Hold.objects.exists()
    assert outcomes(shift.give(start, seen, *same, later)) == [DONE] * 3


def test_the_same_under_another_number_fills_a_gap_for_what_waits(shift):
    start = shift.start()
    number = shift.seen(start)["seq"]
    seen = shift.seen(start)
    shift.give(start)
    assert outcomes(shift.give(seen)) == [("waiting", "")]
    assert outcomes(shift.give({**seen, "seq": number})) == [DONE]
    assert outcomes(shift.give(shift.seen(start))) == [DONE]
    assert Observation.objects.count() == 2


def test_what_comes_early_waits_until_the_gap_is_filled(shift):
    start = shift.start()
    seen = [shift.seen(start) for _ in range(3)]
    assert outcomes(shift.give(*seen)) == [("waiting", "")] * 3
    assert outcomes(shift.give(*seen)) == [("waiting", "")] * 3
    assert Hold.objects.filter(settled_at=None).count() == 3 and not Observation.objects.exists()
    answer = shift.give(start)
    assert [r["outcome"] for r in answer.json()["receipts"]] == ["done"] * 4  # those that waited are told too
    assert Observation.objects.count() == 3 and not Hold.objects.filter(settled_at=None).exists()
    assert outcomes(shift.give(*seen)) == [DONE] * 3
    assert list(answer.json()["next"].values()) == [5]


def test_every_order_of_arrival_ends_the_same(shift):
    start = shift.start()
    sealed = shift.seal(start, shift.seen(start), shift.seen(start), shift.end(start))
    ends = set()
    from django.db import transaction  # noqa: PLC0415

    for order in permutations(sealed):
        point = transaction.savepoint()
        for one in order:
            shift.device.hand_in(shift.browser, one)
        session = Session.objects.get()
        ends.add((
            session.pk, Ending.objects.get(session=session).ended_at, Tally.objects.get(session=session).n,
            tuple(sorted(Observation.objects.values_list("pk", "happened_at"))),
            Hold.objects.filter(settled_at=None).count(),
        ))  # fmt: skip
        transaction.savepoint_rollback(point)
    assert len(ends) == 1


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


def test_what_came_before_its_key_is_carried_out_when_the_key_comes(shift):
    start = shift.start()
    sealed = shift.device.seal("rosa", start)
    assert outcomes(shift.device.hand_in(shift.browser, sealed, keys=[])) == [("held", "unreadable")]
    assert outcomes(shift.device.hand_in(shift.browser, keys=shift.device.keys)) == [DONE]
    assert outcomes(shift.device.hand_in(shift.browser, sealed)) == [DONE]
    assert Session.objects.count() == 1
    assert outcomes(shift.give(shift.seen(start))) == [DONE]


def test_what_was_recorded_while_locked_waits_for_its_author(shift):
    key = shift.device.unlock("rosa", signed=False)
    start = shift.start()
    answer = shift.give(start, shift.seen(start))
    assert outcomes(answer) == [("held", "unattested")] * 2
    assert outcomes(shift.give(start)) == [("held", "unattested")]
    shift.device.sign("rosa", key)
    assert outcomes(shift.device.hand_in(shift.browser, keys=[key])) == [DONE] * 2
    assert Observation.objects.count() == 1 and not Hold.objects.filter(settled_at=None).exists()


def test_what_follows_something_unattested_comes_with_it(shift):
    locked = shift.device.unlock("rosa", signed=False)
    start = shift.start()
    sealed = shift.device.seal("rosa", start)
    shift.device.unlock("rosa")
    seen = shift.device.seal("rosa", shift.seen(start))
    assert outcomes(shift.device.hand_in(shift.browser, sealed, seen)) == [
        ("held", "unattested"), ("held", "after_held")
    ]  # fmt: skip
    shift.device.sign("rosa", locked)
    assert outcomes(shift.device.hand_in(shift.browser, keys=[locked])) == [DONE, DONE]


def test_a_signature_of_somebody_else_is_none(shift, colleague):
    key = shift.device.unlock("rosa", signed=False)
    imani = shift.device.users["imani"].signing
    shift.device.users["rosa"].signing = imani
    shift.device.sign("rosa", key)
    assert outcomes(shift.give(shift.start())) == [("held", "unattested")]


def test_two_people_of_one_device_each_stay_the_author(shift, colleague, cast):
    start = shift.start()
    second = colleague.seen(start, details={"second": True})
    both = [*shift.seal(start, shift.seen(start)), *colleague.seal(second)]
    assert outcomes(shift.device.hand_in(shift.browser, *both)) == [DONE] * 3
    assert set(Observation.objects.values_list("observer_id", "second")) == {
        (cast.staff["rosa"], False), (cast.staff["imani"], True)
    }  # fmt: skip


def test_a_second_observer_may_arrive_first_from_another_device(shift, cast, at):
    other = type(shift.device)(str(cast.agency))
    other.enrol("imani", at("imani"))
    start = shift.start()
    details = {"target": str(shift.target), "details": {"count": 1}, "happened_at": written(now()), "second": True}
    second = other.do("imani", "behaviour.record/1", start["id"], details)
    assert outcomes(other.hand_in(shift.browser, second)) == [("held", "not_here")]
    shift.give(start)
    assert outcomes(other.hand_in(shift.browser, second)) == [DONE]
    assert Observation.objects.get().observer_id == cast.staff["imani"]


def test_a_second_observer_may_arrive_after_the_end_but_not_record_after_it(shift, colleague):
    start = shift.start()
    second = colleague.seen(start, details={"second": True})
    end = shift.end(start)
    assert outcomes(shift.give(start, end)) == [DONE] * 2
    assert outcomes(colleague.give(second)) == [DONE]
    late = colleague.seen(start, details={"second": True, "happened_at": second["at"]})
    assert outcomes(colleague.give(late)) == [("held", "unacceptable")]
    assert Observation.objects.get().second


def test_nobody_records_in_the_name_of_another(shift, colleague):
    sealed = shift.device.seal("rosa", shift.start())
    shift.device.unlock("imani")
    theirs = {**sealed, "key": shift.device.users["imani"].key.id}
    assert outcomes(shift.device.hand_in(shift.browser, theirs)) == [("held", "unreadable")]
    assert not Session.objects.exists()


def test_what_another_device_or_agency_sealed_is_not_opened(shift, cast, at):
    other = type(shift.device)(str(cast.agency))
    other.enrol("rosa", at("rosa"))
    start = shift.start()
    sealed = shift.device.seal("rosa", start)
    other.keys = shift.device.keys
    assert outcomes(other.hand_in(shift.browser, sealed)) == []  # not read: whoever made it hands it in
    assert not Receipt.objects.exists()
    assert outcomes(shift.give(start)) == [DONE]


def test_what_is_of_an_enrolment_that_this_server_forgot_is_not_taken_until_it_is_known_again(shift):
    user = shift.device.users["rosa"]
    user.enrolment, user.key = id7(), None
    start = shift.start()
    sealed = shift.seal(start)
    answer = shift.device.hand_in(shift.browser, *sealed)
    assert outcomes(answer) == [] and user.enrolment not in answer.json()["next"]  # the device keeps it
    assert not Receipt.objects.exists() and not Hold.objects.exists()
    Enrolment.objects.create(
        id=user.enrolment, device_id=shift.device.id, staff_id=shift.cast.staff["rosa"],
        public_key=user.signing.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint),
    )  # fmt: skip
    assert outcomes(shift.device.hand_in(shift.browser, *sealed)) == [DONE]


def test_who_left_the_team_meanwhile_is_refused_and_nothing_is_lost(shift, cast):
    place = TeamPlace.objects.get(client=cast.theo.pk, staff=cast.staff["rosa"])
    people.end_place(by=cast.dev, on=place)
    assert outcomes(shift.give(shift.start())) == [("held", "refused")]
    assert Entry.objects.filter(verb="sessions.start", outcome="refused", staff_id=cast.staff["rosa"]).exists()
    assert Hold.objects.get().client_id == cast.theo.pk


def test_clients_of_another_agency_are_not_here(shift, cast):
    assert outcomes(shift.give(shift.start(client=cast.omar.pk))) == [("held", "not_here")]


@pytest.mark.parametrize("header", ["", "Device x", "Device a.b.c", "Bearer x", "Device {agency}.{device}.AAAA",
                                    "Device {agency}.{other}.{token}", "Device {other}.{device}.{token}"])  # fmt: skip
def test_a_device_that_is_not_known_hands_in_nothing(shift, header):
    names = {"agency": shift.device.agency, "device": shift.device.id, "token": shift.device.token, "other": unknown()}
    body = json.dumps(shift.device.body(*shift.seal(shift.start())))
    headers = {"Authorization": header.format(**names)}
    answer = shift.browser.post("/field/operations/", body, content_type="application/json", headers=headers)
    assert answer.status_code == 401 and not Receipt.objects.exists()


def post(shift, raw):
    headers = {"Authorization": shift.device.authorization}
    return shift.browser.post("/field/operations/", raw, content_type="application/json", headers=headers)


@pytest.mark.parametrize(
    ("raw", "status"),
    [(b"", 400), (b"\xff\xfe", 400), (b"{", 400), (b"null", 400), (b"[" * 100_000, 400), (b'{"a":1,"a":1}', 400),
     (b'{"protocol":NaN}', 400), (b"9" * 5000, 400), (b" " * 1_048_577, 413)],
    ids=range(9),
)  # fmt: skip
def test_any_bytes_are_answered(shift, raw, status):
    assert post(shift, raw).status_code == status
    assert not Receipt.objects.exists()


SPOILT = [
    ({"protocol": 2}, 426), ({"protocol": 0}, 426), ({"protocol": "1"}, 400), ({"protocol": True}, 400),
    ({"build": 1}, 400), ({"build": "x" * 101}, 400), ({"build": "\0"}, 400), ({"now": "today"}, 400),
    ({"now": "0000-01-01T00:00:00Z"}, 400), ({"now": "2026-02-30T00:00:00Z"}, 400), ({"keys": {}}, 400),
    ({"keys": [1]}, 400), ({"operations": None}, 400), ({"operations": [{}]}, 400), ({"operations": [[]]}, 400),
    ({"more": 1}, 400), ({"operations": [{}] * 201}, 413), ({"keys": [{}] * 201}, 413), ({"operations": []}, 200),
]  # fmt: skip


@pytest.mark.parametrize(("given", "status"), SPOILT, ids=range(len(SPOILT)))
def test_what_has_not_the_form_is_not_taken(shift, given, status):
    assert post(shift, json.dumps({**shift.device.body(), **given})).status_code == status


SPOILT_ENVELOPES = [{"seq": 0}, {"seq": -1}, {"seq": 2**40}, {"seq": 1.5}, {"seq": "1"}, {"seq": True}, {"id": "X"},
                    {"key": None}, {"iv": "=="}, {"sealed": 1}, {"deflate": 1}]  # fmt: skip


@pytest.mark.parametrize("given", SPOILT_ENVELOPES, ids=str)
def test_an_envelope_that_is_none_takes_nothing_with_it(shift, given):
    start = shift.start()
    good, bad = shift.seal(start, shift.seen(start))
    assert shift.device.hand_in(shift.browser, good, {**bad, **given}).status_code == 400
    assert not Receipt.objects.exists()


def test_only_post_is_answered(shift):
    assert shift.browser.get("/field/operations/").status_code == 405


def test_clocks_are_kept_beside_each_other(shift):
    start = shift.start(tick=1234)
    sealed = shift.seal(start)
    shift.device.hand_in(shift.browser, *sealed, now="2026-01-01T00:00:00.000Z")
    row = Receipt.objects.get()
    assert row.tick == 1234 and written(row.at) == start["at"] and row.skew_ms < -86_400_000
    assert Row.objects.get().seen_at and Row.objects.get().build == "test"


def test_a_bug_of_ours_holds_the_operation_and_loses_nothing(shift, monkeypatch):
    from alongside.field.receiving import kinds  # noqa: PLC0415

    def broken(by, did):
        raise ZeroDivisionError

    monkeypatch.setitem(kinds.KINDS, "sessions.start/1", kinds.Kind(kinds.KINDS["sessions.start/1"].fields, broken))
    assert outcomes(shift.give(shift.start())) == [("held", "failed")]
    assert Hold.objects.get().body["kind"] == "sessions.start/1"


def test_an_enrolment_that_ended_is_told_to_forget_and_what_it_sealed_before_is_taken(shift):
    start = shift.start()
    Enrolment.objects.update(ended_at=now())
    answer = shift.give(start)
    assert outcomes(answer) == [DONE]
    assert answer.json()["orders"] == [{"order": "wipe", "enrolment": shift.device.users["rosa"].enrolment}]
    assert Enrolment.objects.get().wiped_at
    assert outcomes(shift.give(shift.seen(start))) == [("held", "refused")]  # recorded after the loss


def test_a_correction_of_what_was_taken_back_is_held(shift):
    start = shift.start()
    seen = shift.seen(start)
    back = shift.device.operation("rosa", "behaviour.retract/1", seen["id"], {"reason": "Tapped by mistake"})
    right = shift.device.operation("rosa", "behaviour.correct/1", seen["id"], {"details": {"count": 2}})
    later = shift.device.operation("rosa", "behaviour.correct/1", seen["id"], {"details": {"count": 3}})
    assert outcomes(shift.give(start, seen, back, right, later)) == [
        DONE, DONE, DONE, ("held", "unacceptable"), ("held", "after_held")
    ]  # fmt: skip


def test_strategies_deviations_and_who_was_there_arrive(shift, cast):
    strategy = str(Strategy.objects.filter(client=cast.theo.pk).order_by("-pk").first().pk)
    start = shift.start(details={"began_at": written(now())})
    on = start["id"]
    several = [
        shift.device.operation("rosa", "sessions.note_presence/1", on, {"who": "June", "took_part": True}),
        shift.device.operation("rosa", "behaviour.use_strategy/1", on, {"strategy": strategy, "at": written(now())}),
        shift.device.operation("rosa", "behaviour.deviate/1", on, {"what": "No pictures", "reason": "Left at school"}),
    ]
    assert outcomes(shift.give(start, *several)) == [DONE] * 4
    assert written(Deviation.objects.get(session=on).at) == several[-1]["at"]  # when it was done, not when it arrived


def test_the_answer_names_the_build_of_the_app_that_is_served(shift):
    assert shift.give(shift.start()).json()["build"] == files.build()


def test_a_device_that_hands_in_without_end_is_told_to_wait_and_nothing_is_taken(shift):
    start, most = shift.start(), reference.load("field")["most_a_minute"]
    sealed = shift.seal(start)
    Row.objects.update(minute=now().replace(second=0, microsecond=0), in_minute=most)
    answer = shift.device.hand_in(shift.browser, *sealed)
    if answer.status_code == 200:  # the minute turned meanwhile
        Row.objects.update(in_minute=most)
        answer = shift.device.hand_in(shift.browser, *sealed)
    assert (answer.status_code, 0 < int(answer.headers["Retry-After"]) <= 60) == (429, True)
    assert not Session.objects.exists()
    Row.objects.update(minute=now() - timedelta(minutes=1))
    assert outcomes(shift.device.hand_in(shift.browser, *sealed)) == [DONE]
    assert Row.objects.get().in_minute == 1
