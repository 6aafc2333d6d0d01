"""Telling of approvals that end: done by the worker on each of its rounds, never by a page. A letter names nobody."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid5

from alongside.foundation import outbox
from alongside.people.lookups import supervisors_of_client
from alongside.plans import gates, known, reading
from alongside.plans.models import Approval, PlanVersion

LETTERS = ("plans.letter.approval_ends", "plans.letter.approval_ended")


def path_of(client_id: UUID, approval_id: UUID) -> str:
    """Where an approval stands on its client's page."""
    return f"/clients/{client_id}/restrictions/#approval-{approval_id}"


def told_no_more(restriction_id: UUID, gate: str) -> None:
    """Whoever has to agree did so again, or does no longer: nobody need read that it ends."""
    for row in Approval.objects.filter(restriction_id=restriction_id, gate=gate):
        for code in LETTERS:
            outbox.withdraw(code=code, path=path_of(row.client_id, row.pk))


def tell_of_approvals(on: date | None = None) -> int:
    """Tell who answers for a plan in force that an approval of it ends soon, or has ended; how many were told.

    Each person is told once of each approval and each of the two. One statement where nothing ends.
    """
    day = on or datetime.now(UTC).date()
    soon = day + timedelta(days=known.restrictive()["told_days_before"])
    ending = Approval.objects.filter(expires_on__lte=soon, expires_on__gte=day - timedelta(days=365), withdrawn_on=None)
    clients = sorted(set(ending.values_list("client_id", flat=True)))
    return sum(_tell(version, day) for version in _in_force(clients))


def _in_force(clients: list[UUID]) -> list[PlanVersion]:
    if not clients:
        return []
    rows = PlanVersion.objects.filter(client_id__in=clients, plan__kind="behaviour", published_at__isnull=False)
    return list(rows.filter(ended_at__isnull=True))


def _tell(version: PlanVersion, day: date) -> int:
    told = 0
    for standing in gates.standing(reading.restrictions(version.pk), on=day):
        for gate in standing.gates:
            if gate.state in ("soon", "lapsed") and gate.approval is not None:
                told += _letters(version, gate.approval.id, LETTERS[gate.state == "lapsed"])
    return told


def _letters(version: PlanVersion, approval: UUID, code: str) -> int:
    to = supervisors_of_client(version.client_id) or [version.made_by_id]
    for staff in to:
        outbox.post(to=staff, code=code, path=path_of(version.client_id, approval), cause=uuid5(approval, code))
    return len(to)
