"""Somebody takes themselves off a device: their enrolment ends when it next hands in, by their own signature alone."""

import pytest

from alongside.field.models import Enrolment
from alongside.foundation.models import Entry
from tests.field.device import now, outcomes, signature, written


def left(shift, who="rosa", *, by=None):
    """What somebody signs when they leave; `by`: whose key signs it."""
    users = shift.device.users
    said = {"purpose": "alongside-field/1 leave", "agency": shift.device.agency, "device": shift.device.id,
            "enrolment": users[who].enrolment, "left_at": written(now())}  # fmt: skip
    signed = signature(users[by or who].signing, said)
    return {"enrolment": said["enrolment"], "left_at": said["left_at"], "signature": signed}


def orders(answer):
    return [one["enrolment"] for one in answer.json()["orders"]]


def test_it_ends_and_the_device_is_told_so(shift, at):
    told = left(shift)
    answer = shift.device.hand_in(shift.browser, left=[told])
    assert orders(answer) == [shift.device.users["rosa"].enrolment]
    assert Enrolment.objects.get().ended_at is not None
    entry = Entry.objects.get(verb="field.leave")
    assert (str(entry.staff_id), entry.session_ref) == (
        str(shift.cast.staff["rosa"]), f"device:{shift.device.id}",
    )  # fmt: skip
    assert "Ended " in at("rosa").get("/devices/").content.decode()
    before = Enrolment.objects.get().ended_at
    assert orders(shift.device.hand_in(shift.browser, left=[told])) == orders(answer)
    assert Enrolment.objects.get().ended_at == before and Entry.objects.filter(verb="field.leave").count() == 1


def test_what_comes_with_it_is_taken_first(shift):
    answer = shift.device.hand_in(shift.browser, *shift.seal(shift.start()), left=[left(shift)])
    assert outcomes(answer) == [("done", "")]


def test_nobody_else_can_end_it(shift, colleague):
    answer = shift.device.hand_in(shift.browser, left=[left(shift, by="imani")])
    assert answer.status_code == 200 and orders(answer) == []
    assert not Enrolment.objects.exclude(ended_at=None).exists()


def test_an_enrolment_that_is_not_here_is_passed_over(shift):
    gone = {**left(shift), "enrolment": "00000000-0000-7000-8000-00000000000a"}
    assert orders(shift.device.hand_in(shift.browser, left=[gone])) == []


@pytest.mark.parametrize(
    "bad", [{}, [{}], [7], [{"enrolment": "x", "left_at": "2026-11-22T15:00:00.000Z", "signature": "AA"}], "all"]
)
def test_what_is_no_leave_makes_the_whole_unreadable(shift, bad):
    assert shift.device.hand_in(shift.browser, left=bad).status_code == 400
