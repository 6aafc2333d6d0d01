"""The guard against slow work inside a transaction bites."""

import subprocess
import sys

import pytest
from django.contrib.auth.hashers import make_password
from django.template import Context, Template
from django.test import RequestFactory

from alongside.foundation import tenancy
from alongside.project import badge, door
from tests.guards.slow import SlowInside


@pytest.mark.parametrize(
    "slow",
    [
        lambda: Template("x").render(Context()),
        lambda: make_password("x"),
        lambda: subprocess.run([sys.executable, "-c", ""]),
    ],
)
def test_it_bites_only_inside(slow):
    slow()
    with tenancy.hurry(), pytest.raises(SlowInside):
        slow()


def test_the_door_holds_views_to_it(cast, at):
    request = RequestFactory().get("/")
    request.session = at("rosa").session
    seat = badge.Seat(cast.agency, cast.staff["rosa"], cast.accounts["rosa"])
    with pytest.raises(SlowInside):
        door.enter(request, seat, lambda request: Template("x").render(Context()), (), {})
