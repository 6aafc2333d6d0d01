"""The server, the database that every run begins with, and devices that are enrolled in it."""

from collections.abc import Iterator

import pytest

from tests import cast as casting
from tests.connecting import connected_to, url_of
from tests.field.model.base import prepared
from tests.field.model.copies import Copies
from tests.field.model.dump import dumped
from tests.field.model.history import History
from tests.field.model.server import Server
from tests.field.model.tablet import Tablet
from tests.field.model.work import WHO, Arena


@pytest.fixture(scope="module")
def arena(peopled, templates, django_db_blocker) -> Iterator[Arena]:
    cluster, name = templates.cluster, templates.clone(of=peopled.name)
    with connected_to(url_of(cluster, "app", name), django_db_blocker):
        base = prepared(peopled.cast)
        tablets = {place: _enrolled(base.cast, place, everybody) for place, everybody in WHO.items()}
        copies = Copies(cluster.url(database=name))
        yield Arena(Server(copies), base, tablets, lambda: dumped(copies.connection))
        copies.close()


def _enrolled(cast, name, everybody) -> Tablet:
    staff = {who: str(id) for who, id in cast.staff.items()}
    tablet = Tablet(str(cast.agency), history=History(), staff=staff, name=name)
    for who in everybody:
        tablet.take_on(who, casting.browser_of(cast, who))
    return tablet
