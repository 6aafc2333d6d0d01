"""Which edition of shipped knowledge an agency works by: proposed by one person, adopted or declined by another."""

from datetime import date

from django.db import IntegrityError, transaction

from alongside.agencies import rules
from alongside.agencies.models import Agency
from alongside.foundation import editions
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.models import Adoption, Declined, Edition, Proposal
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import checked


@action("agencies.propose_edition", on="agencies.Agency", makes=True)
def propose_edition(*, by: Actor, on: Agency, kind: str, key: str, edition: str, since: date, reason: str) -> Proposal:
    """Propose to work by an edition from a day on, or with "" to do without that knowledge. Nothing changes yet.

    Raises Unacceptable (edition, since, reason): for knowledge that agencies do not choose, or an edition that is not
    there or not in force on that day; for a day that is over.
    """
    why = checked(reason=reason, lines=True, most=1_000)["reason"]
    found = Edition.objects.filter(kind=kind, key=key, edition=edition).first() if edition else None
    faults = rules.edition_faults(
        chosen=(kind, key) in editions.CHOSEN, known=found is not None or not edition, since=since, reason=why,
        begins=found.effective_from if found else None, ends=found.effective_to if found else None,
        today=today(by.zone),
    )  # fmt: skip
    if faults:
        raise Unacceptable(faults)
    return Proposal.objects.create(
        kind=kind, key=key, edition=edition, used=bool(edition), since=since, reason=why, proposed_by=by.staff_id,
        proposer=by.name,
    )  # fmt: skip


@action("agencies.adopt_edition", on="foundation.Proposal")
def adopt_edition(*, by: Actor, on: Proposal) -> Adoption:
    """Another person agrees: from its day on the agency works by it. Once, and not after it was declined."""
    try:
        with transaction.atomic():
            return Adoption.objects.create(
                proposal=on, kind=on.kind, key=on.key, edition=on.edition, used=on.used, since=on.since,
                proposed_by=on.proposed_by, published_by=by.staff_id, publisher=by.name,
            )  # fmt: skip
    except IntegrityError as twice:
        raise Unacceptable(Fault("agencies.fault.edition_decided")) from twice


@action("agencies.decline_edition", on="foundation.Proposal")
def decline_edition(*, by: Actor, on: Proposal, reason: str) -> Declined:
    """It is not adopted, and why; also who proposed it may say so."""
    why = checked(reason=reason, lines=True, most=1_000)["reason"]
    if len(why) < rules.REASON:
        raise Unacceptable(Fault("agencies.fault.edition_reason", "reason"))
    try:
        with transaction.atomic():
            return Declined.objects.create(proposal=on, declined_by=by.staff_id, decliner=by.name, reason=why)
    except IntegrityError as twice:
        raise Unacceptable(Fault("agencies.fault.edition_decided", "reason")) from twice
