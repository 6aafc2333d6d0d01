"""One server for the tests of preparing: nothing is prepared on it yet."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from alongside.project.cluster import Cluster, running


@pytest.fixture(scope="module")
def bare() -> Iterator[Cluster]:
    """An embedded PostgreSQL with its administrator and nothing else."""
    folder = Path(tempfile.mkdtemp(prefix="alongside-test-"))
    folder.chmod(0o755)
    with running(folder / "data", settings=["fsync=off"], durable=False) as cluster:
        yield cluster
    shutil.rmtree(folder)


@pytest.fixture
def unprepared(bare) -> Iterator[Cluster]:
    """The same server, with what the last test made on it taken away."""
    yield bare
    with psycopg.connect(bare.url(), autocommit=True) as connection:
        connection.execute("drop database if exists alongside with (force)")
        names = connection.execute("select rolname from pg_roles where rolname ~ '^alongside_|^manager$'").fetchall()
        for (name,) in names:
            connection.execute(f"drop owned by {name}")
            connection.execute(f"drop role {name}")
