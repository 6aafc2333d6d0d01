"""Who may do what with a client's record."""

from datetime import UTC, datetime, timedelta
from typing import Any

from alongside.foundation.errors import No
from alongside.foundation.policy import Actor, Capacity, ask, rule, ruled
from alongside.people.lookups import relations, to_its_client

CONFIRMED = timedelta(minutes=10)

ruled(
    "people.card", "people.know", "people.see", "people.change", "people.rename", "people.raise_alert",
    "people.end_alert", "people.connect", "people.end_contact", "people.grant_right", "people.deny_right",
    "people.add_way", "people.end_way", "people.house", "people.leave_house", "people.place_on_team",
    "people.end_place", "people.propose_disposal", "people.enrol", "people.end_enrolment",
    "people.discharge", "people.readmit", relations=to_its_client,
)  # fmt: skip
ruled(
    "people.admit", "people.take_over", "people.recent", "people.release", "people.places", "people.glasses",
    "people.spot", "people.retention", "people.certificate", "people.withdraw_disposal",
)  # fmt: skip
ruled("people.caseload", relations=lambda actor, staff: frozenset({"self"} if staff.pk == actor.staff_id else ()))


@rule("people.find", relations=lambda actor, agency: frozenset({"team", "supervises", "glass"}))
def nothing_more(actor: Actor, agency: Any) -> No | None:
    """Finding is granted by relation, and the query shows only those who stand in it."""
    return None


@rule("people.knock")
@rule("people.break_glass")
def just_confirmed(actor: Actor, client: Any) -> No | None:
    """Not for somebody to whom the record is open anyway; and only after proving again who they are."""
    if isinstance(ask(actor, "people.know", client), Capacity):
        return No("people.refusal.open_already", way_on=f"/clients/{client.pk}/")
    if actor.confirmed_at is None or datetime.now(UTC) - actor.confirmed_at > CONFIRMED:
        way_on = f"/account/confirm/?next=/clients/{client.pk}/glass/"
        return No("people.refusal.confirm_first", {}, way_on, "accounts.confirm.title")
    return None


def _to_breaker(actor: Actor, glass: Any) -> frozenset[str]:
    """Whoever supervises the one who opened it, or stands to the client as supervisor or on the team."""
    near = relations(actor, glass.client_id) - {"glass"}
    return near | {"supervises"} if glass.staff_id in actor.supervises else near


@rule("people.review_glass", relations=_to_breaker)
def somebody_else(actor: Actor, glass: Any) -> No | None:
    return No("people.refusal.own_glass") if glass.staff_id == actor.staff_id else None


@rule("people.confirm_disposal")
def another_person(actor: Actor, disposal: Any) -> No | None:
    """Somebody else than who proposed it, who proved within ten minutes who they are."""
    if disposal.staff_id == actor.staff_id:
        return No("people.refusal.own_disposal")
    if actor.confirmed_at is None or datetime.now(UTC) - actor.confirmed_at > CONFIRMED:
        way_on = f"/account/confirm/?next=/disposals/{disposal.pk}/confirmation/"
        return No("people.refusal.confirm_disposal", {}, way_on, "accounts.confirm.title")
    return None
