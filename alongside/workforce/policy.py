"""Who may change who works here. Nobody widens their own powers; a founder acts while an agency has nobody."""

from typing import Any
from uuid import UUID

from alongside.foundation.errors import No
from alongside.foundation.policy import Actor, rule, ruled
from alongside.workforce.lookups import has_admin

FOUNDER = "founder"


def to_staff(actor: Actor, subject: Any) -> frozenset[str]:
    """Relations to a member of staff, or to a row about one: self, supervises."""
    staff = staff_of(subject)
    held = {"self"} if staff == actor.staff_id else set()
    return frozenset(held | {"supervises"} if staff in actor.supervises else held)


def staff_of(subject: Any) -> UUID | None:
    """The member of staff whom a row is about."""
    for column in ("staff_id", "supervisee_id", "absent_id"):
        if (found := getattr(subject, column, None)) is not None:
            return UUID(str(found))
    return UUID(str(subject.pk))


def founding(actor: Actor, subject: Any) -> No | None:
    if FOUNDER in actor.roles and has_admin():
        return No("workforce.refusal.founded")
    return None


def not_oneself(actor: Actor, subject: Any) -> No | None:
    """Founding apart, another person gives and takes roles, and ends somebody's work."""
    return No("workforce.refusal.oneself") if staff_of(subject) == actor.staff_id else founding(actor, subject)


rule("workforce.hire")(founding)
ruled("workforce.take_over")
rule("workforce.seat", relations=to_staff)(founding)
GIVEN_BY_ANOTHER = ("give_role", "end_role", "change_credential", "end_staff", "end_seat", "invite")
for verb in (f"workforce.{name}" for name in GIVEN_BY_ANOTHER):
    rule(verb, relations=to_staff)(not_oneself)
ruled(
    "workforce.supervise", "workforce.end_supervision", "workforce.cover", "workforce.end_cover",
    "workforce.rename", "workforce.directory", "workforce.see", "workforce.sit",
    relations=to_staff,
)  # fmt: skip
