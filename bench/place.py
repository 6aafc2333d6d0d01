"""Where the bench measures: an embedded PostgreSQL of its own with fsync on, and the worlds in it, one database each."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db import connections
from django.db.utils import load_backend

from alongside.project.cluster import Cluster, running
from alongside.project.roles import APP
from alongside.project.settings import database as parsed
from bench import kept
from bench.world import World
from bench.world.size import sizes
from tests.templates import Templates

FOLDER = kept.ROOT / ".alongside-bench"
ROOM = ("max_wal_size=8GB",)  # for filling; nothing that is measured writes so much


@dataclass
class Place:
    """The cluster with a migrated template. `quick`: small sizes, few repetitions."""

    cluster: Cluster
    templates: Templates
    quick: bool
    fresh: bool
    held: ExitStack
    _connections: dict[str, Any] = field(default_factory=dict)

    def times(self, many: int) -> int:
        """How often to measure."""
        return max(5, many // 10) if self.quick else many

    @cached_property
    def small(self) -> World:
        """The agency that the large one is compared with."""
        return kept.world(self.cluster, self.templates, sizes(self.quick)[0], fresh=self.fresh)

    @cached_property
    def large(self) -> World:
        """The agency of many clients. Making it takes minutes."""
        return kept.world(self.cluster, self.templates, sizes(self.quick)[1], fresh=self.fresh)

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

    def _connection(self, name: str) -> Any:
        """One connection a database for the whole run, so that changing places costs nothing."""
        if name not in self._connections:
            words = {**connections.settings["default"], **parsed(self.url(APP, name))}
            self._connections[name] = load_backend(str(words["ENGINE"])).DatabaseWrapper(words, "default")
            self.held.callback(self._connections[name].close)
        return self._connections[name]


@contextmanager
def ready(*, quick: bool, fresh: bool) -> Iterator[Place]:
    """The place for as long as the block runs. Commits reach the disk, as where people are served."""
    with running(FOLDER, settings=ROOM) as cluster, ExitStack() as held:
        templates = Templates(cluster, kept.ROOT)
        templates.prepare()
        yield Place(cluster, templates, quick, fresh, held)
