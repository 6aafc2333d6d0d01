"""`alongside check`: is this installation well? Green lines, or one sentence each that says what to do."""

import argparse
import os
import sys
from collections.abc import Callable, Iterator

import psycopg

from . import roles
from .cluster import confirm_conversion
from .data_folder import chosen_folder
from .database import Database, connected, database
from .migrating import missing_steps
from .powers import refuse_if_powerful
from .progress import to_terminal
from .troubles import Trouble

SAFE_COMMITS = ("on", "remote_apply")
GREEN, RED, PLAIN = "\033[32m", "\033[31m", "\033[0m"

Check = Callable[[psycopg.Connection, Database], str]


def main(words: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="alongside check", description=__doc__)
    parser.add_argument("--data", metavar="DIR", help="where all data are kept")
    folder = chosen_folder(parser.parse_args(words).data)
    os.environ.setdefault("ALONGSIDE_DATA", str(folder))
    with database(folder, to_terminal) as found:
        well = all([_say(*told) for told in _told(found)])
        if well and found.cluster:
            for major in confirm_conversion(folder):
                _say(True, f"The converted data are in order: the old PostgreSQL {major} data were removed.")
    return 0 if well else 1


def _told(found: Database) -> Iterator[tuple[bool, str]]:
    """(well, sentence) of each check; when the database does not answer, that one alone."""
    try:
        connection = connected(found.app)
    except Trouble as trouble:
        yield False, str(trouble)
        return
    with connection:
        for check in CHECKS:
            yield _asked(check, connection, found)


def _asked(check: Check, connection: psycopg.Connection, found: Database) -> tuple[bool, str]:
    try:
        return True, check(connection, found)
    except Trouble as trouble:
        return False, str(trouble)


def _version(connection: psycopg.Connection, found: Database) -> str:
    version = connection.info.server_version
    told = f"{version // 10000}.{version % 10000}"
    if version < roles.OLDEST:
        raise Trouble(f"The database is PostgreSQL {told}: upgrade it to 17.6 or newer, or 18.")
    return f"The database answers: PostgreSQL {told}."


def _role(connection: psycopg.Connection, found: Database) -> str:
    refuse_if_powerful(connection)
    return f"The application's role {connection.info.user} cannot step over the walls between agencies."


def _schema(connection: psycopg.Connection, found: Database) -> str:
    if missing := missing_steps(found.app):
        raise Trouble(f"The database lacks {missing} steps of this version: run `alongside prepare` or start it.")
    return "The database has every table of this version."


def _commits(connection: psycopg.Connection, found: Database) -> str:
    value = connection.execute("show synchronous_commit").fetchone()[0]
    if value not in SAFE_COMMITS:
        raise Trouble(
            f"The database answers before a record is on disk (synchronous_commit is {value}): set it to on,"
            " or a power cut loses what people were told is saved."
        )
    return "A record is on disk before anybody is told that it is saved."


CHECKS: tuple[Check, ...] = (_version, _role, _schema, _commits)


def _say(well: bool, sentence: str) -> bool:
    colour = (GREEN if well else RED) if sys.stdout.isatty() else ""
    print(f"{colour}{'ok ' if well else 'not ok '}{PLAIN if colour else ''} {sentence}", flush=True)
    return well
