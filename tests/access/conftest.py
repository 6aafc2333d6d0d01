"""The place that the table is about, committed, and the product serving it over HTTP."""

from collections.abc import Iterator
from threading import Thread
from typing import Any

import pytest
from django.core.servers.basehttp import ThreadedWSGIServer
from django.core.wsgi import get_wsgi_application
from django.test.testcases import QuietWSGIRequestHandler

from alongside.project.roles import APP
from tests import cast as casting
from tests.access import place
from tests.connecting import connected_to


class AtOnce(QuietWSGIRequestHandler):
    """Sends head and body as they come: waiting for the first to be acknowledged takes 40 ms an answer."""

    disable_nagle_algorithm = True


@pytest.fixture(scope="module")
def made(peopled, templates, django_db_blocker) -> Iterator[dict[str, Any]]:
    """Who is who, in a database of its own that stands as long as this file's tests run."""
    name = templates.clone(of=peopled.name)
    with connected_to(templates.cluster.url(APP, name), django_db_blocker):
        yield place.made(casting.read(peopled.ids))
    templates.drop(name)


@pytest.fixture(scope="module")
def world(made: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """All that the evaluator is given: an address, cookies, ids."""
    server = ThreadedWSGIServer(("127.0.0.1", 0), AtOnce, connections_override={})
    server.set_app(get_wsgi_application())
    serving = Thread(target=server.serve_forever, daemon=True)
    serving.start()
    yield {**made, "host": "127.0.0.1", "port": server.server_address[1]}
    server.shutdown()
    server.server_close()
    serving.join()
