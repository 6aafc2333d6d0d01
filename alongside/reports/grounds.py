"""On what ground a report may go to somebody today: family's rights, a release, an order, payment."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from alongside.foundation.messages import say
from alongside.people.contacts import contacts_of
from alongside.people.models import Client
from alongside.reports.models import Release
from alongside.reports.rules import RIGHTS, Ground, covers
from alongside.reports.told import parts, plain


def grounds(client_id: UUID, reader: str, *, on: date) -> tuple[Ground, ...]:
    """Everything that covers telling this reader on a day. At most seven statements."""
    found = list(_releases(client_id, reader, on))
    kind = parts(reader)["ground"]
    if kind == "payment":
        found.insert(0, Ground("payment", "payment", say("reports.ground.payment")))
    if kind == "right":
        found = [*_rights(client_id, on), *found]
    return tuple(found)


def _releases(client_id: UUID, reader: str, on: date) -> Iterator[Ground]:
    for row in Release.objects.filter(client_id=client_id).order_by("began_on", "id"):
        if covers(row, reader=reader, on=on):
            told = {"given_by": row.given_by, "recipient": row.recipient, "day": plain(row.ended_on)}
            yield Ground(str(row.pk), row.basis, say(f"reports.ground.{row.basis}", **told), row.recipient, row.pk)


def _rights(client_id: UUID, on: date) -> Iterator[Ground]:
    """Contacts who may consent for the client, or see the record."""
    for contact in contacts_of(Client.objects.get(pk=client_id), on):
        held = [cell.right for cell in contact.rights if cell.right in RIGHTS and cell.state == "granted"]
        if held and not contact.over:
            right = say(f"reports.ground.{held[0]}")
            words = say("reports.ground.right", name=contact.name, relation=contact.relation, right=right)
            yield Ground(str(contact.id), "right", words, contact.name, contact=contact.id)
