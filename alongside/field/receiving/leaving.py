"""Who took themselves off the device since it was last here: their own signature says so, whoever hands it in."""

from datetime import datetime

from alongside.field.actions import leaving
from alongside.field.keys import signed_by
from alongside.field.receiving.carrying import actor_of
from alongside.field.receiving.handed_in import Badge, HandedIn, HandedLeave
from alongside.field.receiving.standing import OnDevice, Standing
from alongside.field.wire import canonical

PURPOSE = "alongside-field/1 leave"


def leave(badge: Badge, given: HandedIn, known: Standing, now: datetime) -> None:
    """End the enrolments that were left. Handed in again it changes nothing; without a good signature neither."""
    for one in given.left:
        whose = known.enrolments.get(one.enrolment)
        if whose is None or whose.ended_at is not None or not _is_theirs(badge, one, whose):
            continue
        by = actor_of(whose.staff, badge.device)
        if by is not None and by.roles:  # whose work ended is ended with it
            leaving.leave(by=by, on=whose.id)
            whose.ended_at = now


def _is_theirs(badge: Badge, one: HandedLeave, whose: OnDevice) -> bool:
    names = {"agency": badge.agency, "device": badge.device, "enrolment": one.enrolment}
    said = {"purpose": PURPOSE, **{name: str(value) for name, value in names.items()}, "left_at": one.written}
    return signed_by(whose.public_key, one.signature, canonical(said))
