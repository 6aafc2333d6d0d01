"""Signing in as a member of the demo's cast with one click.

PostgreSQL shows the rows only while every agency of the installation is a demo (0002_doors.py): with one real
agency there is nobody here, whatever the code does.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from alongside.accounts.models import Account, DemoPerson


@dataclass(frozen=True)
class Person:
    account_id: UUID
    name: str
    role: str
    look_at: str


def people() -> tuple[Person, ...]:
    """Whom one may sign in as, in the order in which they are worth meeting."""
    rows = DemoPerson.objects.order_by("position", "pk")
    return tuple(Person(row.account_id, row.name, row.role, row.look_at) for row in rows)


def account_of(account_id: UUID) -> Account | None:
    """The account of a member of the cast, if one may sign in as them now."""
    row = DemoPerson.objects.select_related("account").filter(pk=account_id, account__is_active=True).first()
    return row.account if row else None


def cast(people: Iterable[Person]) -> None:
    """Offer these people at sign-in, in this order, instead of those before. For `alongside demo`."""
    DemoPerson.objects.all().delete()
    for position, person in enumerate(people):
        DemoPerson.objects.create(
            account_id=person.account_id, position=position, name=person.name, role=person.role, look_at=person.look_at
        )
