"""Bring forms in: FHIR R4 Questionnaires, each kept byte for byte until two people agree to its use."""

import argparse
import sys
from pathlib import Path

from alongside.documents import actions as documents
from alongside.documents.examining import Examined, examined
from alongside.documents.models.forms import KINDS
from alongside.documents.showing import ShownItem, shown, told
from alongside.foundation import tenancy
from alongside.foundation.errors import Refused, Unacceptable
from alongside.foundation.messages import say
from alongside.foundation.policy import Actor
from alongside.interchange import asking
from alongside.interchange.asking import Place
from alongside.interchange.troubles import CannotImport

EPILOG = """With --check: 0, everything in it can be honored; 1, something keeps it from being published; 2, it is no
Questionnaire. A file that is here already is named and left as it is."""


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE.json")
    asking.add_options(parser)
    parser.add_argument("--kind", choices=KINDS, default="other", help="what kind of form it is, where it is new here")


def carry_out(options: argparse.Namespace) -> int:
    """Raises CannotImport before anything is written."""
    read = {path: _read(path) for path in options.files}
    if options.check:
        return max(_checked(path, body) for path, body in read.items())
    place = asking.agency(options.agency)
    by = asking.importer(place, options.importer)
    came = [_brought(place, by, path, body, options.kind) for path, body in read.items()]
    if not any(came):
        raise CannotImport("nothing came in")
    return 0 if all(came) else 1


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as why:
        raise CannotImport(f"{safe(str(path))} cannot be read: {why.strerror}") from why


def _checked(path: Path, body: bytes) -> int:
    try:
        found = examined(body)
    except Unacceptable as no:
        print(f"{safe(path.name)}: {_reason(no)}", file=sys.stderr)
        return 2
    print(preview(path.name, found))
    return 1 if found.blocking else 0


def _brought(place: Place, by: Actor, path: Path, body: bytes, kind: str) -> bool:
    """Whether it came in; what kept it out is said. Raises CannotImport where the importer may not."""
    try:
        with tenancy.inside(place.id):
            made = documents.bring_in(by=by, on=place.id, body=body, file_name=path.name[:200], kind=kind)
            blocking = examined(body).blocking
    except Refused as no:
        raise CannotImport(say(no.no.code, **no.no.values)) from no
    except Unacceptable as no:
        print(f"{safe(path.name)}: {_reason(no)}", file=sys.stderr)
        return False
    print(f"{safe(path.name)} came in as edition {made.number} of {safe(made.form.title)}."
          f" {_next(len(blocking))}")  # fmt: skip
    return True


def _next(blocking: int) -> str:
    if blocking:
        return f"It cannot be published: {blocking} things keep it from that (see --check)."
    return "Two people agree to it under Forms before it is used."


def preview(name: str, found: Examined) -> str:
    """What it asks, as people will see it, and everything found, as text."""
    asked = found.asked
    rights = asked.source.get("copyright")
    lines = [f"{safe(name)}: {safe(asked.title or asked.url)}, {sum(i.is_asked for i in asked.every())} questions"]
    lines.append(f"  rights: {safe(rights)}" if isinstance(rights, str) else "  rights: the file says nothing")
    for what, findings in (("blocks", found.blocking), ("told", found.told)):
        lines += [f"  {what}: {safe(one.link) + ': ' if one.link else ''}{safe(one.says)}" for one in told(findings)]
    return "\n".join([*lines, *(line for item in shown(asked) for line in _item(item))])


def _item(item: ShownItem) -> list[str]:
    before = "  " * (item.depth + 1)
    notes = [say(f"documents.type.{item.type}"), *([item.unit] if item.unit else []), *item.notes]
    lines = [f"{before}{safe(item.heading)} [{'; '.join(map(safe, notes))}]"]
    lines += [f"{before}  when {safe(one)}" for one in item.when]
    return lines + [f"{before}  ( ) {safe(o.label)}{f' = {o.score}' if o.score else ''}" for o in item.options]


def _reason(no: Unacceptable) -> str:
    return " ".join(say(fault.code, **fault.values) for fault in no.faults)


def safe(text: str) -> str:
    """What a file says, on one line of a terminal: nothing that draws or moves there."""
    return "".join(sign if sign.isprintable() else " " if sign.isspace() else "?" for sign in text)
