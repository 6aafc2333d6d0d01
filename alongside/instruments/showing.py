"""Answers as they would be kept, shown as signed answers are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID

from alongside.foundation.ids import uuid7
from alongside.foundation.messages import say
from alongside.instruments.instrument import Instrument
from alongside.instruments.lookups import AlarmFacts, ScoreFacts
from alongside.instruments.queries.working import AtWork
from alongside.instruments.ready import opened
from alongside.instruments.said import Said, texts
from alongside.instruments.worth import One, Result
from alongside.questionnaires.items import Questionnaire


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
    scores, alarms = would_be(
        facts.client_id, instrument=page.instrument, asked=page.asked, answers=ready.answers, results=ready.results,
        respondent=facts.respondent, taken_on=facts.taken_on, title=facts.title, form=facts.form,
    )  # fmt: skip
    items = page.asked.items if page.asked else ()
    return Preview(
        tuple(texts(items, ready.body.get("item", ()))), scores, alarms,
        tuple((fault.field, say(fault.code, **fault.values)) for fault in ready.faults),
    )  # fmt: skip


def would_be(
    client: UUID, *, instrument: Instrument | None, asked: Questionnaire | None, answers: Sequence[One],
    results: Sequence[Result], respondent: str, taken_on: date, title: str, form: str,
) -> tuple[tuple[ScoreFacts, ...], tuple[AlarmFacts, ...]]:  # fmt: skip
    """Scores and alarms that answers come to, of nothing that is kept yet."""
    nothing, key = uuid7(), instrument.key if instrument else form
    scores = tuple(
        ScoreFacts(
            nothing, key, "", one.score.scale, one.name, one.code, one.score.total, one.score.band,
            one.score.positive, one.score.firm, asked is None, one.score.left_out, one.score.filled,
            respondent, taken_on,
        )
        for one in results
    )  # fmt: skip
    alarms = tuple(
        AlarmFacts(nothing, nothing, client, title, one["path"], one["grave"], tuple(one["because"]),
                   datetime.now(UTC), None, None, "")
        for one in opened(instrument, answers, results)
    )  # fmt: skip
    return scores, alarms
