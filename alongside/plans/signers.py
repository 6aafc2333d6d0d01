"""Who has to sign versions, and who of them has not: for one version or many, in the same few statements."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from alongside.agencies.lookups import jurisdiction
from alongside.foundation import reference
from alongside.people.models import Contact, ContactRight
from alongside.people.rules import held_rights, years
from alongside.plans.models import PlanSignature
from alongside.plans.rules import signing


@dataclass(frozen=True)
class Asked:
    """A version to sign: whose it is, when that client was born, and since when it stands."""

    version_id: UUID
    client_id: UUID
    born: date | None
    begins_on: date


def missing(versions: Iterable[Asked], *, agency: UUID, day: date) -> Mapping[UUID, tuple[tuple[str, date], ...]]:
    """Of each version: the capacities in which a signature is missing, with the day until which it is due.

    Four statements at most; none where there is no version.
    """
    these = list(versions)
    if not these:
        return {}
    guardians = _decided_for([one.client_id for one in these], day)
    rows: dict[UUID, dict[str, list[signing.Signed]]] = defaultdict(lambda: defaultdict(list))
    for row in PlanSignature.objects.filter(version__in=[one.version_id for one in these]):
        rows[row.version_id][row.capacity].append(signing.Signed(row.capacity, row.how, row.try_on))
    law = law_of(agency)
    return {one.version_id: tuple(_missing(one, rows[one.version_id], guardians, law, day)) for one in these}


def law_of(agency: UUID) -> Mapping[str, Any]:
    """Who signs by the law of the place where an agency works."""
    laws: dict[str, Any] = reference.load("treatment")["signing"]
    return dict(laws.get(jurisdiction(agency), laws["default"]))


def _missing(
    one: Asked, rows: Mapping[str, list[signing.Signed]], guardians: set[UUID], law: Mapping[str, Any], day: date
) -> Iterable[tuple[str, date]]:
    age = years(one.born, day) if one.born else None
    for capacity in signing.signers(age=age, decided_for=one.client_id in guardians, law=law):
        until = signing.waits_until(
            rows.get(capacity, []), begins_on=one.begins_on, known=reference.load("treatment")
        )  # fmt: skip
        if until is not None:
            yield capacity, until


def _decided_for(clients: list[UUID], day: date) -> set[UUID]:
    """Clients with a guardian who may consent: not one whose right a court took."""
    rows = Contact.objects.filter(client__in=clients, legal_relation="guardian").exclude(ended_on__lte=day)
    of = dict(rows.values_list("pk", "client"))
    rights = defaultdict(list)
    for right in ContactRight.objects.filter(contact__in=list(of), right="consent").order_by("began_on", "id"):
        rights[right.contact_id].append(right)
    return {client for pk, client in of.items() if held_rights(rights[pk], day).get("consent") is not False}
