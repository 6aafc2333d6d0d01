"""The people in a client's life: what each is in law, may do and must not, and how each is reached."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from alongside.parties.models import ContactPoint
from alongside.people.models import RIGHTS, Client, Contact, ContactRight
from alongside.people.rules import held_rights, in_force
from alongside.workforce.models import Staff


@dataclass(frozen=True)
class Way:
    """A phone number, e-mail or address. Not `safe`: using it could endanger somebody."""

    id: UUID
    kind: str
    value: str
    safe: bool


@dataclass(frozen=True)
class RightCell:
    """One right of one contact today. state: granted, denied or none; `until`: the first day without the order."""

    right: str
    state: str
    order: str
    until: date | None

    @property
    def last_day(self) -> date | None:
        """The last day on which it holds."""
        return self.until - timedelta(days=1) if self.until else None


@dataclass(frozen=True)
class ContactLine:
    """Somebody in a client's life. `works_here`: also a member of staff."""

    id: UUID
    name: str
    relation: str
    in_law: str
    household: str
    began_on: date
    ended_on: date | None
    over: bool
    works_here: bool
    ways: tuple[Way, ...]
    rights: tuple[RightCell, ...]


def contacts_of(client: Client, day: date) -> tuple[ContactLine, ...]:
    """Everybody in a client's life, those who still are first. Four statements."""
    contacts = list(Contact.objects.filter(client=client).select_related("party", "household"))
    parties = [contact.party_id for contact in contacts]
    rights, ways = defaultdict(list), defaultdict(list)
    for row in ContactRight.objects.filter(contact__in=[contact.pk for contact in contacts]).order_by("began_on", "id"):
        rights[row.contact_id].append(row)
    for point in ContactPoint.objects.filter(party__in=parties, ended_on=None).order_by("kind", "value"):
        ways[point.party_id].append(Way(point.pk, point.kind, point.value, point.safe))
    staff = set(Staff.objects.filter(party__in=parties, ended_on=None).values_list("party_id", flat=True))
    lines = [_line(c, day, rights[c.pk], tuple(ways[c.party_id]), c.party_id in staff) for c in contacts]
    return tuple(sorted(lines, key=lambda line: (line.over, line.name.casefold())))


def _line(
    contact: Contact, day: date, rights: list[ContactRight], ways: tuple[Way, ...], works_here: bool
) -> ContactLine:
    over = contact.ended_on is not None and contact.ended_on <= day
    held = held_rights(rights, day) if not over else {}
    return ContactLine(
        id=contact.pk, name=contact.party.name, relation=contact.relation, in_law=contact.legal_relation or "none",
        household=contact.household.name if contact.household else "", began_on=contact.began_on,
        ended_on=contact.ended_on, over=over, works_here=works_here, ways=ways,
        rights=tuple(_cell(right, held, rights, day) for right in RIGHTS),
    )  # fmt: skip


def _cell(right: str, held: dict[str, bool], rows: list[ContactRight], day: date) -> RightCell:
    if right not in held:
        return RightCell(right, "none", "", None)
    said = [row for row in rows if row.right == right and in_force(row, day) and row.granted == held[right]][-1]
    return RightCell(right, "granted" if held[right] else "denied", said.order, said.ended_on)
