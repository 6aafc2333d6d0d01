"""`alongside import WHAT …`: bring files into an agency."""

import argparse
import sys

from alongside.interchange import questionnaire, response, single_case, visits
from alongside.interchange.troubles import CannotImport
from alongside.measure.reading import Unreadable

KINDS = {
    "questionnaire": questionnaire.command, "response": response.command, "single-case": single_case.command,
    "visits": visits.command,
}  # fmt: skip


def main(words: list[str]) -> int:
    """0: everything is in. 1: something is not, and was named. 2: nothing could be read or done."""
    parser = argparse.ArgumentParser(prog="alongside import", description=__doc__)
    kinds = parser.add_subparsers(metavar="WHAT", required=True)
    for name, kind in KINDS.items():
        options = kinds.add_parser(name, help=kind.__doc__, description=kind.__doc__, epilog=kind.EPILOG)
        kind.add_options(options)
        options.set_defaults(carry_out=kind.carry_out)
    chosen = parser.parse_args(words)
    try:
        return int(chosen.carry_out(chosen))
    except (CannotImport, Unreadable) as trouble:
        print(f"alongside import: {trouble}", file=sys.stderr)
        return 2
