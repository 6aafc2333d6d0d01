"""The database's roles: who owns, who serves, who backs up, who disposes. Plain SQL, safe to run again."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import psycopg
from psycopg import sql

OWNER, APP, BACKUP, DISPOSAL = "alongside_owner", "alongside_app", "alongside_backup", "alongside_disposal"
HARMLESS = "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION"
ROLES = {
    OWNER: f"{HARMLESS} NOBYPASSRLS",  # owns the schema and runs migrations; forced walls hold for it too
    APP: f"{HARMLESS} NOBYPASSRLS",  # serves people; owns nothing
    BACKUP: f"{HARMLESS} BYPASSRLS",  # reads every row of every agency, writes none
    DISPOSAL: f"{HARMLESS} NOBYPASSRLS",  # disposes of content when its retention ends; granted by migrations
}
OLDEST = 170006  # PostgreSQL 17.6
LOCK = 7_011_970  # an advisory lock, so that two processes do not make the roles at once


def existing_roles(connection: psycopg.Connection) -> set[str]:
    rows = connection.execute("select rolname from pg_roles where rolname = any(%s)", [list(ROLES)])
    return {name for (name,) in rows}


def make_roles(connection: psycopg.Connection, passwords: Mapping[str, str]) -> None:
    """Make each role of `passwords`, or give it this password, and set its powers anew."""
    connection.execute("select pg_advisory_lock(%s)", [LOCK])
    known = existing_roles(connection)
    for role, password in passwords.items():
        verb = "ALTER" if role in known else "CREATE"
        words = sql.SQL(f"{verb} ROLE {{}} {ROLES[role]} PASSWORD {{}}")
        connection.execute(words.format(sql.Identifier(role), sql.Literal(password)))
    connection.execute("select pg_advisory_unlock(%s)", [LOCK])


def make_database(connection: psycopg.Connection, name: str) -> bool:
    """Make the database, owned by the owner, UTF-8 with C.UTF-8 rules; False when it was there already."""
    if connection.execute("select 1 from pg_database where datname = %s", [name]).fetchone():
        return False
    with _membership(connection, OWNER):
        words = """CREATE DATABASE {} OWNER {} TEMPLATE template0 ENCODING 'UTF8'
            LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C'"""
        connection.execute(sql.SQL(words).format(sql.Identifier(name), sql.Identifier(OWNER)))
    return True


def settle_database(connection: psycopg.Connection, name: str) -> None:
    """Who may connect, and that a commit is on disk before it is answered. `connection` is the owner's."""
    for words in (
        "REVOKE ALL ON DATABASE {} FROM PUBLIC",
        f"GRANT CONNECT ON DATABASE {{}} TO {APP}, {BACKUP}, {DISPOSAL}",
        "ALTER DATABASE {} SET synchronous_commit = 'on'",
        "ALTER DATABASE {} SET timezone = 'UTC'",
    ):
        connection.execute(sql.SQL(words).format(sql.Identifier(name)))
    connection.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC")
    for things in ("TABLES", "SEQUENCES"):
        connection.execute(f"GRANT SELECT ON ALL {things} IN SCHEMA public TO {BACKUP}")
        connection.execute(f"ALTER DEFAULT PRIVILEGES GRANT SELECT ON {things} TO {BACKUP}")


@contextmanager
def _membership(connection: psycopg.Connection, role: str) -> Iterator[None]:
    """A managed server's administrator is no superuser: to give a database away, it joins its new owner."""
    words = [] if connection.info.parameter_status("is_superuser") == "on" else ["GRANT {} TO", "REVOKE {} FROM"]
    orders = [sql.SQL(f"{word} CURRENT_USER").format(sql.Identifier(role)) for word in words]
    for order in orders[:1]:
        connection.execute(order)
    try:
        yield
    finally:
        for order in orders[1:]:
            connection.execute(order)
