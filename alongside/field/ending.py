"""Ending enrolments: the device is told to forget what it may read, and what it sealed before is still taken."""

from datetime import UTC, datetime
from uuid import UUID

from alongside.field.models import Enrolment
from alongside.foundation.models import Entry
from alongside.workforce.models import Seat


def end_on_device(device_id: UUID) -> int:
    """Everybody's on one device; how many ended."""
    return Enrolment.objects.filter(device=device_id, ended_at=None).update(ended_at=datetime.now(UTC))


def end_with_work(entry: Entry) -> None:
    """Somebody's work ended, or their seat: so do their enrolments, on every device. Twice changes nothing."""
    assert entry.subject_id is not None
    staff = entry.subject_id
    if entry.subject == "workforce.Seat":
        staff = Seat.objects.values_list("staff_id", flat=True).get(pk=staff)
    Enrolment.objects.filter(staff=staff, ended_at=None).update(ended_at=datetime.now(UTC))
