"""Leaving a signed note as it is, though records of its visit arrived afterwards: a decision with its reason."""

from alongside.documents import lookups as documents
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import checked
from alongside.notes.arriving import arrived
from alongside.notes.models import LeftAsItIs, Note

LEAST_REASON = 10


@action("notes.leave", on="notes.Note", locks=True)
def leave(*, by: Actor, on: Note, reason: str) -> LeftAsItIs:
    """Its author looked at what arrived, and adds nothing. Unacceptable where nothing waits, or without a reason."""
    newest = documents.newest(on.document_id)
    records = arrived(on, newest.at if newest else None)
    if not records:
        raise Unacceptable(Fault("notes.fault.nothing_arrived"))
    why = checked(reason=reason, lines=True, most=1_000)["reason"]
    if len(why) < LEAST_REASON:
        raise Unacceptable(Fault("notes.fault.reason_short", "reason"))
    return LeftAsItIs.objects.create(note=on, client_id=on.client_id, staff_id=by.staff_id, records=records, reason=why)
