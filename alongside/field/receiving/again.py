"""What was kept unsettled, on its way again because a person decided so."""

from uuid import UUID

from django.db.models import Max

from alongside.field.models import Enrolment, Hold, Receipt
from alongside.field.receiving.handed_in import envelope_of
from alongside.field.receiving.opening import operation
from alongside.field.receiving.run import Item
from alongside.field.receiving.standing import Kept, OnDevice
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.typed_text import checked

NAMES = ("id", "digest", "seq", "kind", "outcome", "reasons", "body", "envelope", "off_ms", "received_at")


def undecided(hold: Hold) -> None:
    """Raises Unacceptable for what somebody decided about already."""
    hold.refresh_from_db()  # a hand-in may have settled it while this waited for the device
    if hold.settled_at is not None:
        raise Unacceptable(Fault("field.fault.decided"))


def why(reason: str) -> str:
    """The reason that somebody gives, in a few words at least. Raises Unacceptable."""
    words = checked(lines=True, most=1000, reason=reason)["reason"]
    if len(words) < 4:
        raise Unacceptable(Fault("field.fault.why", "reason"))
    return words


def kept_of(rows: list[Hold]) -> dict[UUID, Kept]:
    """What is kept unsettled, by its row's id, with the turn of its newest receipt."""
    turns = {
        (row["operation_id"], row["digest"]): row["newest"]
        for row in Receipt.objects.filter(operation_id__in=[row.operation_id for row in rows])
        .values("operation_id", "digest")
        .annotate(newest=Max("turn"))
    }
    return {row.pk: _kept(row, turns[row.operation_id, row.digest]) for row in rows}


def _kept(row: Hold, turn: int) -> Kept:
    return Kept(
        **{name: getattr(row, name) for name in NAMES}, operation=row.operation_id, turn=turn,
        enrolment=row.enrolment_id, device=row.device_id, staff=row.staff_id, key=row.key_id, on=row.on_id,
    )  # fmt: skip


def item_of(kept: Kept, row: Hold) -> Item:
    """The operation of a hold on its way, as its author's."""
    enrolment = Enrolment.objects.get(pk=row.enrolment_id) if row.enrolment_id else None
    whose = OnDevice(enrolment.pk, enrolment.staff_id, b"", enrolment.next_seq, None) if enrolment else None
    plain = operation(kept.body, envelope_of(kept.envelope)) if kept.body else None
    return Item(
        kept.operation, kept.seq, kept.digest, kept.envelope, kept.key, whose, plain, True, kept,
        off_ms=kept.off_ms, outcome=kept.outcome, reasons=kept.reasons,
    )  # fmt: skip
