"""Databases made by copying a migrated template: a fresh one takes a twentieth of a second."""

import hashlib
import os
from pathlib import Path

import psycopg
from psycopg import sql

from alongside.project.cluster import Cluster
from alongside.project.migrating import migrate
from alongside.project.progress import quiet
from alongside.project.roles import OWNER, ROLES, make_database, make_roles, settle_database

PREFIX = "alongside_template"
SCHEMA = (
    "alongside/**/migrations/*.py",
    "alongside/foundation/**/wall*",
    "alongside/foundation/walls/**/*.py",
    "reference/**/*.toml",
)
ALSO = (
    "alongside/project/settings.py",
    "alongside/project/roles.py",
    "requirements-test.lock",
    "tests/templates.py",
)
LOCK = 7_011_971  # an advisory lock: two test runs share the cluster, one of them makes the template


class Templates:
    """Knows the template of the schema as it is in the working tree, and the clones this process made."""

    def __init__(self, cluster: Cluster, root: Path) -> None:
        self.cluster = cluster
        self.name = f"{PREFIX}_{fingerprint(root)}"
        self._clones = 0
        self._in_use: psycopg.Connection | None = None

    def prepare(self) -> None:
        """Make the roles and the migrated template, unless an earlier run left them.

        A connection named after the template stays open, so that a run of another version leaves it alone.
        """
        self._in_use = psycopg.connect(self.cluster.url(), autocommit=True, application_name=self.name)
        with self._administrator() as connection:
            connection.execute("select pg_advisory_lock(%s)", [LOCK])
            make_roles(connection, {role: self._password(role) for role in ROLES})
            if not _exists(connection, self.name):
                self._build(connection)
            _drop_leftovers(connection)

    def clone(self, of: str = "") -> str:
        """A fresh database, or a copy of the one named `of` that nobody is connected to; returns its name."""
        self._clones += 1
        name = f"test_{os.getpid()}_{self._clones}"
        words = sql.SQL("CREATE DATABASE {} TEMPLATE {} OWNER {}")
        with self._administrator() as connection:
            self._execute(connection, words, name, of or self.name, OWNER)
        return name

    def drop(self, name: str) -> None:
        with self._administrator() as connection:
            self._execute(connection, sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)"), name)

    def drop_clones(self) -> None:
        if self._in_use:
            self._in_use.close()
        for number in range(1, self._clones + 1):
            self.drop(f"test_{os.getpid()}_{number}")

    def _build(self, connection: psycopg.Connection) -> None:
        half = f"{self.name}_half"
        self.drop(half)
        make_database(connection, half)
        owner = self.cluster.url(OWNER, half)
        with psycopg.connect(owner, autocommit=True) as as_owner:
            settle_database(as_owner, half)
        migrate(owner, quiet)
        self._execute(connection, sql.SQL("ALTER DATABASE {} RENAME TO {}"), half, self.name)

    def _administrator(self) -> psycopg.Connection:
        return psycopg.connect(self.cluster.url(), autocommit=True)

    def _password(self, role: str) -> str:
        return psycopg.conninfo.conninfo_to_dict(self.cluster.url(role))["password"]

    def _execute(self, connection: psycopg.Connection, words: sql.SQL, *names: str) -> None:
        connection.execute(words.format(*map(sql.Identifier, names)))


def fingerprint(root: Path) -> str:
    """Twelve letters that change when a migration, the walls, the settings or the locked packages change."""
    files = {file for pattern in SCHEMA for file in root.glob(pattern)} | {root / name for name in ALSO}
    digest = hashlib.sha256()
    for file in sorted(file for file in files if file.is_file() and file.suffix != ".pyc"):
        digest.update(str(file.relative_to(root)).encode() + file.read_bytes())
    return digest.hexdigest()[:12]


def _exists(connection: psycopg.Connection, name: str) -> bool:
    return bool(connection.execute("select 1 from pg_database where datname = %s", [name]).fetchone())


def _drop_leftovers(connection: psycopg.Connection) -> None:
    """Older templates, and clones of test runs that were killed."""
    in_use = {name for (name,) in connection.execute("select application_name from pg_stat_activity")}
    for (name,) in connection.execute("select datname from pg_database").fetchall():
        owner = name.split("_")[1] if name.startswith("test_") else ""
        dead = owner.isdigit() and not Path(f"/proc/{owner}").exists()
        if dead or (name.startswith(PREFIX) and name not in in_use):
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
