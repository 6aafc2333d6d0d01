"""Who may see and record what was allowed."""

from typing import Any

from alongside.consents.models import End
from alongside.foundation.errors import No
from alongside.foundation.policy import Actor, rule, ruled
from alongside.people.lookups import to_its_client

ruled("consents.see", "consents.record", relations=to_its_client)


@rule("consents.end", relations=to_its_client)
def still_holds(actor: Actor, consent: Any) -> No | None:
    """Once: what was taken back is not taken back again."""
    way = f"/clients/{consent.client_id}/consents/"
    return No("consents.no.ended", way_on=way) if End.objects.filter(consent=consent).exists() else None
