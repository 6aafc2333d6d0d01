"""Passkeys that are none: whatever a browser sends is answered. A true one is in tests/journeys/test_sign_in.py."""

import base64
import json

import pytest
from allauth.mfa.models import Authenticator
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.accounts.tests.conftest import PASSWORD


def b64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def answer(account="0" * 32, **response) -> dict:
    client = {"type": "webauthn.get", "challenge": b64(b"x" * 32), "origin": "http://testserver"}
    held = {
        "clientDataJSON": b64(json.dumps(client).encode()),
        "authenticatorData": b64(b"\0" * 37),
        "signature": b64(b"sig"),
        "userHandle": b64(str(account).encode()),
    }
    return {
        "id": b64(b"id"), "rawId": b64(b"id"), "type": "public-key",
        "response": {**held, **response}, "clientExtensionResults": {},
    }  # fmt: skip


ODD = [
    "", "{}", "[]", "1", "null", '"x"', "true", "{", "NaN", "[" * 100_000, '{"a":' * 5_000, "\\ud800",
    json.dumps(answer()), json.dumps(answer("not a uuid")), json.dumps(answer(userHandle=None)),
    json.dumps(answer(authenticatorData=b64(b""))), json.dumps(answer(clientDataJSON="%%%")),
    json.dumps({**answer(), "response": []}), json.dumps({**answer(), "id": 5}), "x" * 1_000_000,
]  # fmt: skip


@pytest.mark.parametrize("sent", ODD, ids=lambda s: s[:20])
def test_any_credential_is_answered(rosa, browser, sent):
    browser.get("/account/login/passkey/question/")
    assert browser.post("/account/login/passkey/", {"credential": sent}).status_code in (400, 422)
    assert "_auth_user_id" not in browser.session


@pytest.mark.parametrize("sent", ODD[:-1], ids=lambda s: s[:20])
@pytest.mark.parametrize("path", ["login/code/", "factor/passkey/", "confirm/"])
def test_any_credential_is_answered_elsewhere(rosa, browser, sent, path):
    if path == "factor/passkey/":
        Authenticator.objects.filter(user=rosa.account).delete()
    rosa.type_password(browser)
    if path == "confirm/":
        browser.post("/account/login/code/", {"code": rosa.code()})
    browser.get(f"/account/{path}")
    assert browser.post(f"/account/{path}", {"credential": sent, "name": "Phone"}).status_code == 422
    assert Authenticator.objects.filter(user=rosa.account, type="webauthn").count() == 0


JSON = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
KEYS = ["id", "rawId", "type", "response", "clientExtensionResults"]
PARTS = ["clientDataJSON", "authenticatorData", "signature", "userHandle", "attestationObject"]
CREDENTIALS = JSON | st.fixed_dictionaries({}, optional=dict.fromkeys(KEYS, JSON)) | st.builds(
    lambda parts: answer(**parts), st.fixed_dictionaries({}, optional=dict.fromkeys(PARTS, JSON))
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sent=CREDENTIALS)
def test_any_json_is_answered(rosa, browser, sent):
    from allauth.core import context  # noqa: PLC0415

    from alongside.accounts.forms import NewPasskey, Passkey  # noqa: PLC0415

    request = browser.get("/account/login/passkey/question/").wsgi_request
    with context.request_context(request):
        typed = {"credential": json.dumps(sent), "name": "Phone"}
        assert not Passkey(typed, user=rosa.account).is_valid()
        assert not Passkey(typed, user=None).is_valid()
        assert not NewPasskey(typed).is_valid()


def test_the_question_asks_for_any_passkey_and_its_owner(db, browser):
    asked = browser.get("/account/login/passkey/question/").json()["publicKey"]
    assert asked["userVerification"] == "required"
    assert asked["rpId"] == "testserver"
    assert not asked.get("allowCredentials")


def test_a_new_passkey_must_verify_its_owner(rosa, browser):
    rosa.sign_in(browser)
    browser.post("/account/confirm/", {"password": PASSWORD})
    asked = browser.get("/account/factor/passkey/").context["question"]["publicKey"]
    chosen = asked["authenticatorSelection"]
    assert (chosen["userVerification"], chosen["residentKey"]) == ("required", "required")


def test_tries_with_a_passkey_are_counted(db, browser):
    answers = [browser.post("/account/login/passkey/", {"credential": "{}"}).status_code for _ in range(21)]
    assert answers == [422] * 20 + [429]
