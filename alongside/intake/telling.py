"""Who is told that findings were sent: called from the settled entry, never inside the act."""

from alongside.foundation import outbox
from alongside.foundation.models import Entry
from alongside.intake.models import Addressed


def tell_addressed(entry: Entry) -> None:
    """A letter to everybody to whom the summary was sent."""
    for staff in Addressed.objects.filter(summary=entry.subject_id).values_list("staff_id", flat=True):
        outbox.post(to=staff, code="intake.letter.summary", path=f"/clients/{entry.client_id}/intake/", cause=entry.pk)


def tell_no_more(entry: Entry) -> None:
    """Whoever acknowledged need not be told any more: the page is the same for all of the team, so only their own."""
    own = outbox.waiting_for(entry.staff_id) if entry.staff_id else []
    for letter in own:
        if letter.code == "intake.letter.summary" and letter.path == f"/clients/{entry.client_id}/intake/":
            outbox.acknowledge(letter)
