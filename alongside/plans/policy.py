"""Who may see, write and publish plans."""

from datetime import UTC, datetime, timedelta
from typing import Any

from alongside.foundation.errors import No
from alongside.foundation.policy import Actor, rule, ruled
from alongside.people.lookups import to_its_client
from alongside.plans import known

CONFIRMED_FOR = timedelta(minutes=10)

ruled(
    "plans.see", "plans.see_card", "plans.see_cover", "plans.see_version", "plans.compare", "plans.print",
    "plans.acknowledge", "plans.see_team", "plans.train",
    "plans.see_signatures", "plans.note_signature", "plans.see_scan", "plans.see_reviews", "plans.hold_review",
    "plans.see_restrictions", "plans.note_approval", "plans.withdraw_approval", "plans.skeleton",
    "plans.begin", "plans.draft", "plans.open_draft", "plans.review", "plans.write", "plans.remove",
    "plans.take_over",
    "plans.see_phases", "plans.begin_phase", "plans.correct_phase", "plans.withdraw_phase", "plans.note_change",
    "plans.withdraw_change", "plans.mark_school", "plans.see_menu", "plans.offer", "plans.take_off",
    "plans.note_preference",
    relations=to_its_client,
)  # fmt: skip


def licensed(actor: Actor, subject: Any) -> No | None:
    """Responsibility for a plan is taken by somebody whose license or certificate says that they may."""
    if set(actor.credential.replace(",", " ").split()) & set(known.plans()["credentials"]):
        return None
    return No("plans.no.license", {"credential": actor.credential or "–"})


ruled("plans.library", "plans.all_due")
ruled(
    "plans.due",
    relations=lambda actor, staff: frozenset({"self"} if staff.pk == actor.staff_id else ()),
)  # fmt: skip
rule("plans.publish", relations=to_its_client)(licensed)
rule("plans.end", relations=to_its_client)(licensed)


@rule("plans.sign", relations=to_its_client)
def may_sign(actor: Actor, subject: Any) -> No | None:
    """A clinician's own signature takes a license, and somebody who has just shown who they are."""
    if no := licensed(actor, subject):
        return no
    if actor.confirmed_at and datetime.now(UTC) - actor.confirmed_at <= CONFIRMED_FOR:
        return None
    return No("plans.no.confirm", way_on=f"/account/confirm/?next=/plans/versions/{subject.pk}/signatures/")


ruled("plans.derive_template", "plans.word_template", "plans.see_template", "plans.retire_template")
ruled("plans.use_template", relations=lambda actor, staff: frozenset({"self"} if staff.pk == actor.staff_id else ()))


@rule("plans.agree_template")
def may_agree(actor: Actor, subject: Any) -> No | None:
    """A second clinician agrees to a template: licensed, and not whoever wrote it."""
    if licensed(actor, subject):
        return No("plans.no.template_license", {"credential": actor.credential or "–"})
    wrote = actor.staff_id in (subject.made_by_id, subject.worded_by_id)
    return No("plans.no.second") if wrote else None
