"""Who is told about a plan: called from settled entries, never inside the act. A letter names nobody."""

from alongside.foundation import outbox
from alongside.foundation.models import Entry
from alongside.people.lookups import supervisors_of_client
from alongside.plans.models import PlanVersion


def tell_of_signing(entry: Entry) -> None:
    """The client's supervisors: a treatment plan begins, and waits for signatures."""
    assert entry.client_id is not None
    version = PlanVersion.objects.select_related("plan").get(pk=entry.subject_id)
    if version.plan.kind != "treatment" or version.ended_at is not None:
        return
    path = f"/plans/versions/{version.pk}/signatures/"
    for staff in supervisors_of_client(entry.client_id):
        outbox.post(to=staff, code="plans.letter.sign", path=path, cause=entry.pk)
