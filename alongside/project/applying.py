"""Apply the migrations that the database lacks, load shipped knowledge, gather what browsers fetch.

Started by `migrating`.
"""

import sys

import django
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from .migrating import STEP
from .progress import Progress


def main(words: list[str]) -> None:
    django.setup()
    from alongside.foundation.editions import load_shipped  # noqa: PLC0415  (models load after setup)

    executor = MigrationExecutor(connection)
    missing = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    if "count" in words:
        print(missing)
    if "migrate" in words and missing:
        _apply(missing)
    if "migrate" in words:
        load_shipped()
    if "static" in words:
        call_command("collectstatic", verbosity=0, interactive=False)


def _apply(missing: int) -> None:
    heard = Progress(lambda line: print(STEP + line, flush=True), "Preparing the database", missing, "steps")
    done = 0

    def follow(action: str, migration: object = None, fake: bool = False) -> None:
        nonlocal done
        if action == "apply_success":
            done += 1
            heard.advance_to(done)

    executor = MigrationExecutor(connection, follow)
    executor.migrate(executor.loader.graph.leaf_nodes())
    call_command("migrate", verbosity=0, interactive=False)  # nothing is left but permissions and content types


if __name__ == "__main__":
    main(sys.argv[1:])
