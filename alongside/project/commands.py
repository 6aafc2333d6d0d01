"""The command line: `alongside VERB`. A verb is a row here and a function `main(words) -> status` elsewhere."""

import argparse
import importlib
import importlib.util
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from .troubles import Trouble

SETTINGS = "alongside.project.settings"


class Needs(Enum):
    """What must be there before a verb's module is loaded."""

    NOTHING = 1
    DJANGO = 2
    DATABASE = 3  # Django, and the database open with its tables there; takes --data DIR


@dataclass(frozen=True)
class Verb:
    where: str
    needs: Needs
    says: str

    @property
    def is_here(self) -> bool:
        try:
            return importlib.util.find_spec(self.where.partition(":")[0]) is not None
        except ModuleNotFoundError:
            return False

    def load(self) -> Callable[[list[str]], int | None]:
        module, _, function = self.where.partition(":")
        loaded: Callable[[list[str]], int | None] = getattr(importlib.import_module(module), function)
        return loaded


VERBS = {
    "prepare": Verb("alongside.project.prepare:main", Needs.NOTHING, "make the roles and the database, once"),
    "serve": Verb("alongside.project.serve:main", Needs.NOTHING, "run the web server, the worker and the database"),
    "demo": Verb("alongside.project.demo:main", Needs.DATABASE, "make the demo agency when there is none"),
    "found": Verb("alongside.project.found:main", Needs.DATABASE, "make an agency and its first administrator"),
    "invite": Verb("alongside.project.invite:main", Needs.DATABASE, "make a link for somebody who cannot sign in"),
    "check": Verb("alongside.project.check:main", Needs.NOTHING, "tell whether this installation is well"),
    "import": Verb("alongside.interchange.command:main", Needs.DATABASE, "bring files into an agency"),
    "measure": Verb("alongside.measure.command:main", Needs.NOTHING, "compute single-case measures of a file"),
    "rebuild": Verb("alongside.project.rebuild:main", Needs.DATABASE, "make derived rows anew from the records"),
    "dispose": Verb("alongside.project.dispose:main", Needs.DATABASE, "carry out disposals that two people confirmed"),
    "where": Verb("alongside.project.where:main", Needs.DJANGO, "tell where a verb is written and who may do it"),
}


def main(words: list[str] | None = None) -> int:
    words = sys.argv[1:] if words is None else words
    name, rest = _asked(words)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    try:
        return _carried_out(VERBS[name], rest) or 0
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
    except BrokenPipeError:  # the reader of our output went away, as `| head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1


def _asked(words: list[str]) -> tuple[str, list[str]]:
    here = {name: verb for name, verb in VERBS.items() if verb.is_here}
    listed = "\n".join(f"  {name:9} {verb.says}" for name, verb in here.items())
    parser = argparse.ArgumentParser(
        prog="alongside",
        usage="alongside VERB [options]",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog=f"verbs:\n{listed}\n\n`alongside VERB --help` tells a verb's options.",
    )
    parser.add_argument("verb", choices=list(here), metavar="VERB", help="what to do")
    return parser.parse_args(words[:1]).verb, words[1:]


def _carried_out(verb: Verb, words: list[str]) -> int | None:
    if verb.needs is Needs.DATABASE:
        return importlib.import_module("alongside.project.with_database").carried_out(verb.load, words)
    if verb.needs is Needs.DJANGO:
        importlib.import_module("django").setup()
    return verb.load()(words)
