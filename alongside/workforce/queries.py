"""What a page may show of the people who work here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q

import alongside.workforce.policy  # noqa: F401  (the rules of these verbs)
from alongside.foundation import reference
from alongside.foundation.doing import query
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.workforce.models import Cover, Role, Seat, Staff, Supervision


@dataclass(frozen=True)
class StaffLine:
    """A member of staff in a list: names of the roles held today."""

    id: UUID
    party_id: UUID
    name: str
    credential: str
    roles: tuple[str, ...]
    began_on: date
    ended_on: date | None


@dataclass(frozen=True)
class Held:
    """Something dated: a role, a supervision or a cover, with the other person where there is one."""

    id: UUID
    name: str
    began_on: date
    ended_on: date | None
    over: bool

    @property
    def last_day(self) -> date | None:
        """The last day on which it holds."""
        return self.ended_on - timedelta(days=1) if self.ended_on else None


@dataclass(frozen=True)
class StaffPage:
    """One member of staff: what they are here, who supervises them, whom they supervise, who covers."""

    id: UUID
    party_id: UUID
    name: str
    given: str
    family: str
    preferred: str
    pronouns: str
    credential: str
    began_on: date
    ended_on: date | None
    roles: tuple[Held, ...]
    supervisors: tuple[Held, ...]
    supervisees: tuple[Held, ...]
    covered_by: tuple[Held, ...]
    covers_for: tuple[Held, ...]
    seats: int

    @property
    def last_day(self) -> date | None:
        """The last day on which it holds."""
        return self.ended_on - timedelta(days=1) if self.ended_on else None


@query("workforce.directory", on="agencies.Agency")
def directory(*, by: Actor, on: Any) -> tuple[StaffLine, ...]:
    """Everybody who works or worked here, by name, those who left last. Two statements."""
    day, names = today(by.zone), reference.load("roles")["role"]
    held: dict[UUID, list[str]] = {}
    for role in Role.objects.filter(_on(day)).order_by("began_on", "role"):
        held.setdefault(role.staff_id, []).append(names[role.role]["name"])
    everybody = Staff.objects.select_related("party")
    lines = [_line(staff, tuple(held.get(staff.pk, ()))) for staff in everybody]
    return tuple(sorted(lines, key=lambda line: (line.ended_on is not None, line.name.casefold())))


@query("workforce.see", on="workforce.Staff", fetch=("party",))
def see(*, by: Actor, on: Staff) -> StaffPage:
    """One member of staff with everything dated about them. Five statements."""
    day, party = today(by.zone), on.party
    supervisions = Supervision.objects.filter(Q(supervisee=on) | Q(supervisor=on)).select_related(
        "supervisor__party", "supervisee__party"
    )
    covers = Cover.objects.filter(Q(absent=on) | Q(stand_in=on)).select_related("absent__party", "stand_in__party")
    names = reference.load("roles")["role"]
    return StaffPage(
        id=on.pk, party_id=party.pk, name=party.name, given=party.legal_given, family=party.legal_family,
        preferred=party.preferred_name, pronouns=party.pronouns, credential=on.credential, began_on=on.began_on,
        ended_on=on.ended_on,
        roles=_held(((r, names[r.role]["name"]) for r in Role.objects.filter(staff=on)), day),
        supervisors=_held(((s, s.supervisor.party.name) for s in supervisions if s.supervisee_id == on.pk), day),
        supervisees=_held(((s, s.supervisee.party.name) for s in supervisions if s.supervisor_id == on.pk), day),
        covered_by=_held(((c, c.stand_in.party.name) for c in covers if c.absent_id == on.pk), day),
        covers_for=_held(((c, c.absent.party.name) for c in covers if c.stand_in_id == on.pk), day),
        seats=Seat.objects.filter(staff=on, ended_at=None).count(),
    )  # fmt: skip


def _line(staff: Staff, roles: tuple[str, ...]) -> StaffLine:
    return StaffLine(
        staff.pk, staff.party_id, staff.party.name, staff.credential, roles, staff.began_on, staff.ended_on
    )


def _on(day: date) -> Q:
    return Q(began_on__lte=day) & (Q(ended_on=None) | Q(ended_on__gt=day))


def _held(rows: Iterable[tuple[Any, str]], day: date) -> tuple[Held, ...]:
    """Those in force or to come before those that are over, the newest first."""
    return tuple(sorted((_one(row, name, day) for row, name in rows), key=lambda h: (h.over, -h.began_on.toordinal())))


def _one(row: Any, name: str, day: date) -> Held:
    if hasattr(row, "ends_on"):
        return Held(row.pk, name, row.began_on, row.ends_on + timedelta(days=1), row.ends_on < day)
    return Held(row.pk, name, row.began_on, row.ended_on, row.ended_on is not None and row.ended_on <= day)
