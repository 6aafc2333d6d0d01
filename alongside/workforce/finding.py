"""Members of staff as somebody at a terminal names them."""

from datetime import date
from uuid import UUID

from alongside.foundation.moments import today
from alongside.parties.names import folded
from alongside.workforce.models import Role, Seat, Staff


def everybody() -> dict[UUID, str]:
    """The names of all who work here or did. One statement."""
    return {staff.pk: staff.party.name for staff in Staff.objects.select_related("party")}


def by_name_or_address(text: str) -> list[UUID]:
    """Whoever signs in with this e-mail address, or else has this name whatever its case and accents."""
    wanted = folded(text.strip())
    seats = Seat.objects.filter(ended_at=None, account__email__iexact=text.strip())
    by_address = list(seats.values_list("staff_id", flat=True))
    return by_address or [staff for staff, name in everybody().items() if folded(name) == wanted]


def administrators(zone: str = "UTC") -> list[UUID]:
    """Those who are administrators today, the first appointed first."""
    day = today(zone)
    held = Role.objects.filter(role="admin", began_on__lte=day).exclude(ended_on__lte=day)
    return list(held.order_by("began_on", "id").values_list("staff_id", flat=True))


def began_on(staff_id: UUID) -> date:
    """The first day of somebody's work here."""
    return Staff.objects.values_list("began_on", flat=True).get(pk=staff_id)


def part_of(staff_id: UUID) -> str:
    """The part that somebody has on a care team, by their role today: tss, supervisor or nurse."""
    held = set(Role.objects.filter(staff=staff_id, ended_on=None).values_list("role", flat=True))
    return next((part for part in ("supervisor", "nurse") if part in held), "tss")
