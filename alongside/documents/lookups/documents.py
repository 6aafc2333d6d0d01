"""Documents as the apps above read them: the draft at work, and the versions with what stands on them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import F, Max, OuterRef, Subquery
from django.db.models.functions import Coalesce

from alongside.documents.models import Aside, DeviceSignature, Document, Draft, Return, Signature, Version


@dataclass(frozen=True)
class AtWork:
    """The draft of a document: its text, how often it was saved, and the number its version will have."""

    document: UUID
    form: str
    form_edition: str
    body: Mapping[str, Any]
    saved: int
    saved_at: datetime
    next: int


@dataclass(frozen=True)
class Signed:
    """A signature as it was printed when it was made. `device_at`: when, by the clock of a device without signal."""

    name: str
    credential: str
    capacity: str
    meaning: str
    digest: str
    at: datetime
    staff_id: UUID
    device_at: datetime | None = None


@dataclass(frozen=True)
class SentBack:
    """That a version was returned: by whom, when, why."""

    staff_id: UUID
    reason: str
    at: datetime


@dataclass(frozen=True)
class Written:
    """One version, its signatures in order, and its return when there was one."""

    id: UUID
    number: int
    kind: str
    body: Mapping[str, Any]
    digest: str
    reason: str
    late: bool
    at: datetime
    form: str
    form_edition: str
    signatures: tuple[Signed, ...] = ()
    returned: SentBack | None = None


@dataclass(frozen=True)
class Kept:
    """A text that was saved on an older draft, kept beside it."""

    id: UUID
    body: Mapping[str, Any]
    based_on: int
    staff_id: UUID
    at: datetime


def is_taken(document_id: UUID) -> bool:
    """Whether there is a document of this id. One statement."""
    return Document.objects.filter(pk=document_id).exists()


def at_work(document_id: UUID) -> AtWork | None:
    """The draft of a document, or None when there is nothing at work. One statement."""
    newest = Version.objects.filter(document=OuterRef("document_id")).values("document").values(top=Max("number"))
    row = (
        Draft.objects.filter(document_id=document_id)
        .annotate(next=Coalesce(Subquery(newest), 0) + 1, form=F("document__form"), ed=F("document__form_edition"))
        .values_list("document_id", "form", "ed", "body", "saved", "saved_at", "next")
        .first()
    )
    return AtWork(*row) if row else None


def versions(document_id: UUID) -> tuple[Written, ...]:
    """Every version, oldest first, with signatures and returns. Three statements."""
    rows = list(Version.objects.filter(document_id=document_id).select_related("document").order_by("number"))
    ids = [row.pk for row in rows]
    signed: dict[UUID, list[Signed]] = {pk: [] for pk in ids}
    away = DeviceSignature.objects.filter(signature=OuterRef("pk")).values("signed_at")[:1]
    for s in Signature.objects.filter(version__in=ids).annotate(device_at=Subquery(away)).order_by("at"):
        one = Signed(s.name, s.credential, s.capacity, s.meaning, s.digest, s.at, s.staff_id, s.device_at)
        signed[s.version_id].append(one)
    back = {r.version_id: SentBack(r.staff_id, r.reason, r.at) for r in Return.objects.filter(version__in=ids)}
    return tuple(_written(v, tuple(signed[v.pk]), back.get(v.pk)) for v in rows)


def signed_versions(version_ids: Iterable[UUID]) -> dict[UUID, tuple[int, tuple[Signed, ...]]]:
    """Versions by id: their number and the signatures on them, in order. Two statements."""
    ids = list(version_ids)
    numbers = dict(Version.objects.filter(pk__in=ids).values_list("pk", "number"))
    signed: dict[UUID, list[Signed]] = {pk: [] for pk in numbers}
    for s in Signature.objects.filter(version__in=ids).order_by("at"):
        one = Signed(s.name, s.credential, s.capacity, s.meaning, s.digest, s.at, s.staff_id)
        signed[s.version_id].append(one)
    return {pk: (number, tuple(signed[pk])) for pk, number in numbers.items()}


def newest(document_id: UUID, *, whole: bool = False) -> Written | None:
    """The newest version, or the newest that is no addendum, without what stands on it. One statement."""
    rows = Version.objects.filter(document_id=document_id)
    found = (rows.exclude(kind="addendum") if whole else rows).select_related("document").order_by("-number").first()
    return _written(found) if found else None


def last_return(document_id: UUID) -> SentBack | None:
    """The return that the newest version was answered with, or None. One statement."""
    top = Version.objects.filter(document=document_id).order_by("-number").values("pk")[:1]
    r = Return.objects.filter(version__in=Subquery(top)).first()
    return SentBack(r.staff_id, r.reason, r.at) if r else None


def ever_returned(document_ids: Iterable[UUID]) -> set[UUID]:
    """Which of these documents went back to their author at least once. One statement."""
    rows = Return.objects.filter(version__document__in=list(document_ids))
    return set(rows.values_list("version__document_id", flat=True))


def asides(document_id: UUID, *, since: datetime) -> tuple[Kept, ...]:
    """Texts kept beside the draft since it was last saved. One statement."""
    rows = Aside.objects.filter(document_id=document_id, at__gte=since).order_by("at")
    return tuple(Kept(a.pk, a.body, a.based_on, a.staff_id, a.at) for a in rows)


def aside(document_id: UUID, aside_id: UUID | str) -> Kept | None:
    """One of them. One statement."""
    a = Aside.objects.filter(document_id=document_id, pk=aside_id).first()
    return Kept(a.pk, a.body, a.based_on, a.staff_id, a.at) if a else None


def _written(v: Version, signatures: tuple[Signed, ...] = (), returned: SentBack | None = None) -> Written:
    return Written(
        v.pk, v.number, v.kind, v.body, v.digest, v.reason, v.late, v.at, v.document.form, v.document.form_edition,
        signatures, returned,
    )  # fmt: skip
