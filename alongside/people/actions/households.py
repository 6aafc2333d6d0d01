"""Where a client lives: one home or several, each with its share of the time."""

from datetime import date
from typing import Any
from uuid import UUID

from alongside.foundation import revisions
from alongside.foundation.doing import action, find
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import checked
from alongside.people import rules
from alongside.people.models import Client, Household, Residence


@action("people.house", on="people.Client", makes=True)
def house(
    *, by: Actor, on: Client, name: str = "", address: str = "", confidential: bool = False, share: str = "",
    household: UUID | Any = None, began_on: date | None = None,
) -> Residence:  # fmt: skip
    """A client lives in a home for a share of the time ("weekdays"). `household`: one known already (a sibling's)."""
    texts = checked(name=name, share=share)
    began = began_on or today(by.zone)
    home = find("people.Household", household) if household else None
    faults = [] if home or texts["name"] else [Fault("people.fault.no_household", "name")]
    if home and Residence.objects.filter(client=on, household=home, ended_on=None).exists():
        faults.append(Fault("people.fault.lives_there", "household"))
    if faults:
        raise Unacceptable(faults)
    home = home or Household.objects.create(
        name=texts["name"], address=checked(address=address, lines=True, most=300)["address"], confidential=confidential
    )
    return Residence.objects.create(client=on, household=home, share=texts["share"], began_on=began)


@action("people.leave_house", on="people.Residence", locks=True)
def leave_house(*, by: Actor, on: Residence, ended_on: date | None = None) -> bool:
    """A client lives somewhere no more, from a day on."""
    ended = ended_on or today(by.zone)
    if faults := rules.span_faults(began=on.began_on, ended=ended):
        raise Unacceptable(faults)
    return revisions.change(on, by=by, ended_on=ended)
