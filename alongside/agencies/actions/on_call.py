"""Everything done to the numbers that answer when somebody out there needs help."""

from datetime import date
from typing import Any
from uuid import UUID

from alongside.agencies import rules
from alongside.agencies.models import Agency, OnCall, Programme, Site
from alongside.foundation import revisions
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import checked

LINE = ("name", "number", "began_on", "ended_on", "site_id", "programme_id")


@action("agencies.add_on_call", on="agencies.Agency", makes=True)
def add_on_call(
    *, by: Actor, on: Agency, name: str, number: str, began_on: date | None = None, ended_on: date | None = None,
    site: UUID | None = None, programme: UUID | None = None,
) -> OnCall:  # fmt: skip
    """A number that answers from a day on, until `ended_on`; for one site or program, or for everybody.

    Raises Unacceptable with its faults by field.
    """
    return OnCall.objects.create(
        **_line(
            name=name, number=number, began_on=began_on or today(by.zone), ended_on=ended_on, site_id=site,
            programme_id=programme,
        )
    )  # fmt: skip


@action("agencies.change_on_call", on="agencies.OnCall", locks=True)
def change_on_call(*, by: Actor, on: OnCall, reason: str = "", **values: Any) -> bool:
    """Change some of: name, number, began_on, ended_on, site, programme. What it was is kept."""
    named = {"site": "site_id", "programme": "programme_id"}
    given = {named.get(name, name): value for name, value in values.items()}
    whole = {name: given.get(name, getattr(on, name)) for name in LINE}
    return revisions.change(on, by=by, reason=reason, **_line(**whole))


@action("agencies.end_on_call", on="agencies.OnCall", locks=True)
def end_on_call(*, by: Actor, on: OnCall, ended_on: date | None = None) -> bool:
    """The number answers no more, from a day on."""
    return change_on_call(by=by, on=on, ended_on=ended_on or today(by.zone))


def _line(
    *, name: str, number: str, began_on: date, ended_on: date | None, site_id: UUID | None, programme_id: UUID | None
) -> dict[str, Any]:
    texts = checked(most=80, name=name, number=number)
    faults = rules.on_call_faults(**texts, began_on=began_on, ended_on=ended_on)
    faults += _not_here("site", Site, site_id) + _not_here("programme", Programme, programme_id)
    if faults:
        raise Unacceptable(faults)
    return {
        **texts, "began_on": began_on, "ended_on": ended_on, "site_id": site_id, "programme_id": programme_id,
    }  # fmt: skip


def _not_here(field: str, kind: Any, id: UUID | None) -> list[Fault]:
    there = id is None or kind.objects.filter(pk=id).exists()
    return [] if there else [Fault("agencies.fault.offered", field)]
