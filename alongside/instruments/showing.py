"""Answers as they would be kept, shown as signed answers are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from alongside.foundation.ids import uuid7
from alongside.foundation.messages import say
from alongside.instruments.lookups import AlarmFacts, ScoreFacts
from alongside.instruments.queries.working import AtWork
from alongside.instruments.said import Said, texts
from alongside.instruments.worth import Result


@dataclass(frozen=True)
class Preview:
    """`faults`: field and sentence of each thing that stands in the way. `alarms`: what the answers would open."""

    texts: tuple[Said, ...]
    scores: tuple[ScoreFacts, ...]
    alarms: tuple[AlarmFacts, ...]
    faults: tuple[tuple[str, str], ...]


def preview(page: AtWork) -> Preview:
    """A draft as it would be signed. Nothing of it is kept."""
    ready, facts = page.ready, page.answering
    scores = would_score(
        ready.results, instrument=facts.instrument, entered=page.asked is None, respondent=facts.respondent,
        taken_on=facts.taken_on,
    )  # fmt: skip
    items = page.asked.items if page.asked else ()
    return Preview(
        tuple(texts(items, ready.body.get("item", ()))), scores, page.alarms,
        tuple((fault.field, say(fault.code, **fault.values)) for fault in ready.faults),
    )  # fmt: skip


def would_score(
    results: Sequence[Result], *, instrument: str, entered: bool, respondent: str, taken_on: date
) -> tuple[ScoreFacts, ...]:
    """Scores of nothing that is kept yet."""
    nothing = uuid7()
    return tuple(
        ScoreFacts(
            nothing, instrument, "", one.score.scale, one.name, one.code, one.score.total, one.score.band,
            one.score.positive, one.score.firm, entered, one.score.left_out, one.score.filled, respondent, taken_on,
        )
        for one in results
    )  # fmt: skip
