"""Who may bring forms in, agree to them, and end them."""

from typing import Any

from alongside.documents.models import Approval, Retirement
from alongside.foundation.errors import No
from alongside.foundation.policy import Actor, rule, ruled

SECOND = ("supervisor", "quality")
"""Roles of whom one is among the two who agree, and comes second."""

ruled(
    "documents.forms", "documents.form", "documents.edition", "documents.compare", "documents.file", "documents.print",
    "documents.bring_in", "documents.describe", "documents.derive",
)  # fmt: skip


@rule("documents.approve")
def the_first_or_a_second(actor: Actor, edition: Any) -> No | None:
    """Nobody twice; the second licensed or of quality; not what was shipped, retired or agreed to by two."""
    if edition.source == "shipped":
        return No("documents.refusal.shipped")
    if Retirement.objects.filter(edition=edition).exists():
        return No("documents.refusal.retired")
    before = list(Approval.objects.filter(edition=edition).values_list("staff_id", flat=True))
    if len(before) > 1:
        return No("documents.refusal.published")
    if actor.staff_id in before:
        return No("documents.refusal.yours")
    if before and not set(SECOND) & set(actor.roles):
        return No("documents.refusal.second")
    return None


@rule("documents.retire")
def not_yet_ended(actor: Actor, edition: Any) -> No | None:
    return No("documents.refusal.retired") if Retirement.objects.filter(edition=edition).exists() else None
