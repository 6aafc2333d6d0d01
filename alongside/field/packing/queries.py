"""The pack: what somebody may read on a device without signal."""

from datetime import timedelta
from typing import Any

from django.utils.timezone import now

from alongside.field.packing import policy  # noqa: F401  (the rule of this verb)
from alongside.field.packing.caseload import Caseload, caseload
from alongside.field.packing.plain import plain
from alongside.field.packing.sections import SECTIONS
from alongside.field.receiving.epoch import epoch
from alongside.foundation import ledger
from alongside.foundation.doing import query
from alongside.foundation.policy import Actor, Capacity
from alongside.workforce.models import Staff

PROTOCOL = 1
LEASE = timedelta(hours=72)


@query("field.pack", on="workforce.Staff")
def pack(*, by: Actor, on: Staff) -> dict[str, Any]:
    """Everything of docs/field-protocol.md section 5 but its signature, as plain JSON.

    At most fifty-six statements, however many clients: one entry of reading for each of them is among these.
    """
    load, made_at = caseload(by), now()
    _write_down(load)
    return {
        "protocol": PROTOCOL, "made_at": plain(made_at), "expires_at": plain(made_at + LEASE),
        "agency": str(by.agency_id), "staff": str(on.pk), "epoch": epoch(),
        "sections": _sections(load),
    }  # fmt: skip


def _sections(load: Caseload) -> list[dict[str, Any]]:
    return [
        {"kind": kind, "client": plain(client), "body": plain(body)}
        for kind, section in SECTIONS.items()
        for client, body in section.make(load, load.seen_by(section.verb) if section.verb else ())
    ]


def _write_down(load: Caseload) -> None:
    """Each client's own account of who read what says that it went along, by what right."""
    for relation in ("team", "supervises"):
        rows = [one for one in load.clients if relation == _nearest(load.held[one.pk])]
        role = next((r for r in load.by.roles if (r, "field.pack") in load.by.grants), "")
        ledger.read_each("field.pack", by=load.by, capacity=Capacity(role, relation), rows=rows)


def _nearest(held: frozenset[str]) -> str:
    return "team" if "team" in held else "supervises"
