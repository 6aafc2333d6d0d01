"""Whose record somebody is about to open by break-glass: found only by knowing exactly who it is."""

from datetime import date
from typing import Any
from uuid import UUID

from alongside.foundation.doing import query
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import checked
from alongside.parties.lookups import found_exactly
from alongside.people import rules
from alongside.people.models import Client


@query("people.spot", on="agencies.Agency")
def spot(*, by: Actor, on: Any, number: str = "", given: str = "", family: str = "", born: date | None = None) -> UUID:
    """The one client of this number, or of this whole name and birth date. Raises Unacceptable for none or several."""
    texts = checked(number=number.upper(), given=given, family=family)
    if faults := rules.spot_faults(number=texts["number"], given=texts["given"], born=born):
        raise Unacceptable(faults)
    if texts["number"]:
        found = Client.objects.filter(identifier=texts["number"])
    else:
        assert born is not None
        found = Client.objects.filter(party__in=found_exactly(texts["given"], texts["family"], born))
    ids = list(found.values_list("pk", flat=True)[:2])
    if len(ids) != 1:
        raise Unacceptable(Fault("people.fault.nobody_fits", "number"))
    return ids[0]
