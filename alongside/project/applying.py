"""Apply the migrations that the database lacks, load shipped knowledge, gather what browsers fetch.

Started by `migrating`.
"""

import sys

import django
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import ModelState, ProjectState

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


class OneByOne(ProjectState):
    """Renders of an added model that model alone.

    Django renders with it every model that is reached from it by keys, which here is nearly all of them: three
    quarters of the time that a new database took. What points at the new model is added after it.
    """

    def add_model(self, model_state: ModelState) -> None:
        key = model_state.app_label, model_state.name_lower
        self.models[key] = model_state
        if self._relations is not None:
            self.resolve_model_relations(key)
        if "apps" in self.__dict__:
            self.is_delayed = True  # a step that works with rows is given models that are all rendered anew
            self.apps.render_multiple([model_state])


class Executor(MigrationExecutor):
    def _create_project_state(self, with_applied_migrations: bool = False) -> ProjectState:
        begun = super()._create_project_state(with_applied_migrations)
        return OneByOne(begun.models, begun.real_apps)


def _apply(missing: int) -> None:
    heard = Progress(lambda line: print(STEP + line, flush=True), "Preparing the database", missing, "steps")
    done = 0

    def follow(action: str, migration: object = None, fake: bool = False) -> None:
        nonlocal done
        if action == "apply_success":
            done += 1
            heard.advance_to(done)

    executor = Executor(connection, follow)
    executor.migrate(executor.loader.graph.leaf_nodes())
    call_command("migrate", verbosity=0, interactive=False)  # nothing is left but permissions and content types


if __name__ == "__main__":
    main(sys.argv[1:])
