"""Who is told that a crisis has begun: called from the settled entry, never inside the act. A letter names nobody."""

from alongside.foundation import outbox
from alongside.foundation.models import Entry
from alongside.incidents.models import Crisis
from alongside.people.lookups import supervisors_of_client
from alongside.workforce.lookups import all_who_may, stand_ins_of, supervisors_of


def tell_of_crisis(entry: Entry) -> None:
    """Who supervises whoever is there, who answers for the client, and who covers for them; else who may see any.

    Also after it was said whose crisis it is: each is told once a crisis.
    """
    assert entry.subject_id is not None
    crisis = Crisis.objects.get(pk=entry.subject_id)
    told = {*supervisors_of(crisis.staff_id), *(supervisors_of_client(crisis.client_id) if crisis.client_id else ())}
    told |= {stand_in for staff in told for stand_in in stand_ins_of(staff)}
    for staff in sorted(told - {crisis.staff_id}) or all_who_may("incidents.see"):
        outbox.post(to=staff, code="incidents.letter.begun", path=f"/crises/{crisis.pk}/", cause=crisis.pk)
