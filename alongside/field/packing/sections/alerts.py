"""What everybody beside a client must know before they begin, of several clients at once."""

from collections import defaultdict
from uuid import UUID

from alongside.field.packing.caseload import Caseload, lasting
from alongside.people.models import Alert


def alerts(load: Caseload) -> dict[UUID, list[Alert]]:
    """Alerts in force, grave ones first. One statement."""
    found: dict[UUID, list[Alert]] = defaultdict(list)
    rows = Alert.objects.filter(lasting(load.day), client__in=load.clients, began_on__lte=load.day)
    for row in rows.order_by("kind", "began_on", "pk"):
        found[row.client_id].append(row)
    return found
