"""Who may take somebody in, and who is asked whether they have read what was found."""

from datetime import UTC, datetime, timedelta
from typing import Any

from alongside.foundation.errors import No
from alongside.foundation.policy import Actor, rule, ruled
from alongside.intake.models import Addressed, Closing, Intake, Seen
from alongside.people.lookups import to_its_client

CONFIRMED_FOR = timedelta(minutes=10)

ruled("intake.referrals", "intake.refer", "intake.referral")
ruled("intake.see", "intake.observe", "intake.begin_for", "intake.draw", "intake.summarize",
      "intake.draft", "intake.print",
      relations=to_its_client)  # fmt: skip


@rule("intake.sign", relations=to_its_client)
def may_sign(actor: Actor, intake: Any) -> No | None:
    """What was found is signed by somebody who has just shown who they are."""
    if actor.confirmed_at and datetime.now(UTC) - actor.confirmed_at <= CONFIRMED_FOR:
        return None
    page = f"/clients/{intake.client_id}/intake/summaries/signature/"
    return No("intake.no.confirm", way_on=f"/account/confirm/?next={page}")


@rule("intake.begin")
@rule("intake.close")
def not_decided(actor: Actor, referral: Any) -> No | None:
    """Once: a referral becomes an intake, or is closed."""
    if Intake.objects.filter(referral=referral).exists():
        return No("intake.refusal.taken_in")
    return No("intake.refusal.closed") if Closing.objects.filter(referral=referral).exists() else None


@rule("intake.acknowledge", relations=lambda actor, summary: _addressee(actor, summary))
def not_yet(actor: Actor, summary: Any) -> No | None:
    said = Seen.objects.filter(summary=summary, staff_id=actor.staff_id).exists()
    return No("intake.refusal.seen") if said else None


def _addressee(actor: Actor, summary: Any) -> frozenset[str]:
    """`self` for whom it was sent to."""
    sent = Addressed.objects.filter(summary=summary, staff_id=actor.staff_id).exists()
    return frozenset({"self"}) if sent else frozenset()
