"""Setting aside what was held: it is not carried out, stays on record with the reason, and its device is told."""

from datetime import UTC, datetime

from alongside.field.models import Decision, Device, Hold, Receipt
from alongside.field.receiving.again import undecided, why
from alongside.field.receiving.run import reason as reason_of
from alongside.foundation.doing import action
from alongside.foundation.policy import Actor

OF_A_NOTE = ("notes.save/1", "notes.sign/1")


@action("field.set_aside", on="field.Hold", locks=True)
def set_aside(*, by: Actor, on: Hold, reason: str) -> None:
    """It is not carried out, and stays on record with the reason. A newer receipt tells the device.

    With a note go what was saved and signed of it: there is nothing any more that they could be carried out on.
    """
    Device.objects.select_for_update(no_key=True).get(pk=on.device_id)  # no hand-in of it meanwhile
    undecided(on)
    words = why(reason)
    for hold in (on, *_of_the_note(on)):
        Decision.objects.create(hold=hold, way="set_aside", by_id=by.staff_id, reason=words)
        Hold.objects.filter(pk=hold.pk).update(settled_at=datetime.now(UTC))
        _told(hold)


def _of_the_note(hold: Hold) -> list[Hold]:
    if hold.kind != "notes.draft/1":
        return []
    rows = Hold.objects.filter(enrolment=hold.enrolment_id, on_id=hold.operation_id, settled_at=None)
    return list(rows.filter(kind__in=OF_A_NOTE).order_by("seq"))


def _told(hold: Hold) -> None:
    """The hold keeps why it was one; its receipt says what came of it."""
    newest = Receipt.objects.filter(operation_id=hold.operation_id, digest=hold.digest).order_by("-turn")[0]
    Receipt.objects.create(
        operation_id=hold.operation_id, digest=hold.digest, turn=newest.turn + 1, device_id=hold.device_id,
        enrolment_id=newest.enrolment_id, staff_id=newest.staff_id, seq=hold.seq, claims=False, kind=newest.kind,
        outcome="held", reasons=[reason_of("set_aside"), *hold.reasons], at=newest.at, tick=newest.tick,
    )  # fmt: skip
