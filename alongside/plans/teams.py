"""Who on the team is ready to work by a version."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q

from alongside.foundation.errors import NotHere
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor, Capacity, ask
from alongside.people.models import TeamPlace
from alongside.plans.lookups.readiness import ReadyFacts, readiness
from alongside.plans.models import PlanVersion


@dataclass(frozen=True)
class Member:
    """Somebody on the team today. `may_train`: whoever looks may say that they trained this person."""

    name: str
    part: str
    facts: ReadyFacts
    in_grace: bool
    may_train: bool

    @property
    def state(self) -> str:
        """ready, grace, unread, untrained or neither."""
        prepared = self.facts.prepared
        if prepared.ready:
            return "ready"
        if self.in_grace:
            return "grace"
        return "neither" if not (prepared.read or prepared.competent) else "untrained" if prepared.read else "unread"


@dataclass(frozen=True)
class TeamShown:
    """A version and the team of today, who are not ready first."""

    client_id: UUID
    version_id: UUID
    number: int
    kind: str
    in_force: bool
    day: date
    members: tuple[Member, ...]

    @property
    def not_ready(self) -> int:
        return sum(not member.facts.prepared.ready for member in self.members)


def team_of(by: Actor, on: PlanVersion) -> TeamShown:
    """The same for a page that has asked already. Raises NotHere for a draft."""
    if on.published_at is None:
        raise NotHere("plans.PlanVersion")
    day = today(by.zone)
    lasting = Q(ended_on=None) | Q(ended_on__gt=day)
    places = TeamPlace.objects.filter(lasting, client_id=on.client_id, began_on__lte=day).select_related("staff__party")
    of = {place.staff_id: place for place in places.order_by("began_on")}
    facts = readiness(on, of, zone=ZoneInfo(by.zone))
    may = isinstance(ask(by, "plans.train", on), Capacity) and on.ended_at is None
    members = [_member(of[id], facts[id], day, may and id != by.staff_id) for id in of]
    return TeamShown(
        client_id=on.client_id, version_id=on.pk, number=on.number, kind=on.plan.kind, in_force=on.ended_at is None,
        day=day, members=tuple(sorted(members, key=lambda m: (m.facts.prepared.ready, m.name.casefold()))),
    )  # fmt: skip


def _member(place: TeamPlace, facts: ReadyFacts, day: date, may_train: bool) -> Member:
    in_grace = facts.grace_until is not None and day <= facts.grace_until
    return Member(place.staff.party.name, place.part, facts, in_grace, may_train and not facts.prepared.wrote)
