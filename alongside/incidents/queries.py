"""The page of one crisis."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from alongside.foundation import reference
from alongside.foundation.doing import query
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor, Capacity, ask
from alongside.incidents.lookups import CrisisFacts, LineFacts, timeline
from alongside.incidents.models import Crisis
from alongside.people.banner import Banner, banner
from alongside.people.models import TeamPlace
from alongside.workforce.lookups import names

GROUPS = ("stage", "calmer", "safe", "told", "hands", "other")


@dataclass(frozen=True)
class CrisisShown:
    """A crisis with its steps and who took each; what can be tapped; whose it may be while nobody said it."""

    crisis: CrisisFacts
    banner: Banner | None
    lines: tuple[tuple[LineFacts, str], ...]
    author: str
    closed_by: str
    offered: tuple[tuple[str, tuple[str, ...]], ...]
    clients: tuple[tuple[UUID, str], ...]
    may_mark: bool


@query("incidents.see", on="incidents.Crisis")
def see(*, by: Actor, on: Crisis) -> CrisisShown:
    """Its timeline, for whoever was there and who answers for the client. At most eight statements."""
    found = timeline(on.pk)
    called = names({found.crisis.staff_id, found.crisis.closed_by, *(line.staff_id for line in found.lines)})
    may_mark = isinstance(ask(by, "incidents.mark", on), Capacity)
    return CrisisShown(
        crisis=found.crisis,
        banner=banner(on.client_id) if on.client_id else None,
        lines=tuple((line, called[line.staff_id]) for line in found.lines),
        author=called[found.crisis.staff_id],
        closed_by=called[found.crisis.closed_by] if found.crisis.closed_by else "",
        offered=_offered() if may_mark else (),
        clients=_own(on.staff_id, today(by.zone)) if may_mark and on.client_id is None else (),
        may_mark=may_mark,
    )


def _offered() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What one tap keeps, group by group; what needs words stands apart."""
    lines: list[dict[str, Any]] = reference.load("crisis")["line"]
    taps = [one for one in lines if not one.get("needs_words")]
    groups = ((group, tuple(one["key"] for one in taps if one["group"] == group)) for group in GROUPS)
    return tuple((group, keys) for group, keys in groups if keys)


def _own(staff_id: UUID, day: date) -> tuple[tuple[UUID, str], ...]:
    """The clients of whoever began it, by name."""
    lasting = Q(ended_on=None) | Q(ended_on__gt=day)
    places = TeamPlace.objects.filter(lasting, staff=staff_id, began_on__lte=day).select_related("client__party")
    found = {place.client_id: place.client.party.name for place in places}
    return tuple(sorted(found.items(), key=lambda one: one[1].casefold()))
