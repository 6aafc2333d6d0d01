"""`python -m bench [name ...] [--quick] [--fresh]`: a table of ratios, each against a baseline of the same run."""

import argparse
import os
import sys
import traceback

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.project.settings")
django.setup()

from bench import measured  # noqa: E402  (models load after setup)
from bench.place import Place, ready  # noqa: E402
from bench.table import printed  # noqa: E402


def main(words: list[str]) -> int:
    """Measure what was asked for, all by default. 0 also where a ratio is over its limit: the table says so."""
    asked = parser().parse_args(words)
    names = asked.names or list(measured.ALL)
    with ready(quick=asked.quick, fresh=asked.fresh) as place:
        return max([report(name, place) for name in names])


def report(name: str, place: Place) -> int:
    """Print one table. 1 where the measuring itself broke; the others still get their turn."""
    print(f"\n{name}: {measured.ALL[name].__doc__}", flush=True)
    try:
        for line in printed(measured.ALL[name].results(place)):
            print(line, flush=True)
    except Exception:
        traceback.print_exc()
        return 1
    return 0


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    made.add_argument("names", nargs="*", metavar="name", choices=[[], *measured.ALL], help=", ".join(measured.ALL))
    made.add_argument("--quick", action="store_true", help="small sizes: shows that it runs, measures little")
    made.add_argument("--fresh", action="store_true", help="make the agencies anew")
    return made


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
