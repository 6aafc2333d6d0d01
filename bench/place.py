"""Where the bench measures: an embedded PostgreSQL of its own with fsync on, and the worlds in it, one database each."""

import hashlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

import psycopg
from django.db import connections
from django.db.utils import load_backend
from psycopg import sql

from alongside.project.cluster import Cluster, running
from alongside.project.roles import APP, OWNER
from alongside.project.settings import database as parsed
from bench.world import World, made
from bench.world.size import Size, sizes
from tests.templates import Templates, fingerprint

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / ".alongside-bench"
ROOM = ("max_wal_size=8GB",)  # for filling; nothing that is measured writes so much


@dataclass
class Place:
    """The cluster with a migrated template. `quick`: small sizes, few repetitions."""

    cluster: Cluster
    templates: Templates
    quick: bool
    fresh: bool
    held: ExitStack = field(default_factory=ExitStack)

    def times(self, many: int) -> int:
        """How often to measure."""
        return max(5, many // 10) if self.quick else many

    @cached_property
    def small(self) -> World:
        """The agency that the large one is compared with."""
        return self._world(sizes(self.quick)[0])

    @cached_property
    def large(self) -> World:
        """The agency of many clients. Making it takes minutes; it is kept between runs."""
        return self._world(sizes(self.quick)[1])

    def empty(self) -> str:
        """The name of a fresh database, dropped at the end."""
        name = self.templates.clone()
        self.held.callback(self.templates.drop, name)
        return name

    def url(self, role: str, name: str) -> str:
        return self.cluster.url(role, name)

    @contextmanager
    def at(self, name: str) -> Iterator[None]:
        """Django's default connection is to this database, as the application's role."""
        before = connections["default"]
        connections["default"] = self._connection(name)
        try:
            yield
        finally:
            connections["default"] = before

    def _connection(self, name: str):  # type: ignore[no-untyped-def]
        """One connection a database for the whole run, so that changing places costs nothing."""
        if name not in self._connections:
            words = {**connections.settings["default"], **parsed(self.url(APP, name))}
            self._connections[name] = load_backend(str(words["ENGINE"])).DatabaseWrapper(words, "default")
            self.held.callback(self._connections[name].close)
        return self._connections[name]

    @cached_property
    def _connections(self) -> dict[str, object]:
        return {}

    def _world(self, size: Size) -> World:
        name = f"bench_{size.name}_{_fingerprint(size)}"
        with psycopg.connect(self.url("postgres", "postgres"), autocommit=True) as administrator:
            kept = {row[0] for row in administrator.execute("select datname from pg_database").fetchall()}
            stale = {old for old in kept if old.startswith(f"bench_{size.name}_") and (old != name or self.fresh)}
            for old in stale:
                administrator.execute(sql.SQL("drop database {} with (force)").format(sql.Identifier(old)))
            if name in kept - stale:
                return self._found(name)
            half = f"{name}_half"
            words = sql.SQL("create database {} template {} owner {}")
            administrator.execute(words.format(*map(sql.Identifier, (half, self.templates.name, OWNER))))
        with psycopg.connect(self.url("postgres", half), autocommit=True) as filling:
            made(filling, size, name)
        with psycopg.connect(self.url("postgres", "postgres"), autocommit=True) as administrator:
            administrator.execute(
                sql.SQL("alter database {} rename to {}").format(sql.Identifier(half), sql.Identifier(name))
            )
        return self._found(name)

    def _found(self, name: str) -> World:
        with psycopg.connect(self.url("postgres", name), autocommit=True) as reading:
            return World.read(reading, name)


@contextmanager
def ready(*, quick: bool, fresh: bool) -> Iterator[Place]:
    """The place for as long as the block runs. Commits reach the disk, as where people are served."""
    with running(FOLDER, settings=ROOM) as cluster, ExitStack() as held:
        templates = Templates(cluster, ROOT)
        templates.prepare()
        yield Place(cluster, templates, quick, fresh, held)


def _fingerprint(size: Size) -> str:
    """Changes with the schema, with how worlds are made, with the size, and with the day: a world has a today."""
    digest = hashlib.sha256(f"{fingerprint(ROOT)} {size} {date.today()}".encode())
    for file in sorted((ROOT / "bench" / "world").glob("*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:8]
