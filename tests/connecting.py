"""Django's default connection, pointed at one database of the tests after another."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import connections
from psycopg.conninfo import conninfo_to_dict

from alongside.project.cluster import Cluster
from alongside.project.roles import APP, BACKUP, DISPOSAL, OWNER


@contextmanager
def connected_to(url: str, django_db_blocker) -> Iterator[None]:
    """Django's default connection is to the database at this address for as long as the block runs."""
    with django_db_blocker.unblock():
        before = connect_to(url)
        try:
            yield
        finally:
            restore(before)


def url_of(cluster: Cluster, role: str, database: str) -> str:
    """The address of a database for a role: "app", "owner", "backup"…"""
    names = {"app": APP, "owner": OWNER, "backup": BACKUP, "disposal": DISPOSAL}
    return cluster.url(names.get(role, role), database)


def connect_to(url: str) -> dict[str, object]:
    """Point Django's default connection at the database at this address; returns what it was."""
    connection = connections["default"]
    connection.close()
    _end_pool(connection)
    parts = conninfo_to_dict(url)
    words = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    wanted = {words[part]: value for part, value in parts.items()}
    before = {key: connection.settings_dict.get(key) for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT")}
    connection.settings_dict.update({"PORT": "", **wanted})
    settings.DATABASES["default"].update(connection.settings_dict)
    return before


def restore(before: dict[str, object]) -> None:
    """Undo `connect_to`."""
    connection = connections["default"]
    connection.close()
    _end_pool(connection)
    connection.settings_dict.update(before)
    settings.DATABASES["default"].update(before)


def _end_pool(connection) -> None:
    if getattr(connection, "close_pool", None):
        connection.close_pool()
