"""What follows an alarm here: the agency's own words that were in force when it was opened, else the product's."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from django.db.models import OuterRef, Subquery

from alongside.instruments.lookups import AlarmFacts
from alongside.instruments.models import PathApproval, PathWording
from alongside.instruments.rules.following import OwnWords, in_force


def agreed(zone: str) -> tuple[OwnWords, ...]:
    """Every wording that somebody else agreed to, the oldest first. One statement."""
    at = PathApproval.objects.filter(wording=OuterRef("pk")).values("at")[:1]
    rows = PathWording.objects.annotate(agreed_at=Subquery(at)).exclude(agreed_at=None).order_by("number")
    return tuple(_own(row, row.agreed_at.astimezone(ZoneInfo(zone)).date()) for row in rows)


def followed(alarms: Sequence[AlarmFacts], zone: str) -> tuple[AlarmFacts, ...]:
    """The same alarms, each with what follows it in this agency's words. One statement, none without an alarm."""
    if not alarms:
        return ()
    words = agreed(zone)
    return tuple(_with(one, in_force(words, one.path, one.at.astimezone(ZoneInfo(zone)).date())) for one in alarms)


def _with(alarm: AlarmFacts, own: OwnWords | None) -> AlarmFacts:
    return replace(alarm, steps=own.steps(grave=alarm.grave), numbers=own.numbers) if own else alarm


def _own(row: PathWording, agreed_on: date) -> OwnWords:
    numbers = tuple((str(name), str(number)) for name, number in row.numbers)
    since = max(row.begins_on, agreed_on)
    return OwnWords(row.path, row.number, since, tuple(row.must), tuple(row.grave_must), numbers)
