"""Who is told that a crisis has begun: within the act, and again from its settled entry, where that failed.

A letter names nobody.
"""

from alongside.foundation import outbox
from alongside.foundation.models import Entry
from alongside.incidents.models import Crisis
from alongside.people.lookups import supervisors_of_client
from alongside.workforce.lookups import all_who_may, stand_ins_of, supervisors_of


def tell_of_crisis(entry: Entry) -> None:
    """From the settled entry of a beginning, or of whose it was."""
    assert entry.subject_id is not None
    tell(Crisis.objects.get(pk=entry.subject_id))


def tell(crisis: Crisis) -> None:
    """Who supervises whoever is there, who answers for the client, and who covers for them; else who may see any.

    Also after it was said whose crisis it is: each is told once a crisis.
    """
    told = {*supervisors_of(crisis.staff_id), *(supervisors_of_client(crisis.client_id) if crisis.client_id else ())}
    told |= {stand_in for staff in told for stand_in in stand_ins_of(staff)}
    for staff in sorted(told - {crisis.staff_id}) or all_who_may("incidents.see"):
        outbox.post(to=staff, code="incidents.letter.begun", path=f"/crises/{crisis.pk}/", cause=crisis.pk)
