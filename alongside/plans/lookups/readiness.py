"""Who has read a version and was trained on it, and who may be booked by it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from uuid import UUID

from django.db.models import Q

from alongside.foundation import reference
from alongside.people.models import TeamPlace
from alongside.plans.models import PlanVersion, Reading, Training
from alongside.plans.rules.readiness import Prepared, grace_until


@dataclass(frozen=True)
class TrainingFacts:
    """A training: by whom, how, when, and whether the result was competent."""

    by: str
    hows: tuple[str, ...]
    competent: bool
    done_on: date
    remark: str


@dataclass(frozen=True)
class ReadyFacts:
    """One person and one version. `grace_until`: the last day on which they may be booked although not ready."""

    staff_id: UUID
    prepared: Prepared
    read_at: datetime | None
    training: TrainingFacts | None
    grace_until: date | None


@dataclass(frozen=True)
class Unready:
    """Why somebody may not be booked: the version, and which of the two is missing."""

    version_id: UUID
    number: int
    read: bool
    trained: bool


@dataclass(frozen=True)
class ToRead:
    """A behavior plan in force that somebody on the team has not read."""

    client_id: UUID
    given: str
    number: int


def readiness(version: PlanVersion, staff_ids: Iterable[UUID], *, zone: tzinfo) -> dict[UUID, ReadyFacts]:
    """How ready each of these people is for a published version. Three statements."""
    before = PlanVersion.objects.filter(
        plan_id=version.plan_id, published_at__isnull=False, number__lt=version.number
    ).order_by("-number")
    return _facts(version, before.first(), list(staff_ids), zone)


def unready(client_id: UUID, staff_id: UUID, at: datetime) -> Unready | None:
    """What keeps somebody from a visit at `at` (in the visit's zone) by the behavior plan in force; None: nothing.

    Three statements at most. Visits before the version began were not made by it.
    """
    rows = PlanVersion.objects.filter(client_id=client_id, plan__kind="behaviour", published_at__isnull=False)
    version, *rest = [*rows.order_by("-number")[:2], None, None]
    if version is None or version.ended_at is not None or version.begins_at is None or at < version.begins_at:
        return None
    assert at.tzinfo is not None
    [facts] = _facts(version, rest[0], [staff_id], at.tzinfo).values()
    if facts.prepared.ready or (facts.grace_until is not None and at.date() <= facts.grace_until):
        return None
    return Unready(version.pk, version.number, facts.prepared.read, facts.prepared.competent)


def to_read(staff_id: UUID, day: date) -> tuple[ToRead, ...]:
    """Behavior plans in force that somebody has not read, of clients on whose team they are that day. One statement."""
    lasting = Q(ended_on=None) | Q(ended_on__gt=day)
    mine = TeamPlace.objects.filter(lasting, staff_id=staff_id, began_on__lte=day).values("client_id")
    rows = PlanVersion.objects.filter(
        client_id__in=mine, plan__kind="behaviour", published_at__isnull=False, ended_at__isnull=True
    ).exclude(published_by_id=staff_id)
    read = Reading.objects.filter(staff_id=staff_id).values("version_id")
    unread = rows.exclude(pk__in=read).select_related("client__party").order_by("begins_at")
    return tuple(ToRead(row.client_id, row.client.party.given, row.number) for row in unread)


def _facts(version: PlanVersion, before: PlanVersion | None, staff: list[UUID], zone: tzinfo) -> dict[UUID, ReadyFacts]:
    assert version.published_at is not None  # asked of published versions only
    versions = [v.pk for v in (version, before) if v]
    read = Reading.objects.filter(version_id__in=versions, staff_id__in=staff)
    reads = {(version_id, staff_id): at for version_id, staff_id, at in read.values_list("version", "staff", "at")}
    trainings = Training.objects.filter(version_id__in=versions, staff_id__in=staff).order_by("at")
    trained = {(row.version_id, row.staff_id): row for row in trainings}

    def prepared(of: PlanVersion, who: UUID) -> Prepared:
        row = trained.get((of.pk, who))
        return Prepared((of.pk, who) in reads, row is not None and row.competent, of.published_by_id == who)

    limits, published_on = reference.load("readiness"), version.published_at.astimezone(zone).date()
    return {
        who: ReadyFacts(
            who, prepared(version, who), reads.get((version.pk, who)), _training(trained.get((version.pk, who))),
            grace_until(
                published_on=published_on, taken_over=bool(version.taken_from),
                before=prepared(before, who) if before else None, limits=limits,
            ),
        )
        for who in staff
    }  # fmt: skip


def _training(row: Training | None) -> TrainingFacts | None:
    return TrainingFacts(row.trained_as, tuple(row.hows), row.competent, row.done_on, row.remark) if row else None
