"""The client with something in every place, committed once; each test stands in a transaction that is undone."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import transaction
from django.test import Client as Browser

from alongside.foundation.tenancy import inside
from alongside.project.roles import APP
from tests.connecting import connected_to
from tests.walk import record
from tests.walk.browsing import PEOPLE, Walk, outside, sign_in, starts, visit, walk


@dataclass
class Whole:
    """Both agencies with one such client each: ours, who may be seen, and theirs, who never may."""

    database: str
    ids: Any
    ours: record.Crew
    theirs: record.Crew


@pytest.fixture(scope="session")
def whole(peopled, templates, django_db_blocker) -> Whole:
    """Made once a session, in a database of its own."""
    name, ids = peopled.name, peopled.ids
    database = templates.clone(of=name)
    with connected_to(templates.cluster.url(APP, database), django_db_blocker):
        ours = record.ours(ids)
        record.fill(ours)
        with inside(ids.elsewhere):
            theirs = record.theirs(ids)
        record.fill(theirs)
    return Whole(database, ids, ours, theirs)


@pytest.fixture
def standing(whole, templates, django_db_blocker) -> Iterator[Whole]:
    """Connected to that database; whatever happens is undone."""
    with connected_to(templates.cluster.url(APP, whole.database), django_db_blocker), transaction.atomic():
        yield whole
        transaction.set_rollback(True)


@pytest.fixture
def browsers(standing) -> dict[str, Browser]:
    """Those of the cast who between them may open everything, signed in."""
    return {who: sign_in(who, standing.ids, standing.ours) for who in PEOPLE}


@pytest.fixture(scope="session")
def walked(whole, templates, django_db_blocker) -> Walk:
    """Every page and form that somebody finds by following links, from the whole client's page on."""
    with connected_to(templates.cluster.url(APP, whole.database), django_db_blocker), transaction.atomic():
        browsers = {who: sign_in(who, whole.ids, whole.ours) for who in PEOPLE}
        found = walk(browsers, starts(whole.ids, whole.ours))
        visit(found, "", Browser(raise_request_exception=False), outside(whole.ours))
        transaction.set_rollback(True)
    return found
