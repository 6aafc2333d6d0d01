"""Carry out a verb that needs the database: open it, bring its tables up to date, set up Django."""

import argparse
import os
from collections.abc import Callable

import django

from .data_folder import chosen_folder
from .database import database
from .migrating import migrate
from .progress import to_terminal

Main = Callable[[list[str]], int | None]


def carried_out(load: Callable[[], Main], words: list[str]) -> int | None:
    """The verb's status. `--data DIR` is taken out of the words, except where only help is asked for."""
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument("--data")
    told, rest = parser.parse_known_args(words)
    if {"-h", "--help"} & set(rest):
        django.setup()
        return load()(rest)
    folder = chosen_folder(told.data)
    given = "ALONGSIDE_DATABASE_URL" in os.environ  # by `serve`, which has brought it up to date
    with database(folder, to_terminal) as found:
        if found.owner and not given:
            migrate(found.owner, to_terminal)
        os.environ.update(found.environment, ALONGSIDE_DATA=str(folder))
        django.setup()
        return load()(rest)
