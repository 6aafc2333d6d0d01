"""A server that was put back: how a device finds out, however that was done."""

import pytest

from alongside.field.models import Device
from alongside.field.receiving.epoch import epoch


def turn(answer):
    assert answer.status_code == 200
    return answer.json()["turn"]


def test_the_turn_grows_with_each_hand_in(shift):
    first = turn(shift.device.hand_in(shift.browser))
    assert turn(shift.device.hand_in(shift.browser, seen=first)) == first + 1
    assert turn(shift.device.hand_in(shift.browser, seen=first)) == first + 2, "an answer was lost"


def test_a_server_that_knows_less_says_so_until_it_is_heard(shift):
    for _ in range(5):
        seen = turn(shift.device.hand_in(shift.browser))
    Device.objects.update(turn=seen - 3)  # as it was in the backup
    told = [turn(shift.device.hand_in(shift.browser, seen=seen)) for _ in range(6)]
    assert set(told) == {seen - 3}, "however many answers are lost"
    assert turn(shift.device.hand_in(shift.browser, seen=seen - 3)) == seen - 2


@pytest.mark.parametrize("bad", [-1, 2**53, "7", 1.5, True, None])
def test_a_turn_that_is_none_makes_the_whole_unreadable(shift, bad):
    assert shift.device.hand_in(shift.browser, seen=bad).status_code == 400


def test_the_same_epoch_stands_everywhere(shift, at):
    told = shift.device.hand_in(shift.browser).json()["epoch"]
    assert told == epoch()
    assert at("rosa").get("/field/session/").json()["epoch"] == told
    assert shift.browser.get("/field/session/").json()["epoch"] == told, "also where nobody is signed in"
    assert at("rosa").get("/field/pack/").json()["epoch"] == told
