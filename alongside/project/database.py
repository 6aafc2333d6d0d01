"""Which database this command talks to: the server that the environment names, or the embedded one."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from . import roles
from .cluster import Cluster, running
from .data_folder import claim
from .progress import Say
from .troubles import Trouble

DATABASE = "alongside"


@dataclass(frozen=True)
class Database:
    """Addresses by role. `owner` is None when the environment names only the application's address."""

    app: str
    owner: str | None
    cluster: Cluster | None
    disposal: str | None = None

    @property
    def environment(self) -> dict[str, str]:
        """What a command needs that makes agencies or migrates; a serving process gets `app` alone."""
        owner = {"ALONGSIDE_OWNER_DATABASE_URL": self.owner} if self.owner else {}
        disposal = {"ALONGSIDE_DISPOSAL_DATABASE_URL": self.disposal} if self.disposal else {}
        return {"ALONGSIDE_DATABASE_URL": self.app, **owner, **disposal}


@contextmanager
def database(folder: Path, say: Say, *, alone: bool = False) -> Iterator[Database]:
    """The database for as long as the block runs; the embedded one is made and started where needed.

    `alone`: this process must be the one that starts it, because it will serve until it is told to stop.
    """
    if outside := _named_by_environment():
        yield outside
        return
    claim(folder)
    with running(folder, alone=alone, say=say) as cluster:
        yield _embedded(cluster)


def _named_by_environment() -> Database | None:
    app = os.environ.get("ALONGSIDE_DATABASE_URL") or os.environ.get("DATABASE_URL")
    owner, disposal = (os.environ.get(f"ALONGSIDE_{role}_DATABASE_URL") for role in ("OWNER", "DISPOSAL"))
    return Database(app, owner, None, disposal) if app else None


def _embedded(cluster: Cluster) -> Database:
    with psycopg.connect(cluster.url(), autocommit=True) as administrator:
        roles.make_roles(administrator, {role: cluster.password(role) for role in roles.ROLES})
        made = roles.make_database(administrator, DATABASE)
    if made:
        with psycopg.connect(cluster.url(roles.OWNER, DATABASE), autocommit=True) as owner:
            roles.settle_database(owner, DATABASE)
    app, owner, disposal = (cluster.url(role, DATABASE) for role in (roles.APP, roles.OWNER, roles.DISPOSAL))
    return Database(app, owner, cluster, disposal)


def connected(url: str) -> psycopg.Connection:
    """A connection in autocommit; a server that does not answer is a `Trouble` that says so."""
    try:
        return psycopg.connect(url, autocommit=True, connect_timeout=10)
    except psycopg.Error as error:
        raise Trouble(f"The database does not let us in: {' '.join(str(error).split())}") from error
