"""Bring a database's schema up to date, as its owner, in a process of its own.

The web and worker processes never hold the owner's address; this one ends when its work is done.
"""

import os
import subprocess
import sys

import django
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from .progress import Progress, Say
from .troubles import Trouble

STEP = "@"  # the child's lines about progress begin with it: "@12/93"


def migrate(owner_url: str, say: Say) -> None:
    """Apply what is missing and say how far it is; raises `Trouble` with the last lines when it fails."""
    environment = {
        "DJANGO_SETTINGS_MODULE": "alongside.project.settings",
        **os.environ,
        "ALONGSIDE_DATABASE_URL": owner_url,
        "PYTHONUNBUFFERED": "1",
    }
    order = [sys.executable, "-m", "alongside.project.migrating"]
    told: list[str] = []
    with subprocess.Popen(order, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment) as child:
        assert child.stdout is not None
        for line in child.stdout:
            told = _hear(line, told, say)
    if child.returncode:
        raise Trouble("The database could not be brought up to date:\n" + "".join(told[-12:]))


def _hear(line: str, told: list[str], say: Say) -> list[str]:
    if line.startswith(STEP):
        say(line[1:].strip())
        return told
    return [*told, line]


def pending() -> int:
    """How many migrations the connected database lacks. Needs Django to be set up."""
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def main() -> None:
    django.setup()
    if total := pending():
        heard = Progress(lambda line: print(STEP + line, flush=True), "Preparing the database", total, "steps")
        _apply(heard)


def _apply(heard: Progress) -> None:
    done = 0

    def follow(action: str, migration: object = None, fake: bool = False) -> None:
        nonlocal done
        if action == "apply_success":
            done += 1
            heard.advance_to(done)

    executor = MigrationExecutor(connection, follow)
    executor.migrate(executor.loader.graph.leaf_nodes())
    call_command("migrate", verbosity=0, interactive=False)  # nothing is left: permissions and content types


if __name__ == "__main__":
    main()
