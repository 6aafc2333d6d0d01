"""Fixtures: the cast inside its wall, and its members at the door."""

import gc
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from copy import deepcopy
from functools import partial
from uuid import UUID

import psycopg
import pytest
from django.conf import settings as site
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.test import Client as Browser
from hypothesis import HealthCheck, settings

from alongside.foundation.tenancy import inside
from alongside.project.roles import APP, OWNER
from tests import cast as casting
from tests.connecting import connected_to

# How fast examples are made or run says how busy the machine is, and nothing of what is tested.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")

pytest_plugins = ["tests.database", "tests.guards.slow", "tests.journeys.browser", "tests.walk.fixtures"]


def pytest_collection_finish() -> None:
    """What was collected lives to the end: the garbage collector need not go through it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture(autouse=True, scope="session")
def gathered_files(tmp_path_factory) -> None:
    """The folder of files for browsers is there, if empty: a test of pages serves none, but each server looks."""
    site.STATIC_ROOT = tmp_path_factory.mktemp("static")


@pytest.fixture(autouse=True, scope="session")
def quick_hashes() -> None:
    """Passwords are hashed by the real thing, but with little work: 100 MB and 0.2 s each are for attackers."""
    Argon2PasswordHasher.time_cost, Argon2PasswordHasher.memory_cost, Argon2PasswordHasher.parallelism = 1, 64, 1


@pytest.fixture(scope="session")
def agencies(django_db_setup, templates, django_db_blocker) -> tuple[UUID, UUID]:
    """Ours and another one, made as the owner makes them, committed for the whole session."""
    with django_db_blocker.unblock():
        from django.db import connection  # noqa: PLC0415

        name = connection.settings_dict["NAME"]
    with psycopg.connect(templates.cluster.url(OWNER, name), autocommit=True) as owner:
        return casting.add_agencies(owner.cursor())


@pytest.fixture(scope="session")
def lasting(agencies, django_db_blocker) -> casting.Cast:
    """The cast, made by actions and committed once for the whole session, with everybody signed in."""
    with django_db_blocker.unblock():
        return casting.signed_in(casting.read(casting.make(*agencies)))


@pytest.fixture
def cast(lasting, db) -> Iterator[casting.Cast]:
    """The cast; what the test does is rolled back afterwards. The test stands inside their agency's wall."""
    with ExitStack() as wall:
        wall.enter_context(inside(lasting.agency))
        yield deepcopy(lasting)


@pytest.fixture(scope="session")
def peopled(django_db_setup, templates, django_db_blocker) -> casting.Peopled:
    """A database with the cast in it, everybody signed in: what the databases of `world` are copies of."""
    name = templates.clone()
    with connected_to(templates.cluster.url(APP, name), django_db_blocker):
        with psycopg.connect(templates.cluster.url(OWNER, name), autocommit=True) as owner:
            agencies = casting.add_agencies(owner.cursor())
        ids = casting.make(*agencies)
        return casting.Peopled(name, ids, casting.signed_in(casting.read(ids)))


@pytest.fixture
def world(peopled, committed) -> casting.Cast:
    """The cast in a database of its own, committed: feeds, workers and several connections see it."""
    return deepcopy(peopled.cast)


@pytest.fixture
def at(request) -> Callable[[str], Browser]:
    """`at("rosa")`: a browser signed in as that member of the cast, on her seat."""
    world = request.getfixturevalue("cast" if "cast" in request.fixturenames else "world")
    return partial(casting.browser_of, world)
