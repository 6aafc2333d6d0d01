"""Who is told of a quiet signal: within the act, and again from its settled entry, where that failed.

A letter names nobody.
"""

from uuid import UUID

from alongside.foundation import outbox
from alongside.foundation.models import Entry
from alongside.safety.models import Duress, DuressAnswer
from alongside.workforce.lookups import all_who_may, supervisors_of

PATH = "/safety/"


def tell_of_duress(entry: Entry) -> None:
    """From the settled entry of a signal."""
    assert entry.subject_id is not None
    tell(Duress.objects.get(pk=entry.subject_id))


def tell(signal: Duress) -> None:
    """Who supervises, who covers for them, and everybody who may look after anybody here."""
    for staff in sorted({*above(signal.staff_id), *anybody()} - {signal.staff_id}):
        outbox.post(to=staff, code="safety.letter.duress", path=PATH, cause=signal.pk)


def no_more_duress(entry: Entry) -> None:
    """It was looked after: nobody need read of it, where no other signal waits."""
    if not Duress.objects.exclude(pk__in=DuressAnswer.objects.values("duress_id")).exists():
        outbox.withdraw(code="safety.letter.duress", path=PATH)


def above(staff_id: UUID) -> list[UUID]:
    """Who supervises somebody today, or covers."""
    return supervisors_of(staff_id)


def anybody() -> list[UUID]:
    """Who may look after anybody here: the next in line."""
    return all_who_may("safety.answer")
