"""A draft as it would be signed, shown as signed answers are."""

from dataclasses import dataclass

from alongside.foundation.messages import say
from alongside.instruments.lookups import AlarmFacts, ScoreFacts
from alongside.instruments.queries.working import AtWork
from alongside.instruments.ready import opened
from alongside.instruments.said import Said, texts


@dataclass(frozen=True)
class Preview:
    """`faults`: field and sentence of each thing that stands in the way. `alarms`: what the answers would open."""

    texts: tuple[Said, ...]
    scores: tuple[ScoreFacts, ...]
    alarms: tuple[AlarmFacts, ...]
    faults: tuple[tuple[str, str], ...]


def preview(page: AtWork) -> Preview:
    """Nothing of it is kept."""
    ready, facts = page.ready, page.answering
    scores = tuple(
        ScoreFacts(
            facts.id, facts.instrument, "", one.score.scale, one.name, one.code, one.score.total, one.score.band,
            one.score.positive, one.score.firm, page.asked is None, one.score.left_out, one.score.filled,
            facts.respondent, facts.taken_on,
        )
        for one in ready.results
    )  # fmt: skip
    alarms = tuple(
        AlarmFacts(facts.id, facts.id, facts.client_id, facts.title, one["path"], one["grave"],
                   tuple(one["because"]), facts.state_at, None, None, "")
        for one in opened(page.instrument, ready.answers, ready.results)
    )  # fmt: skip
    items = page.asked.items if page.asked else ()
    return Preview(
        tuple(texts(items, ready.body.get("item", ()))), scores, alarms,
        tuple((fault.field, say(fault.code, **fault.values)) for fault in ready.faults),
    )  # fmt: skip
