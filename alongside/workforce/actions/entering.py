"""How somebody comes in: a link by which they set up how they sign in, and each time they sit down."""

from uuid import UUID

from alongside.accounts import invitations
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.policy import Actor
from alongside.workforce.lookups import seated_elsewhere
from alongside.workforce.models import Seat, Staff


@action("workforce.invite", on="workforce.Staff", locks=True)
def invite(*, by: Actor, on: Staff, email: str = "") -> invitations.Invited:
    """A link for a member of staff, shown once: for a new colleague (with an address), or after a lost phone.

    What opened the account before goes on until the link is used, and then ends. Raises Unacceptable for an address
    that is somebody else's: whoever holds the link decides how the account is opened, so an agency may make one only
    for an account that opens no other agency.
    """
    held = Seat.objects.filter(staff=on, ended_at=None).first()
    if not held and not email:
        raise Unacceptable(Fault("workforce.fault.address", "email"))
    account_id = held.account_id if held and not email else invitations.account_for(email)
    if faults := _seat_faults(on, account_id):
        raise Unacceptable(faults)
    if not held:
        Seat.objects.create(staff=on, account_id=account_id)
    return invitations.invite(account_id)


def _seat_faults(staff: Staff, account_id: UUID) -> list[Fault]:
    if staff.ended_on:
        return [Fault("workforce.fault.ended", "email")]
    if Seat.objects.filter(staff=staff, ended_at=None).exclude(account_id=account_id).exists():
        return [Fault("workforce.fault.other_address", "email")]
    taken = Seat.objects.filter(account_id=account_id, ended_at=None).exclude(staff=staff).exists()
    if taken or seated_elsewhere(account_id):
        return [Fault("workforce.fault.address_taken", "email")]
    return []


@action("workforce.sit", on="workforce.Staff")
def sit(*, by: Actor, on: Staff) -> None:
    """Somebody signed in and works here now. Nothing changes but the ledger."""
