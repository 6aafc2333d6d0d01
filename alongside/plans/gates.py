"""Who agreed to restrictive procedures, read for those who ask whether one stands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from alongside.foundation.errors import Fault
from alongside.foundation.policy import Actor
from alongside.plans import known
from alongside.plans.models import Approval
from alongside.plans.rules import missing, restrictive, texts
from alongside.plans.rules.restrictive import Approved, Gate


@dataclass(frozen=True)
class Standing:
    """A procedure with its gates as they are on a day."""

    said: texts.Restriction
    gates: tuple[Gate, ...]

    @property
    def is_suspended(self) -> bool:
        return restrictive.is_suspended(self.gates)


def approvals(restriction_ids: Iterable[UUID | None]) -> Mapping[UUID, tuple[Approved, ...]]:
    """What was agreed to each of these, the newest first. One statement; none where there is nothing to ask."""
    ids = [id for id in restriction_ids if id]
    found: dict[UUID, tuple[Approved, ...]] = {id: () for id in ids}
    for row in Approval.objects.filter(restriction_id__in=ids).order_by("-decided_on", "-noted_at") if ids else ():
        found[row.restriction_id] += (approved(row),)
    return found


def approved(row: Approval) -> Approved:
    return Approved(
        id=row.pk, gate=row.gate, by=row.agreed_by, capacity=row.capacity, decided_on=row.decided_on,
        expires_on=row.expires_on, wording=row.wording, paper=row.paper, withdrawn_on=row.withdrawn_on,
        withdrawn_because=row.withdrawn_because,
    )  # fmt: skip


def standing(restrictions: Iterable[texts.Restriction], *, on: date) -> tuple[Standing, ...]:
    """Each procedure with its gates. One statement; none where there is no procedure."""
    these = tuple(restrictions)
    given = approvals(this.restriction_id for this in these)
    return tuple(Standing(this, open_of(this, given.get(_id(this), ()), on=on)) for this in these)


def open_of(this: texts.Restriction, given: Iterable[Approved], *, on: date) -> tuple[Gate, ...]:
    """The gates of one procedure with what was agreed to it."""
    return restrictive.gates(this, given, known=known.restrictive(), today=on)


def _id(this: texts.Restriction) -> UUID:
    assert this.restriction_id is not None  # it was read from its line
    return this.restriction_id


def lacking(by: Actor, whole: texts.Whole) -> tuple[Fault, ...]:
    """All that a version lacks before it may be published, by name: its parts, and who has to agree to it."""
    on = datetime.now(UTC).astimezone(ZoneInfo(by.zone)).date()
    faults = missing(whole, knowledge=known.plans(), settings=known.settings(), today=on)
    given = approvals(this.restriction_id for this in whole.restrictions)
    faults += restrictive.restrictive_faults(whole.restrictions, given, known=known.restrictive(), today=on)
    return tuple(faults)
