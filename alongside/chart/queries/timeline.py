"""Everything by day, and all notes."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from alongside.chart.events import Event, events, opens
from alongside.foundation.doing import query
from alongside.foundation.policy import Actor
from alongside.notes.lookups import NoteFacts, newest_notes
from alongside.people.banner import Banner, banner
from alongside.workforce.lookups import names

PAGE = 40


@dataclass(frozen=True)
class Timeline:
    """A page of events; `earlier`: where the next page begins, or None."""

    banner: Banner
    events: tuple[Event, ...]
    earlier: datetime | None


@dataclass(frozen=True)
class Notes:
    """A page of notes, newest first, each with its author's name and whether the reader may open it."""

    banner: Banner
    notes: tuple[tuple[NoteFacts, str, bool], ...]
    earlier: datetime | None


@query("chart.timeline", on="people.Client")
def timeline(*, by: Actor, on: Any, before: datetime | None = None) -> Timeline:
    """What happened, PAGE events at a time."""
    found = events(on.pk, by=by, most=PAGE + 1, before=before)
    return Timeline(banner(on.pk), tuple(found[:PAGE]), found[PAGE - 1].at if len(found) > PAGE else None)


@query("chart.notes", on="people.Client")
def notes(*, by: Actor, on: Any, before: datetime | None = None) -> Notes:
    """The client's notes, PAGE at a time."""
    found = newest_notes(on.pk, most=PAGE + 1, before=before)
    called = names({n.author_id for n in found})
    shown = tuple((n, called[n.author_id], opens(by, n)) for n in found[:PAGE])
    return Notes(banner(on.pk), shown, found[PAGE - 1].made_at if len(found) > PAGE else None)
