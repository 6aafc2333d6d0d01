"""Taking a device into use: what it is told, what is kept of it, who may."""

import hashlib
import json
from uuid import UUID

import pytest

from alongside.field.models import Device as Row
from alongside.field.models import Enrolment, ServerKey
from tests.field.device import Device, id7, packed, unpacked


@pytest.fixture
def device(cast):
    return Device(str(cast.agency))


def post(browser, plain, **headers):
    raw = plain if isinstance(plain, bytes) else json.dumps(plain)
    return browser.post("/field/enrolments/", raw, content_type="application/json", **headers)


def test_a_device_is_told_what_it_needs(cast, at, device):
    told = device.enrol("rosa", at("rosa"))
    assert told["staff"] == {"id": str(cast.staff["rosa"]), "name": "Rosa Delgado", "credential": "TSS"}
    assert told["agency"]["id"] == str(cast.agency) and told["agency"]["zone"] == "America/New_York"
    assert (told["lease_hours"], told["next"]) == (72, 1) and told["csrf"]
    assert len(unpacked(told["token"])) == 32
    assert {len(unpacked(told[name]["public"])) for name in ("server_key", "signing_key")} == {65}


def test_of_a_token_only_its_digest_is_kept(at, device):
    token = unpacked(device.enrol("rosa", at("rosa"))["token"])
    assert bytes(Row.objects.get(pk=device.id).token_digest) == hashlib.sha256(token).digest()


def test_private_keys_are_not_readable_at_rest(at, device):
    device.enrol("rosa", at("rosa"))
    row = ServerKey.objects.get()
    assert row.sealing_private.startswith("gAAAA") and row.signing_private.startswith("gAAAA")


def test_two_people_share_a_device_and_its_token(cast, at, device):
    first, second = device.enrol("rosa", at("rosa")), device.enrol("imani", at("imani"))
    assert first["token"] == second["token"] and first["server_key"] == second["server_key"]
    assert set(Enrolment.objects.values_list("device", "staff")) == {
        (UUID(device.id), cast.staff["rosa"]), (UUID(device.id), cast.staff["imani"])
    }  # fmt: skip


def test_a_lost_token_is_made_anew_and_the_old_one_ends(at, device):
    first = device.enrol("rosa", at("rosa"))["token"]
    device.token = None
    assert device.enrol("rosa", at("rosa"))["token"] != first


def test_the_same_enrolment_again_is_answered_the_same(at, device):
    device.enrol("rosa", at("rosa"))
    row = Enrolment.objects.get()
    again = {"protocol": 1, "device": device.id, "enrolment": str(row.pk), "label": "Blue tablet",
             "public_key": packed(bytes(row.public_key)), "token": device.token}  # fmt: skip
    assert post(at("rosa"), again).json()["next"] == 1
    assert post(at("imani"), again).json()["faults"] == [
        {"code": "field.fault.enrolled_otherwise", "field": "enrolment"}
    ]


@pytest.mark.parametrize("who", ["ada", "dev", "quinn"])
def test_who_records_nothing_enrols_no_device(at, device, who):
    plain = {"protocol": 1, "device": device.id, "enrolment": id7(), "label": "x", "public_key": packed(b"\4" * 65),
             "token": None}  # fmt: skip
    assert post(at(who), plain).status_code == 403


GOOD = {
    "protocol": 1,
    "device": id7(),
    "enrolment": id7(),
    "label": "x",
    "public_key": packed(b"\4" * 65),
    "token": None,
}


@pytest.mark.parametrize(
    "plain",
    [b"", b"{", b"[]", b"\xff\xfe", b'{"protocol": NaN}', b'{"a":1,"a":2}', b"[" * 5000, {**GOOD, "protocol": 2},
     {**GOOD, "device": "x"}, {**GOOD, "device": GOOD["device"].upper()}, {**GOOD, "label": 7},
     {**GOOD, "more": 1}, {**GOOD, "public_key": "=="}, {**GOOD, "token": ""},
     {name: value for name, value in GOOD.items() if name != "label"}],
    ids=range(15),
)  # fmt: skip
def test_what_is_not_this_protocol_is_not_taken(cast, at, plain):
    assert post(at("rosa"), plain).status_code == 400


@pytest.mark.parametrize("given", [{}, {"label": "x" * 201}, {"label": "\u202eevil"}, {"label": "\0"}])
def test_what_breaks_a_rule_is_named(cast, at, given):
    answer = post(at("rosa"), {**GOOD, **given})
    assert answer.status_code == 422 and answer.json()["faults"]


def test_a_form_of_another_site_cannot_enrol(cast, at):
    browser = at("rosa")
    browser.handler.enforce_csrf_checks = True
    assert post(browser, GOOD).status_code == 403


def test_whoever_is_signed_in_is_told_so(cast, at, client):
    told = at("rosa").get("/field/session/").json()
    assert told["staff"]["id"] == str(cast.staff["rosa"]) and told["agency"]["id"] == str(cast.agency) and told["csrf"]
    assert {len(unpacked(told[name]["public"])) for name in ("server_key", "signing_key")} == {65}
    nobody = client.get("/field/session/").json()
    assert nobody["staff"] is None and nobody["agency"] is None and nobody["csrf"]
