"""The agency's keys: what is sealed to them opens only where it belongs; what they sign can be checked."""

import json

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from alongside.field import keys
from alongside.field.wire import Garbled, canonical, packed, unpacked
from tests.field.device import Device


@pytest.fixture
def device(cast, at):
    made = Device(str(cast.agency))
    made.enrol("rosa", at("rosa"))
    return made


def opened(made, key, **given):
    names = {"agency": made.agency, "device": made.id, "enrolment": key.enrolment, "id": key.id, **given}
    return keys.unseal_outbox_key(**names, sealed=unpacked(key.sealed))


def test_an_outbox_key_opens_for_its_own_names_alone(device):
    key = device.unlock("rosa")
    assert opened(device, key) == key.secret
    assert opened(device, key) == key.secret  # from memory
    for name in ("agency", "device", "enrolment", "id"):
        assert opened(device, key, **{name: "00000000-0000-7000-8000-000000000000"}) is None


@pytest.mark.parametrize("sealed", [b"", b"\4", b"\0" * 113, b"\4" + b"\1" * 112, b"\xff" * 4000])
def test_what_is_not_sealed_does_not_open(device, sealed):
    key = device.unlock("rosa")
    names = {"agency": device.agency, "device": device.id, "enrolment": key.enrolment, "id": key.id}
    assert keys.unseal_outbox_key(**names, sealed=sealed) is None


def test_a_pack_carries_a_signature_over_everything_else(cast):
    pack = keys.sign_pack({"protocol": 1, "sections": [{"kind": "today/1", "body": {"é": 1.5}}]})
    given = pack.pop("signature")
    public = keys.server_key()
    assert given["key"] == str(public.id)
    value = unpacked(given["value"])
    assert keys.signed_by(public.signing, value, rfc8785.dumps(pack))
    assert not keys.signed_by(public.signing, value, canonical({**pack, "protocol": 2}))
    assert not keys.signed_by(public.sealing, value, canonical(pack))
    assert not keys.signed_by(b"\4" * 65, value, canonical(pack))
    assert not keys.signed_by(public.signing, b"\0" * 64, canonical(pack))
    assert not keys.signed_by(public.signing, value[:-1], canonical(pack))


def test_the_same_keys_are_given_each_time(cast, django_assert_num_queries):
    first = keys.server_key()
    with django_assert_num_queries(1):
        assert keys.server_key() == first


def test_bytes_are_written_without_padding():
    assert packed(b"\xff\xfe") == "__4" and unpacked("__4") == b"\xff\xfe"
    assert json.loads(canonical({"b": 1, "a": "é"})) == {"a": "é", "b": 1}


whole = st.integers(-(2**53) + 1, 2**53 - 1)
plain = st.recursive(
    st.none() | st.booleans() | whole | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=6),
    max_leaves=20,
)


@given(plain)
def test_canonical_json_is_that_of_rfc_8785_whichever_way_it_is_made(value):
    assert canonical(value) == rfc8785.dumps(value)


@pytest.mark.parametrize("text", ['\x00\x1f\x7f\b\f\n\r\t"\\/', "\u2028\u2029é\U0001f9f8"])
def test_what_is_escaped_in_canonical_json(text):
    assert canonical({"words": text}) == rfc8785.dumps({"words": text})


@pytest.mark.parametrize("odd", [{"a": "\ud800"}, {"a": 2**53}, {1: "a"}, {"a": {1}}, {"a": float("nan")}])
def test_what_has_no_canonical_json_is_refused(odd):
    with pytest.raises(Garbled):
        canonical(odd)
