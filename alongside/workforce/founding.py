"""How an agency gets its first person: a founder, who is nobody, hires the first administrator and is gone.

The founder is an actor like any other: asked by policy, written in the ledger. Its role is granted only what founding
needs, and policy refuses it as soon as the agency has an administrator.
"""

from datetime import date
from typing import Any
from uuid import UUID

from alongside.agencies.models import Agency
from alongside.foundation import reference, tenancy
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.workforce import actions
from alongside.workforce.models import Staff
from alongside.workforce.policy import FOUNDER

NOBODY = UUID(int=0)


def founder(agency: Agency) -> Actor:
    """The actor who founds an agency. It has no party, no staff row and no seat."""
    granted = {key: relations for key, relations in reference.grants().items() if key[0] == FOUNDER}
    return Actor(
        agency_id=agency.pk, staff_id=NOBODY, account_id=None, name=reference.load("roles")["role"][FOUNDER]["name"],
        credential="", roles=(FOUNDER,), grants=granted, zone=agency.zone,
    )  # fmt: skip


def found(
    *, given: str, family: str = "", account_id: UUID | None = None, began_on: date | None = None, **person: Any
) -> Staff:
    """Hire the first administrator of the agency in whose wall the caller stands, with a seat for the account.

    Raises Refused when the agency has an administrator already, and Unacceptable for a name that cannot be.
    """
    agency = Agency.objects.get(pk=str(tenancy.current()))
    by, began = founder(agency), began_on or today(agency.zone)
    first = actions.hire(by=by, on=agency, given=given, family=family, began_on=began, **person)
    if account_id:
        actions.seat(by=by, on=first, account_id=account_id)
    actions.give_role(by=by, on=first, role="admin", began_on=began)
    return first
