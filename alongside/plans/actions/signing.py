"""Signing a version, and looking it over."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from alongside.foundation import files, reference
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import checked
from alongside.people.models import Contact
from alongside.plans import known as knowledge
from alongside.plans.models import Objective, PlanReview, PlanSignature, PlanVersion, ReviewLine
from alongside.plans.rules import signing

SCANS = ("application/pdf", "image/png", "image/jpeg")


@action("plans.sign", on="plans.PlanVersion", makes=True)
def sign(*, by: Actor, on: PlanVersion, base: str, capacity: str = "clinician") -> PlanSignature:
    """Whoever asks signs this version as its clinician or prescriber. `base`: the digest that was on the screen.

    Raises Unacceptable where it was another text, or where they signed already.
    """
    _in_force(on)
    _same_text(on, base)
    if capacity not in ("clinician", "prescriber"):
        raise Unacceptable(Fault("plans.fault.choice", "capacity"))
    return _kept(
        version=on, capacity=capacity, how="own", name=by.name, relation=by.credential, staff_id=by.staff_id,
        signed_on=today(by.zone), noted_by_id=by.staff_id,
    )  # fmt: skip


@action("plans.note_signature", on="plans.PlanVersion", makes=True)
def note_signature(
    *, by: Actor, on: PlanVersion, base: str, capacity: str, how: str, name: str = "", relation: str = "",
    contact_id: UUID | None = None, agreed: bool = False, reason: str = "", signed_on: date | None = None,
    try_on: date | None = None, scan: tuple[str, bytes] | None = None,
) -> PlanSignature:  # fmt: skip
    """Somebody signed on this device (`agreed`), signed on paper (`scan`: name and content), refused, or was not there.

    A contact's name and relation are printed as they stand today. Raises Unacceptable.
    """
    _in_force(on)
    _same_text(on, base)
    said = checked(name=name, relation=relation) | checked(reason=reason, lines=True, most=500)
    if contact_id is not None:
        said |= _contact(on, contact_id)
    day, known = today(by.zone), reference.load("treatment")
    if how == "unavailable" and try_on is None:
        try_on = day + timedelta(days=known["try_again_days"])
    faults = signing.signature_faults(
        capacity=capacity, how=how, name=said["name"], reason=said["reason"], agreed=agreed, today=day, known=known,
        signed_on=signed_on or day, try_on=try_on, begins_on=_local(on, by),
    )  # fmt: skip
    if scan is not None and files.media_type(scan[1]) not in SCANS:
        faults.append(Fault("plans.fault.scan", "scan"))
    if faults:
        raise Unacceptable(faults)
    stored = files.keep(scan[1], name=scan[0], staff_id=by.staff_id) if scan else None
    return _kept(
        version=on, capacity=capacity, how=how, contact_id=contact_id, signed_on=signed_on or day, try_on=try_on,
        file=stored, noted_by_id=by.staff_id, **said,
    )  # fmt: skip


@action("plans.hold_review", on="plans.PlanVersion", makes=True)
def hold_review(
    *, by: Actor, on: PlanVersion, lines: Sequence[signing.Line], cause: str, took_part: str, decision: str,
    reviewed_on: date | None = None, next_on: date | None = None, remark: str = "",
) -> PlanReview:  # fmt: skip
    """A version was looked over: what was decided of each objective and of the whole, and who took part."""
    _in_force(on)
    day = today(by.zone)
    said = checked(took_part=took_part) | checked(remark=remark, lines=True, most=2_000)
    reasons = checked({str(line.objective_id): line.reason for line in lines}, lines=True, most=500)
    objectives = set(Objective.objects.filter(version=on).values_list("pk", flat=True))
    faults = signing.review_faults(
        lines=lines, objectives=objectives, cause=cause, took_part=said["took_part"], decision=decision,
        reviewed_on=reviewed_on or day, next_on=next_on, today=day, within=knowledge.plans()["review_within_days"],
        known=reference.load("treatment"),
    )  # fmt: skip
    if faults:
        raise Unacceptable(faults)
    review = PlanReview.objects.create(
        version=on, client_id=on.client_id, staff_id=by.staff_id, cause=cause, decision=decision, **said,
        held_as=", ".join(filter(None, (by.name, by.credential))), reviewed_on=reviewed_on or day,
        next_on=next_on if decision == "continue" else None,
    )  # fmt: skip
    ReviewLine.objects.bulk_create(
        ReviewLine(
            review=review, client_id=on.client_id, objective_id=line.objective_id, verdict=line.verdict,
            reason=reasons[str(line.objective_id)],
        )
        for line in lines
    )  # fmt: skip
    return review


def _in_force(version: PlanVersion) -> None:
    if version.published_at is None or version.ended_at is not None:
        raise Unacceptable(Fault("plans.fault.not_in_force"))


def _same_text(version: PlanVersion, base: str) -> None:
    if base != version.digest:
        raise Unacceptable(Fault("plans.fault.other_text"))


def _local(version: PlanVersion, by: Actor) -> date:
    assert version.published_at is not None
    return min(today(by.zone, version.published_at), today(by.zone, version.begins_at))


def _contact(version: PlanVersion, contact_id: UUID) -> dict[str, str]:
    found = Contact.objects.filter(pk=contact_id, client_id=version.client_id).select_related("party").first()
    if found is None:
        raise Unacceptable(Fault("plans.fault.choice", "contact_id"))
    return {"name": found.party.name, "relation": found.relation}


def _kept(*, version: PlanVersion, **said: Any) -> PlanSignature:
    try:
        with transaction.atomic():
            return PlanSignature.objects.create(
                version=version, client_id=version.client_id, digest=version.digest, **said
            )  # fmt: skip
    except IntegrityError as twice:
        raise Unacceptable(Fault("plans.fault.signed_twice", "name", {"name": said["name"]})) from twice
