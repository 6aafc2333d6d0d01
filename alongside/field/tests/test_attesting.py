"""Whose an operation is: keys made while locked, signatures, two people of a device, a second observer."""

from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from alongside.behaviour.models import Observation
from alongside.field.models import Enrolment, Hold, Receipt
from alongside.sessions.models import Session
from tests.field.device import id7, now, outcomes, written

DONE = ("done", "")


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
