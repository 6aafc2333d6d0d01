"""The door of devices: who comes in, what is no hand-in, and how often."""

import json
from datetime import timedelta

import pytest

from alongside.field.models import Device as Row
from alongside.field.models import Receipt
from alongside.field.shell import files
from alongside.foundation import reference
from alongside.sessions.models import Session
from tests.field.device import now, outcomes, unknown

DONE = ("done", "")


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
