"""A draft from the visit's own rows: every sentence says what was recorded, and nothing else."""

from alongside.notes.rules import opening, planned, sequence
from alongside.notes.rules.economy import worked_for
from alongside.notes.rules.facts import SessionFacts, Target
from alongside.notes.rules.measured import measured
from alongside.notes.rules.noticed import crises, noticed
from alongside.notes.rules.practised import practised
from alongside.notes.rules.said import Sentence
from alongside.notes.rules.techniques import techniques

BESIDE = (
    "abc", "used", "deviated", "present", "noticed", "tokens", "exchanges", "helped", "techniques", "crises",
    "preferences",
)  # fmt: skip


def drafted(facts: SessionFacts) -> tuple[Sentence, ...]:
    """The sentences of a first draft, in the order in which a note reads. An empty visit gives two lines."""
    found = tuple(target for target in facts.targets if target.seen)
    first = tuple(opening.opening(facts))
    if not (found or facts.early_reason or any(getattr(facts, name) for name in BESIDE)):
        return (*first, opening.nothing(facts))
    seen = (*noticed(facts.noticed), *_recorded(facts, found), *practised(facts.helped), *crises(facts.crises))
    did = (*planned.done(facts), *techniques(facts.techniques), *worked_for(facts))
    body = (*planned.addressed(facts), *first, *seen, *did)
    return (*body, *([planned.ahead(facts, facts.next)] if facts.next else []))


def _recorded(facts: SessionFacts, found: tuple[Target, ...]) -> tuple[Sentence, ...]:
    """One sentence a target, then the ABC records; or that nothing of the plan's targets was recorded."""
    if not (found or facts.abc):
        return (opening.nothing(facts),)
    return (*(measured(facts, target) for target in found), *sequence.sequences(facts.abc))
