"""Who may set up the agency's programs, places and on-call lines."""

from typing import Any

from alongside.foundation.errors import No
from alongside.foundation.policy import Actor, rule, ruled

ruled(
    "agencies.add_programme", "agencies.change_programme", "agencies.end_programme", "agencies.programmes",
    "agencies.add_site", "agencies.change_site", "agencies.end_site", "agencies.sites",
    "agencies.add_on_call", "agencies.change_on_call", "agencies.end_on_call", "agencies.on_call",
    "agencies.editions", "agencies.propose_edition", "agencies.decline_edition",
)  # fmt: skip


@rule("agencies.adopt_edition")
def another_person(actor: Actor, proposal: Any) -> No | None:
    return No("agencies.refusal.own_proposal") if proposal.proposed_by == actor.staff_id else None
