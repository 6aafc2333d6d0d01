"""The tests' database: one embedded PostgreSQL a session, a migrated template, clones of it for the tests.

Use it from a conftest with `pytest_plugins = ["tests.database"]`.

- `db` (pytest-django's): the session's clone, every test rolled back.
- `committed`: a fresh clone for this one test; commits are real, so that feeds and workers can be exercised.

Both connect as `alongside_app`, never as the owner: tests that go round the walls prove nothing.
The cluster stays in `.alongside-test/` between runs, as does the template of a schema that did not change.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from alongside.project.cluster import Cluster, running
from alongside.project.roles import APP

from .connecting import connect_to, connected_to, restore, url_of
from .templates import Templates

ROOT = Path(__file__).parent.parent
# Each process that tests has a cluster of its own: an open transaction of one would hold back the feeds of another.
KEPT = Path(os.environ.get("ALONGSIDE_TEST_DATA", ROOT / ".alongside-test"))
FOLDER = KEPT / os.environ.get("PYTEST_XDIST_WORKER", "")
QUICK = ("fsync=off", "full_page_writes=off", "max_connections=200")


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """The session's PostgreSQL, quick because it is not safe against a power cut: after one it is made anew."""
    _forget_before_boot(FOLDER)
    with running(FOLDER, settings=QUICK, durable=False) as found:
        yield found


@pytest.fixture(scope="session")
def templates(cluster: Cluster) -> Iterator[Templates]:
    made = Templates(cluster, ROOT)
    made.prepare()
    yield made
    made.drop_clones()


@pytest.fixture(scope="session")
def django_db_setup(templates: Templates, django_db_blocker) -> Iterator[None]:
    """Replaces pytest-django's: the default connection is to a clone, as the application's role."""
    name = templates.clone()
    with django_db_blocker.unblock():
        before = connect_to(templates.cluster.url(APP, name))
    yield
    with django_db_blocker.unblock():
        restore(before)


@pytest.fixture
def committed(request, django_db_setup, templates: Templates, django_db_blocker):
    """A fresh database for this test alone. `.name`, and `.url(role)` with role "app", "owner", "backup"…

    With `world` the cast is in it. Not together with `db`: use one of the two.
    """
    name = templates.clone(of=request.getfixturevalue("peopled").name if "world" in request.fixturenames else "")
    with connected_to(url_of(templates.cluster, "app", name), django_db_blocker):
        yield SimpleNamespace(name=name, url=lambda role="app": url_of(templates.cluster, role, name))
    templates.drop(name)


def _forget_before_boot(folder: Path) -> None:
    note, now = folder / "boot", Path("/proc/sys/kernel/random/boot_id").read_text()
    if note.exists() and note.read_text() != now:
        shutil.rmtree((folder / "database").resolve(), ignore_errors=True)
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    note.write_text(now)
