"""The numbers of an enrolment: the same again, another body, early, late, under another number."""

from itertools import permutations

from alongside.behaviour.models import Observation, Tally
from alongside.field.models import Hold, Receipt
from alongside.sessions.models import Ending, Session
from tests.field.device import outcomes

DONE = ("done", "")


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
