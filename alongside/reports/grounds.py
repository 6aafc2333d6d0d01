"""On what ground a report may go to somebody today: family's rights, a release, an order, payment."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from alongside.consents.lookups import telling
from alongside.foundation.errors import No
from alongside.foundation.messages import say
from alongside.people.contacts import contacts_of
from alongside.people.models import Client
from alongside.reports.rules import RIGHTS, Ground
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


def uncovered(client_id: UUID, reader: str, *, on: date) -> No:
    """Why nothing covers this reader today: the newest release or order about them, or that there is none."""
    place, way = f"/clients/{client_id}/consents/", "reports.no.uncovered_way"
    newest = next(iter(telling(client_id, reader, on)), None)
    if newest is None:
        return No("reports.no.uncovered", {"reader": say(f"reports.reader.{reader}").lower()}, place, way)
    days = {"later": newest.begins_on, "over": newest.until, "ended": newest.ended_on, "refused": newest.decided_on}
    day = days.get(newest.state) or newest.decided_on
    told = {"by": newest.by_whom, "recipient": newest.recipient, "day": plain(day), "reason": newest.why_ended}
    return No(f"reports.no.{newest.state}", told, place, way)


def _releases(client_id: UUID, reader: str, on: date) -> Iterator[Ground]:
    for one in reversed(telling(client_id, reader, on)):
        if one.state == "given":
            day = plain(one.until) if one.until else ""
            told = {"given_by": one.by_whom, "recipient": one.recipient, "day": day}
            yield Ground(str(one.id), one.what, say(f"reports.ground.{one.what}", **told), one.recipient, one.id)


def _rights(client_id: UUID, on: date) -> Iterator[Ground]:
    """Contacts who may consent for the client, or see the record."""
    for contact in contacts_of(Client.objects.get(pk=client_id), on):
        held = [cell.right for cell in contact.rights if cell.right in RIGHTS and cell.state == "granted"]
        if held and not contact.over:
            right = say(f"reports.ground.{held[0]}")
            words = say("reports.ground.right", name=contact.name, relation=contact.relation, right=right)
            yield Ground(str(contact.id), "right", words, contact.name, contact=contact.id)
