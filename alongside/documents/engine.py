"""Writing documents down: drafts, versions, signatures, returns. Called by actions of the apps above, never by a door.

Whoever calls has been asked: these functions decide nothing about who may.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import F
from django.db.models.functions import Now

from alongside.documents.devices import OnDevice
from alongside.documents.models import Aside, DeviceSignature, Document, Draft, Return, Signature, Version
from alongside.documents.sealing import Sealed
from alongside.foundation.ids import uuid7
from alongside.foundation.policy import Actor


@dataclass(frozen=True)
class Saved:
    """What became of a saving: the draft's new count, or, when it was stale, the aside that keeps the text."""

    count: int
    aside: UUID | None = None


def begin(
    *, client_id: UUID, author_id: UUID, form: str, form_edition: str, body: Mapping[str, Any], id: UUID | None = None
) -> Document:
    """A new document with its first draft; `id` where it was made on a device. Two statements."""
    document = Document.objects.create(
        id=id or uuid7(), client_id=client_id, author_id=author_id, form=form, form_edition=form_edition
    )
    open_draft(document.pk, by=author_id, body=body)
    return document


def open_draft(document_id: UUID, *, by: UUID, body: Mapping[str, Any]) -> None:
    """A draft to work on; there is at most one a document."""
    Draft.objects.create(document_id=document_id, body=body, saved_by_id=by)


def save(*, by: Actor, document_id: UUID, body: Mapping[str, Any], based_on: int) -> Saved:
    """Replace the draft that `based_on` counts. A stale text is kept beside the newer one, which stays as it is."""
    fresh = Draft.objects.filter(document_id=document_id, saved=based_on).update(
        body=body, saved=F("saved") + 1, saved_at=Now(), saved_by_id=by.staff_id
    )
    if fresh:
        return Saved(based_on + 1)
    return Saved(based_on, put_aside(by=by, document_id=document_id, body=body, based_on=based_on))


def put_aside(*, by: Actor, document_id: UUID, body: Mapping[str, Any], based_on: int) -> UUID:
    """Keep a text beside the draft, for a person to choose."""
    return Aside.objects.create(document_id=document_id, body=body, based_on=based_on, staff_id=by.staff_id).pk


def take_draft(document_id: UUID, *, saved: int) -> bool:
    """End the draft that `saved` counts: one statement which two signers cannot both win. False when it is not that."""
    gone, _ = Draft.objects.filter(document_id=document_id, saved=saved).delete()
    return bool(gone)


def publish(sealed: Sealed, *, by: Actor, reason: str = "", late: bool = False) -> Version:
    """A version, for good. Its digest was made when it was sealed."""
    return Version.objects.create(
        document_id=sealed.document, number=sealed.number, kind=sealed.kind, body=sealed.body, digest=sealed.digest,
        reason=reason, late=late, made_by_id=by.staff_id,
    )  # fmt: skip


def sign(version_id: UUID, *, by: Actor, digest: str, meaning: str, capacity: str, confirmed_at: datetime) -> Signature:
    """One person's signature, with name and credential as they are printed today. PostgreSQL refuses another digest."""
    return Signature.objects.create(
        version_id=version_id, staff_id=by.staff_id, meaning=meaning, digest=digest, name=by.name,
        credential=by.credential, capacity=capacity, confirmed_at=confirmed_at,
    )  # fmt: skip


def keep_device(signature: Signature, made: OnDevice) -> DeviceSignature:
    """What a signature that was made on a device stands on. The caller has verified it."""
    return DeviceSignature.objects.create(
        signature=signature, device_id=made.device, enrolment_id=made.enrolment, statement=made.statement,
        public_key=made.public_key, value=made.value, signed_at=made.signed_at,
    )  # fmt: skip


def give_back(version_id: UUID, *, by: Actor, reason: str) -> Return:
    """A version goes back to its author, with the reason."""
    return Return.objects.create(version_id=version_id, staff_id=by.staff_id, reason=reason)
