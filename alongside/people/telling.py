"""Who is told when a record was opened by break-glass: called from the settled entry, never inside the act."""

from alongside.foundation import outbox
from alongside.foundation.models import Entry
from alongside.people.lookups import supervisors_of_client
from alongside.workforce.lookups import all_who_may


def tell_of_glass(entry: Entry) -> None:
    """Letters to the client's supervisors; where there is none, to everybody who may look at it."""
    assert entry.client_id is not None
    told = [staff for staff in supervisors_of_client(entry.client_id) if staff != entry.staff_id]
    for staff in told or all_who_may("people.review_glass"):
        outbox.post(to=staff, code="people.letter.glass", path="/glass/", cause=entry.pk)
