"""A member of staff whose record was kept elsewhere until now."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.policy import Actor
from alongside.parties import actions as parties
from alongside.workforce.lookups import appointed_roles
from alongside.workforce.models import Role, Staff


@action("workforce.take_over", on="agencies.Agency", makes=True)
def take_over(
    *, by: Actor, on: Any, id: UUID, given: str, family: str = "", began_on: date, roles: Sequence[str] = ()
) -> Staff:
    """Take somebody over with an id made by the caller, the same each time. The same id again is the same person.

    Nobody can sign in by that: a seat is given one by one. Raises Unacceptable (given, role).
    """
    there = Staff.objects.filter(pk=id).first()
    if there is not None:
        return there
    if unknown := set(roles) - set(appointed_roles()):
        raise Unacceptable([Fault("workforce.fault.role", "role") for _ in unknown])
    party = parties.meet(by=by, on=on, given=given, family=family)
    staff = Staff.objects.create(id=id, party=party, began_on=began_on)
    Role.objects.bulk_create(Role(staff=staff, role=role, began_on=began_on) for role in roles)
    return staff
