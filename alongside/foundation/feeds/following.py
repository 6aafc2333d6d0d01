"""Following the feed: each settled entry once, in order; what fails is parked and tried again."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import connection, transaction
from django.db.models.functions import Now

from alongside.foundation import tenancy
from alongside.foundation.models import Entry, Feed, ParkedReaction

Reaction = Callable[[Entry], None]
TRIES = 5
BATCH = 200


@dataclass(frozen=True)
class Follower:
    """A named reader of the feed and what it does, by verb."""

    name: str
    reactions: Mapping[str, Sequence[Reaction]]


def follow(agency_id: UUID, follower: Follower) -> int:
    """Carry out what follows from newly placed entries, then what was parked; how many entries were read.

    The position moves in the same transaction as the reactions of its batch, so a kill loses and doubles nothing.
    """
    read = 0
    while True:
        with tenancy.inside(agency_id):
            batch = _next(follower)
            for entry in batch:
                for reaction in follower.reactions.get(entry.verb, ()):
                    _try(entry, reaction)
        read += len(batch)
        if len(batch) < BATCH:
            break
    with tenancy.inside(agency_id):
        _try_parked(follower)
    return read


def _next(follower: Follower) -> list[Entry]:
    """Up to BATCH entries after the follower's position, which moves past them. Done entries only."""
    Feed.objects.get_or_create(name=follower.name)
    feed = Feed.objects.select_for_update().get(name=follower.name)
    with connection.cursor() as cursor:
        cursor.execute(
            "select entry_id, position from foundation_position where position > %s order by position limit %s",
            [feed.position, BATCH],
        )
        places = cursor.fetchall()
    if not places:
        return []
    feed.position = places[-1][1]
    feed.save(update_fields=["position"])
    found = {e.pk: e for e in Entry.objects.filter(pk__in=[entry for entry, _ in places], outcome="done")}
    return [found[entry] for entry, _ in places if entry in found]


def _try(entry: Entry, reaction: Reaction) -> bool:
    try:
        with transaction.atomic():
            reaction(entry)
        return True
    except Exception as fault:  # a failing reaction is parked with its fault, and the others go on
        _park(entry, reaction.__name__, fault)
        return False


def _park(entry: Entry, name: str, fault: Exception) -> None:
    parked, _ = ParkedReaction.objects.get_or_create(entry_id=entry.pk, reaction=name, defaults={"fault": ""})
    parked.tries += 1
    parked.fault = type(fault).__name__  # never the message: it may hold content
    parked.last_at = Now()
    parked.save()


def _try_parked(follower: Follower) -> None:
    """Try again what failed fewer than TRIES times; the rest waits on the desk for a person."""
    by_name = {r.__name__: r for reactions in follower.reactions.values() for r in reactions}
    for parked in ParkedReaction.objects.filter(settled_at=None, tries__lt=TRIES).order_by("first_at")[:BATCH]:
        reaction, entry = by_name.get(parked.reaction), Entry.objects.filter(pk=parked.entry_id).first()
        if reaction and entry and _try(entry, reaction):
            parked.settled_at = Now()
            parked.save(update_fields=["settled_at"])


def parked(most: int = 100) -> list[tuple[ParkedReaction, str]]:
    """What was given up after TRIES tries and waits for a person, with the verb of its entry, oldest first."""
    rows = list(ParkedReaction.objects.filter(settled_at=None, tries__gte=TRIES).order_by("first_at")[:most])
    verbs = dict(Entry.objects.filter(pk__in=[row.entry_id for row in rows]).values_list("pk", "verb"))
    return [(row, verbs[row.entry_id]) for row in rows]
