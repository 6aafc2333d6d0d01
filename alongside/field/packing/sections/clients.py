"""Who a client is, what to know before beginning, and whom to call: `client/1`, `crisis/1`."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from alongside.field.packing.caseload import Caseload, lasting
from alongside.field.packing.sections.alerts import alerts
from alongside.field.packing.sections.plans import crisis_steps
from alongside.parties.models import ContactPoint
from alongside.people.models import Client, ContactRight, Enrolment
from alongside.people.rules import EMERGENCY_KINDS

MOST_CALLS = 4


def client(load: Caseload, clients: Sequence[Client]) -> Iterator[tuple[UUID, dict[str, Any]]]:
    """One statement."""
    warned, enrolled = load.once(alerts), _programmes(clients, load.day)
    for one in clients:
        party = one.party
        yield one.pk, {
            "name": party.name, "given": party.given,
            "legal_name": f"{party.legal_given} {party.legal_family}".strip(), "identifier": one.identifier,
            "born": party.birth_date, "pronouns": party.pronouns, "diagnosis": one.diagnosis,
            "language": party.language, "mark": {"pattern": one.quilt_pattern, "hue": one.quilt_hue},
            "own_words": one.own_words, "strengths": one.strengths, "matters": one.matters, "culture": one.culture,
            "alerts": [{"kind": alert.kind, "text": alert.text} for alert in warned[one.pk]],
            "programmes": enrolled[one.pk],
        }  # fmt: skip


def crisis(load: Caseload, clients: Sequence[Client]) -> Iterator[tuple[UUID, dict[str, Any]]]:
    """Two statements. The medical-emergency card is what a paramedic asks first."""
    steps = load.once(crisis_steps)
    warned, calls = load.once(alerts), _calls(clients, load.day)
    for one in clients:
        emergency = [{"kind": a.kind if a.kind in EMERGENCY_KINDS else "alert", "text": a.text} for a in warned[one.pk]]
        yield one.pk, {
            "steps": [{"text": row.text, "who": row.who} for row in steps.get(one.pk, [])],
            "calls": calls[one.pk][:MOST_CALLS], "emergency": [*_about(one), *emergency]
        }  # fmt: skip


def _programmes(clients: Sequence[Client], day: date) -> dict[UUID, list[UUID]]:
    found: dict[UUID, list[UUID]] = defaultdict(list)
    rows = Enrolment.objects.filter(lasting(day), client__in=clients, began_on__lte=day).order_by("began_on", "pk")
    for row in rows:
        found[row.client_id].append(row.programme_id)
    return found


def _calls(clients: Sequence[Client], day: date) -> dict[UUID, list[dict[str, str]]]:
    """As on the help page: contacts who have the right to be told today, and numbers that are safe. Two statements."""
    rights = ContactRight.objects.filter(
        lasting(day), right="be_told", began_on__lte=day, contact__client__in=clients
    ).select_related("contact__party")
    denied = {right.contact_id for right in rights if not right.granted}
    told = [r.contact for r in rights if r.granted and r.contact_id not in denied]
    phones: dict[UUID, list[str]] = defaultdict(list)
    numbers = ContactPoint.objects.filter(
        party__in=[contact.party_id for contact in told], kind="phone", safe=True, ended_on=None
    )
    for row in numbers.order_by("pk"):
        phones[row.party_id].append(row.value)
    found: dict[UUID, list[dict[str, str]]] = defaultdict(list)
    for contact in {contact.pk: contact for contact in told}.values():
        found[contact.client_id] += [
            {"name": contact.party.name, "relation": contact.relation, "number": number}
            for number in phones[contact.party_id]
        ]
    return found


def _about(one: Client) -> list[dict[str, Any]]:
    party = one.party
    said = {
        "name": f"{party.legal_given} {party.legal_family}".strip(), "born": party.birth_date,
        "diagnosis": one.diagnosis, "language": party.language,
    }  # fmt: skip
    return [{"kind": kind, "text": text} for kind, text in said.items() if text]
