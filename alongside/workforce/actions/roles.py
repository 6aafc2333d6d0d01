"""What somebody may do here, from a day to a day, and which account sits where."""

from datetime import UTC, date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from alongside.foundation import revisions
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.workforce import rules
from alongside.workforce.lookups import appointed_roles, is_last_admin
from alongside.workforce.models import Role, Seat, Staff


@action("workforce.give_role", on="workforce.Staff", locks=True)
def give_role(*, by: Actor, on: Staff, role: str, began_on: date | None = None) -> Role:
    """Somebody holds a role of reference/roles.toml from a day on. Raises Unacceptable (role, began_on)."""
    began = began_on or today(by.zone)
    faults = [] if role in appointed_roles() else [Fault("workforce.fault.role", "role")]
    if on.ended_on:
        faults.append(Fault("workforce.fault.ended", "role"))
    if began < on.began_on:
        faults.append(Fault("workforce.fault.before_hired", "began_on"))
    if Role.objects.filter(staff=on, role=role, ended_on=None).exists():
        faults.append(Fault("workforce.fault.role_held", "role"))
    if faults:
        raise Unacceptable(faults)
    return Role.objects.create(staff=on, role=role, began_on=began)


@action("workforce.end_role", on="workforce.Role", locks=True)
def end_role(*, by: Actor, on: Role, ended_on: date | None = None) -> bool:
    """Somebody holds a role no more, from a day on. The last administrator keeps the role."""
    ended = ended_on or today(by.zone)
    faults = rules.span_faults(began=on.began_on, ended=ended)
    if is_last_admin(on.staff_id) and on.role == "admin":
        faults.append(Fault("workforce.fault.last_admin", "ended_on"))
    if faults:
        raise Unacceptable(faults)
    return revisions.change(on, by=by, ended_on=ended)


@action("workforce.seat", on="workforce.Staff", makes=True)
def seat(*, by: Actor, on: Staff, account_id: UUID) -> Seat:
    """Somebody may sign in here with an account. Raises Unacceptable when they may already, or have ended."""
    if on.ended_on:
        raise Unacceptable(Fault("workforce.fault.ended", "account"))
    try:
        with transaction.atomic():
            return Seat.objects.create(account_id=account_id, staff=on)
    except IntegrityError as twice:
        raise Unacceptable(Fault("workforce.fault.seated", "account")) from twice


@action("workforce.end_seat", on="workforce.Seat", locks=True)
def end_seat(*, by: Actor, on: Seat) -> bool:
    """An account may not sign in here any more: at once, on every device."""
    return revisions.change(on, by=by, ended_at=on.ended_at or datetime.now(UTC))
