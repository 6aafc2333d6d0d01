"""Whose clients go along: those of one's team today, and those visited in the next days whom one may see."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Q
from django.utils.timezone import now

from alongside.foundation.moments import today
from alongside.foundation.policy import ANYONE_HERE, RULES, Actor
from alongside.people.models import Client, TeamPlace
from alongside.schedule.lookups import visits_from_now
from alongside.sessions.diary import Standing, standings
from alongside.sessions.models import Session

DAYS_AHEAD = 7
Found = TypeVar("Found")


@dataclass(frozen=True)
class Caseload:
    """What a pack is made for: one's visits of today and the next days, and the clients one is something to today.

    `held`: client -> what one is to them (team, supervises). `met`: those with whom one has begun a session before.
    """

    by: Actor
    day: date
    visits: tuple[Standing, ...]
    clients: tuple[Client, ...]
    held: dict[UUID, frozenset[str]]
    met: frozenset[UUID]
    kept: dict[Any, Any] = field(default_factory=dict, repr=False)

    def once(self, find: "Callable[[Caseload], Found]") -> Found:
        """What several sections need of all the clients, read once a pack."""
        if find not in self.kept:
            self.kept[find] = find(self)
        found: Found = self.kept[find]
        return found

    def seen_by(self, verb: str) -> list[Client]:
        """The clients of whom this person may see what `verb` shows, by the same grants and rules as its page."""
        return [client for client in self.clients if self._may(verb, client)]

    def _may(self, verb: str, client: Client) -> bool:
        granted = {r for (_, v), relations in self.by.grants.items() if v == verb for r in relations}
        return bool(granted & (self.held[client.pk] | ANYONE_HERE)) and not RULES[verb].circumstance(self.by, client)


def caseload(by: Actor) -> Caseload:
    """Five statements. A glass that was broken opens nothing here: it ends sooner than a pack."""
    day = today(by.zone)
    visits = standings(visits_from_now(by.staff_id, day, day + timedelta(days=DAYS_AHEAD), now=now()))
    held = _held(by, day, {standing.visit.client_id for standing in visits})
    rows = Client.objects.filter(pk__in=held).select_related("party").order_by("pk")
    met = Session.objects.filter(client__in=held, staff=by.staff_id).order_by().values_list("client", flat=True)
    return Caseload(by, day, tuple(visits), tuple(rows), held, frozenset(met.distinct()))


def _held(by: Actor, day: date, visited: Iterable[UUID]) -> dict[UUID, frozenset[str]]:
    """One's own clients, and those visited who are supervised: one place on a team at a time."""
    near = [by.staff_id, *by.supervises]
    rows = TeamPlace.objects.filter(lasting(day), staff__in=near, began_on__lte=day)
    mine = Q(staff=by.staff_id) | Q(client__in=list(visited))
    found: dict[UUID, set[str]] = {}
    for client, staff in rows.filter(mine).values_list("client", "staff"):
        found.setdefault(client, set()).add("team" if staff == by.staff_id else "supervises")
    return {client: frozenset(relations) for client, relations in found.items()}


def lasting(day: date) -> Q:
    """What has not ended on a day."""
    return Q(ended_on=None) | Q(ended_on__gt=day)
