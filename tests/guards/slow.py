"""Nothing slow inside the wall: while a request holds its transaction, these calls are faults in every test."""

import smtplib
import socket
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth import hashers
from django.template.base import Template

from alongside.foundation import tenancy

SLOW: list[tuple[Any, str]] = [
    (Template, "render"),
    (hashers.Argon2PasswordHasher, "encode"),
    (hashers.Argon2PasswordHasher, "verify"),
    (subprocess.Popen, "__init__"),
    (smtplib.SMTP, "__init__"),
    (socket, "create_connection"),
]


class SlowInside(AssertionError):
    """Something slow happened while a transaction was held open for somebody who waits."""


def watched(name: str, call: Any) -> Any:
    def watch(*args: Any, **kwargs: Any) -> Any:
        if tenancy.hurried.get():
            raise SlowInside(name)
        return call(*args, **kwargs)

    return watch


@pytest.fixture(autouse=True, scope="session")
def nothing_slow_inside() -> Iterator[None]:
    kept = [(place, name, getattr(place, name)) for place, name in SLOW]
    for place, name, call in kept:
        setattr(place, name, watched(name, call))
    yield
    for place, name, call in kept:
        setattr(place, name, call)
