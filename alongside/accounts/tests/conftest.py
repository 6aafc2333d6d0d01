"""People at the door: an account with a password and an authenticator app, and its codes."""

import base64
import re
import secrets
import time
from dataclasses import dataclass

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.db import connection
from django.test import Client as Browser
from django.test.utils import CaptureQueriesContext

from alongside.accounts.models import Account

PASSWORD = "slow rivers carry stones"


@dataclass
class AtTheDoor:
    account: Account
    secret: str

    def code(self, step: int = 0) -> str:
        return code_of(self.secret, step)

    def recovery_codes(self) -> list[str]:
        return RecoveryCodes.activate(self.account).get_unused_codes()

    def type_password(self, browser: Browser, password: str = PASSWORD, **more: str):
        return browser.post("/account/login/", {"login": self.account.email, "password": password, **more})

    def sign_in(self, browser: Browser, **more: str):
        self.type_password(browser, **more)
        return browser.post("/account/login/code/", {"code": self.code()})


def code_of(secret: str, step: int = 0) -> str:
    """What an authenticator app with this key shows now, or `step` half minutes later."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + step))


def with_app(account: Account) -> AtTheDoor:
    account.set_password(PASSWORD)
    account.save()
    secret = base64.b32encode(secrets.token_bytes(20)).decode()
    TOTP.activate(account, secret)
    RecoveryCodes.activate(account)
    return AtTheDoor(account, secret)


@pytest.fixture
def rosa(cast) -> AtTheDoor:
    """Rosa of the cast, who has a seat, a password and an authenticator app."""
    return with_app(Account.objects.get(pk=cast.accounts["rosa"]))


@pytest.fixture
def browser() -> Browser:
    return Browser()


@pytest.fixture
def hashed(monkeypatch) -> list[str]:
    """Each time a password is hashed, for somebody or for nobody."""
    calls: list[str] = []
    for name in ("encode", "verify"):
        real = getattr(Argon2PasswordHasher, name)

        def counted(self, *args, name=name, real=real, **rest):
            calls.append(name)
            return real(self, *args, **rest)

        monkeypatch.setattr(Argon2PasswordHasher, name, counted)
    return calls


def sent_while(act) -> list[str]:
    """The statements sent to the database while `act` runs, without their values."""
    with CaptureQueriesContext(connection) as sent:
        act()
    return [re.sub(r"'[^']*'(::\w+)?|\d+|NULL", "?", query["sql"]) for query in sent]
