"""A person begins to work here, and is called by another name or credential."""

from datetime import date
from typing import Any

from alongside.foundation import revisions
from alongside.foundation.doing import action
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import checked
from alongside.parties import actions as parties
from alongside.workforce.models import Staff


@action("workforce.hire", on="agencies.Agency", makes=True)
def hire(
    *, by: Actor, on: Any, given: str, family: str = "", preferred: str = "", pronouns: str = "", credential: str = "",
    began_on: date | None = None,
) -> Staff:  # fmt: skip
    """A person begins to work for the agency. Roles, supervision and a seat are given one by one."""
    credential = checked(credential=credential, most=60)["credential"]
    party = parties.meet(by=by, on=on, given=given, family=family, preferred=preferred, pronouns=pronouns)
    return Staff.objects.create(party=party, credential=credential, began_on=began_on or today(by.zone))


@action("workforce.change_credential", on="workforce.Staff", locks=True)
def change_credential(*, by: Actor, on: Staff, credential: str, reason: str = "") -> bool:
    """What is printed after somebody's name from now on; what they signed keeps what it was then."""
    credential = checked(credential=credential, most=60)["credential"]
    return revisions.change(on, by=by, reason=reason, credential=credential)


@action("workforce.rename", on="workforce.Staff", locks=True)
def rename(*, by: Actor, on: Staff, given: str, family: str, preferred: str = "") -> bool:
    """A member of staff has another name; the former legal name is kept with the person."""
    party = on.party
    if (given, family) != (party.legal_given, party.legal_family):
        parties.rename(by=by, on=party.pk, given=given, family=family)
    return parties.change(by=by, on=party.pk, given=given, family=family, preferred=preferred)
