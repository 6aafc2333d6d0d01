"""Recording what was allowed or refused, and that it was taken back."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from alongside.consents import rules
from alongside.consents.models import READERS, TELLING, WAYS, WHAT, Consent, End
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import checked
from alongside.people.models import Client, Contact


@action("consents.record", on="people.Client", makes=True, fetch=("party",))
def record(
    *, by: Actor, on: Client, what: str, given: bool, way: str, contact: UUID | None = None, by_whom: str = "",
    words: str = "", reader: str = "", recipient: str = "", decided_on: date | None = None,
    begins_on: date | None = None, until: date | None = None,
) -> Consent:  # fmt: skip
    """Somebody who may decide said yes or no. Who: `by_whom` as typed, else the contact, else the client.

    Raises Unacceptable by field.
    """
    decided = decided_on or today(by.zone)
    said: dict[str, Any] = {
        "what": what, "given": given, "way": way, "reader": reader, "decided_on": decided,
        "begins_on": begins_on or decided, "until": until, **checked(by_whom=by_whom, recipient=recipient),
        **checked(words=words, lines=True, most=2_000),
    }  # fmt: skip
    allowed = {"what": WHAT, "way": WAYS, "reader": ("", *READERS)}
    faults = rules.faults(said, allowed=allowed, telling=TELLING, today=today(by.zone))
    who = Contact.objects.select_related("party").filter(pk=contact, client=on).first() if contact else None
    if contact and who is None:
        faults.append(Fault("foundation.field.choice", "contact"))
    if faults:
        raise Unacceptable(faults)
    said["by_whom"] = said["by_whom"] or (who or on).party.name
    return Consent.objects.create(client=on, contact=who, staff_id=by.staff_id, **said)


@action("consents.end", on="consents.Consent", makes=True)
def end(*, by: Actor, on: Consent, reason: str = "") -> End:
    """It was taken back. What was done while it held stays. A release says why it is."""
    why = checked(reason=reason, lines=True, most=1_000)["reason"]
    if on.what in TELLING and len(why) < rules.REASON:
        raise Unacceptable(Fault("consents.fault.reason", "reason"))
    try:
        with transaction.atomic():
            return End.objects.create(consent=on, client_id=on.client_id, reason=why, staff_id=by.staff_id)
    except IntegrityError as twice:  # two at once: the table keeps the first
        raise Unacceptable(Fault("consents.no.ended", "reason")) from twice
