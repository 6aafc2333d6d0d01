"""A paper of this agency: its name above, who printed it and when below, in the language that is being spoken."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.timezone import now

from alongside.agencies import lookups
from alongside.foundation.messages import locale, say
from alongside.foundation.policy import Actor
from alongside.foundation.pseudo import PSEUDO
from alongside.foundation.webkit import times
from alongside.printing import Paper, Part


def paper(*, by: Actor, title: str, parts: Sequence[Part], contents: bool = False, at: datetime | None = None) -> Paper:
    """`parts` under the agency's letterhead. `title` names the kind of paper and nobody. One statement."""
    at = at or now()
    day, time = times.day(at, by.zone, form="plain"), times.clock(at, by.zone)
    return Paper(
        title=title,
        language="en" if locale.get() == PSEUDO else locale.get(),
        agency=lookups.name(by.agency_id),
        parts=tuple(parts),
        printed_at=at,
        confidential=say("foundation.sheet.confidential"),
        pages=say("foundation.sheet.pages", page="{page}", pages="{pages}"),
        unshown=say("foundation.sheet.names", count="{count}"),
        printed=say("foundation.sheet.printed", day=day, time=time, name=by.name),
        contents=say("foundation.sheet.contents") if contents else "",
    )
