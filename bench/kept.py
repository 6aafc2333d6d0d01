"""Worlds are made once a day: the database stays between runs, until the schema or the way of making it changes."""

import hashlib
from datetime import date
from pathlib import Path
from typing import LiteralString

import psycopg
from psycopg import sql

from alongside.project.cluster import Cluster
from alongside.project.roles import OWNER
from bench.world import World, made
from bench.world.size import Size
from tests.templates import Templates, fingerprint

ROOT = Path(__file__).parent.parent


def world(cluster: Cluster, templates: Templates, size: Size, *, fresh: bool) -> World:
    """The world of this size; made where it is not there, or when asked for `fresh`."""
    name = f"bench_{size.name}_{_fingerprint(size)}"
    with psycopg.connect(cluster.url(), autocommit=True) as administrator:
        known = {row[0] for row in administrator.execute("select datname from pg_database").fetchall()}
        stale = {other for other in known if other.startswith(f"bench_{size.name}_") and (other != name or fresh)}
        for other in stale:
            _run(administrator, "drop database {} with (force)", other)
        if name not in known - stale:
            _make(cluster, templates, size, name, administrator)
    with psycopg.connect(cluster.url(database=name)) as reading:
        return World.read(reading, name)


def _make(cluster: Cluster, templates: Templates, size: Size, name: str, administrator: psycopg.Connection) -> None:
    """Filled under another name, so that a run that was cut short leaves nothing that looks whole."""
    half = f"{name}_half"
    _run(administrator, "create database {} template {} owner {}", half, templates.name, OWNER)
    with psycopg.connect(cluster.url(database=half), autocommit=True) as filling:
        made(filling, size, name)
    _run(administrator, "alter database {} rename to {}", half, name)


def _run(administrator: psycopg.Connection, words: LiteralString, *names: str) -> None:
    administrator.execute(sql.SQL(words).format(*map(sql.Identifier, names)))


def _fingerprint(size: Size) -> str:
    """Changes with the schema, with how worlds are made, with the size, and with the day: a world has a today."""
    digest = hashlib.sha256(f"{fingerprint(ROOT)} {size} {date.today()}".encode())
    for file in sorted((ROOT / "bench" / "world").glob("*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:8]
