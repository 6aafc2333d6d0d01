"""What a contact may do: each right by itself, with the order or agreement behind it, from a day to a day."""

from datetime import date
from typing import Any

from django.db.models import Q

from alongside.foundation import revisions
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import checked
from alongside.people import rules
from alongside.people.models import RIGHTS, Contact, ContactRight


@action("people.grant_right", on="people.Contact", locks=True)
def grant_right(*, by: Actor, on: Contact, right: str, order: str = "", **dates: date | None) -> ContactRight:
    """A contact holds a right from `began_on` to the local midnight that begins `ended_on` (None: until changed)."""
    return _decide(by, on, right, order, granted=True, **dates)


@action("people.deny_right", on="people.Contact", locks=True)
def deny_right(*, by: Actor, on: Contact, right: str, order: str, **dates: date | None) -> ContactRight:
    """A contact must not have a right. When the order behind a denial ends, nothing is granted by that."""
    return _decide(by, on, right, order, granted=False, **dates)


def _decide(
    by: Actor, contact: Contact, right: str, order: str, *, granted: bool, began_on: date | None = None,
    ended_on: date | None = None,
) -> ContactRight:  # fmt: skip
    order, began = checked(order=order, most=300)["order"], began_on or today(by.zone)
    faults = rules.right_faults(
        right=right, rights=RIGHTS, granted=granted, in_law=contact.legal_relation, order=order
    ) + rules.span_faults(began=began, ended=ended_on)  # fmt: skip
    if contact.ended_on:
        faults.append(Fault("people.fault.contact_ended", "right"))
    if faults:
        raise Unacceptable(faults)
    _supersede(by, ContactRight.objects.filter(contact=contact, right=right), began)
    return ContactRight.objects.create(
        contact=contact, right=right, granted=granted, order=order, began_on=began, ended_on=ended_on
    )


def _supersede(by: Actor, rows: Any, began: date) -> None:
    """What was decided before holds until the new decision begins; what begins later stays."""
    for row in rows.filter(Q(ended_on=None) | Q(ended_on__gt=began), began_on__lte=began):
        revisions.change(row, by=by, ended_on=began)
