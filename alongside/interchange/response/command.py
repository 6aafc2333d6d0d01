"""Take in answers that were given elsewhere: FHIR R4 QuestionnaireResponses to forms that are here, for one client."""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from uuid import UUID

from alongside.foundation import tenancy
from alongside.foundation.errors import Fault, Refused, Unacceptable
from alongside.foundation.messages import say
from alongside.foundation.policy import Actor
from alongside.instruments import actions, queries, wording
from alongside.instruments.models import RESPONDENTS
from alongside.instruments.queries.elsewhere import Look
from alongside.interchange import asking
from alongside.interchange.asking import Place
from alongside.interchange.questionnaire.command import safe
from alongside.interchange.troubles import CannotImport
from alongside.people.lookups import by_identifier

EPILOG = """Whoever is named with --as answers for it: somebody who may take in answers of this client. With --check: 0,
it would come in; 1, something does not fit and is named; 2, it is no response to a form that is here."""


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE.json")
    parser.add_argument("--client", required=True, metavar="NUMBER", help="the number of the client whom it is about")
    parser.add_argument("--respondent", choices=RESPONDENTS, default="self", help="who answered (the client)")
    asking.add_options(parser)


def carry_out(options: argparse.Namespace) -> int:
    """Raises CannotImport before anything is written."""
    read = {path: _read(path) for path in options.files}
    place = asking.agency(options.agency)
    by = asking.importer(place, options.importer)
    with tenancy.inside(place.id):
        client = by_identifier(options.client)
    if client is None:
        raise CannotImport(f"no client at {place.name} has the number {safe(options.client)}")
    do = _checked if options.check else _taken
    return max(do(place, by, client, path, body, options.respondent) for path, body in read.items())


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as why:
        raise CannotImport(f"{safe(str(path))} cannot be read: {why.strerror}") from why


def _checked(place: Place, by: Actor, client: UUID, path: Path, body: bytes, respondent: str) -> int:
    try:
        with tenancy.inside(place.id):
            look = queries.weigh(by=by, on=client, body=body, respondent=respondent)
    except Refused as no:
        raise CannotImport(say(no.no.code, **no.no.values)) from no
    except Unacceptable as no:
        print(f"{safe(path.name)}: {_reasons(no.faults)}", file=sys.stderr)
        return 2
    print(preview(path.name, look))
    return 1 if look.found and look.found.faults else 0


def _taken(place: Place, by: Actor, client: UUID, path: Path, body: bytes, respondent: str) -> int:
    try:
        with tenancy.inside(place.id):
            made = actions.take_in(by=by, on=client, body=body, respondent=respondent, file_name=path.name[:200])
    except Refused as no:
        raise CannotImport(say(no.no.code, **no.no.values)) from no
    except Unacceptable as no:
        print(f"{safe(path.name)}: {_reasons(no.faults)}", file=sys.stderr)
        return 1
    print(f"{safe(path.name)} came in: {safe(made.title)}, {made.taken_on}. Nobody here signed it.")
    return 0


def preview(name: str, look: Look) -> str:
    """What the file says and comes to, and everything that does not fit, as text."""
    found = look.found
    assert found is not None, "a file was read"
    came = found.came
    lines = [f"{safe(name)}: {safe(found.wanted.title)}, {found.taken_on}"]
    lines.append(f"  written by {safe(came.author or '-')}, {safe(came.authored)}; about {safe(came.subject or '-')}")
    lines += [f"  does not fit: {safe(say(fault.code, **fault.values))}" for fault in found.faults]
    lines += [f"  told: {safe(wording.told(code, values))}" for code, values in found.told]
    lines += [f"  opens: {say(f'instruments.alarm.{alarm.path}')}" for alarm in look.alarms]
    return "\n".join([*lines, *(f"  {safe(score.name)}: {safe(wording.total(score))}" for score in look.scores)])


def _reasons(faults: Iterable[Fault]) -> str:
    return " ".join(safe(say(fault.code, **fault.values)) for fault in faults)
