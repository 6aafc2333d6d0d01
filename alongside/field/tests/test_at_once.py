"""The same hand-in many times at once, and cut off in the middle: one effect, the same receipts."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client as Browser

from alongside.behaviour.models import Observation, Tally
from alongside.field.models import Receipt
from alongside.field.receiving import deposit
from alongside.field.tests.shift import Shift
from alongside.foundation.models import Entry
from alongside.foundation.tenancy import inside
from alongside.sessions.models import Session
from tests import plans
from tests.field.device import Device, outcomes


@pytest.fixture
def shift(world, at):
    device = Device(str(world.agency))
    device.enrol("rosa", at("rosa"))
    with inside(world.agency):
        target = plans.target(world)
    return Shift(world, device, Browser(raise_request_exception=False), target)


def handed_in(shift, sealed):
    try:
        return shift.device.hand_in(Browser(), *sealed)
    finally:
        connection.close()


def counted(shift):
    with inside(shift.cast.agency):
        acts = Entry.objects.filter(verb__in=["sessions.start", "behaviour.record"], outcome="done").count()
        tallied = sum(Tally.objects.values_list("n", flat=True))
        return Session.objects.count(), Observation.objects.count(), Receipt.objects.count(), acts, tallied


def test_fifty_at_once_are_one(shift):
    start = shift.start()
    sealed = shift.seal(start, *[shift.seen(start) for _ in range(4)])
    with ThreadPoolExecutor(10) as crowd:
        answers = list(crowd.map(lambda _: handed_in(shift, sealed), range(50)))
    assert {tuple(outcomes(answer)) for answer in answers} == {(("done", ""),) * 5}
    assert counted(shift) == (1, 4, 5, 2, 4)


def test_committed_and_the_answer_lost(shift):
    sealed = shift.seal(start := shift.start(), shift.seen(start))
    first = shift.device.hand_in(shift.browser, *sealed)  # nobody hears it
    assert shift.device.hand_in(shift.browser, *sealed).json()["receipts"] == first.json()["receipts"]
    assert counted(shift) == (1, 1, 2, 2, 1)


def test_cut_off_before_it_was_written_down_nothing_was_done(shift, monkeypatch):
    sealed = shift.seal(start := shift.start(), shift.seen(start))

    def cut_off(**kept):
        raise SystemExit

    with monkeypatch.context() as broken:
        broken.setattr(deposit, "keep", cut_off)
        with pytest.raises(SystemExit):
            shift.device.hand_in(Browser(), *sealed)
    assert counted(shift) == (0, 0, 0, 0, 0)
    assert outcomes(shift.device.hand_in(shift.browser, *sealed)) == [("done", "")] * 2
    assert counted(shift) == (1, 1, 2, 2, 1)


def test_two_devices_of_one_author_at_once(shift, at):
    other = Device(str(shift.cast.agency))
    other.enrol("rosa", at("rosa"))
    start = shift.start()
    shift.give(start)
    second = Shift(shift.cast, other, shift.browser, shift.target)
    batches = [(one, one.seal(one.seen(start))) for one in (shift, second) * 8]
    with ThreadPoolExecutor(4) as crowd:
        answers = list(crowd.map(lambda batch: handed_in(*batch), batches))
    told = [outcome for answer in answers for outcome in outcomes(answer)]
    assert set(told) <= {("done", ""), ("waiting", "")}
    assert counted(shift)[:3] == (1, 16, 17 + told.count(("waiting", "")))
