"""What the plan said and what was done of it: objectives addressed, strategies used, deviations, the next visit."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from alongside.notes.rules.facts import Deviated, Next, Objective, SessionFacts, Used
from alongside.notes.rules.said import Evidence, Quote, Said, Sentence, Value


def addressed(facts: SessionFacts) -> Iterator[Sentence]:
    """The objectives in force whose target was recorded in this visit."""
    seen = {target.id for target in facts.targets if target.seen}
    yield from (_objective(facts, this) for this in facts.objectives if this.target in seen)


def done(facts: SessionFacts) -> Iterator[Sentence]:
    """Strategies in the plan's order, then deviations in the order of time."""
    yield from (_used(facts, used) for used in facts.used)
    yield from (_deviated(facts, this) for this in sorted(facts.deviated, key=lambda this: this.at))


def ahead(facts: SessionFacts, following: Next) -> Sentence:
    """When the next visit is planned, on the day in the zone of this one."""
    day = following.at.astimezone(ZoneInfo(facts.zone)).date()
    evidence = Evidence("visit", (following.id,), Said("notes.evidence.visit"), (following.at,), (day, following.at))
    return Sentence("plan", Said("notes.draft.next", {"day": day, "at": following.at}), (evidence,))


def _objective(facts: SessionFacts, this: Objective) -> Sentence:
    values: dict[str, Value] = {"number": this.number, "text": Quote(this.text)}
    evidence = Evidence("plan", (this.id,), _label(facts), holds=(this.number, Quote(this.text)))
    return Sentence("objective", Said("notes.draft.objective", values), (evidence,))


def _used(facts: SessionFacts, used: Used) -> Sentence:
    values: dict[str, Value] = {"text": Quote(used.text), "count": len(used.uses), "first": used.first_at}
    evidence = (
        Evidence("plan", (used.line,), _label(facts), holds=(Quote(used.text),)),
        Evidence(
            "strategy", used.uses, Said("notes.evidence.strategy", {"count": len(used.uses)}), (used.first_at,),
            (len(used.uses), used.first_at),
        ),
    )  # fmt: skip
    return Sentence("intervention", Said("notes.draft.used", values), evidence)


def _deviated(facts: SessionFacts, this: Deviated) -> Sentence:
    said = Said("notes.draft.deviated", {"at": this.at, "what": Quote(this.what), "reason": Quote(this.reason)})
    evidence = Evidence(
        "strategy", (this.id,), Said("notes.evidence.deviation"), (this.at,),
        (this.at, Quote(this.what), Quote(this.reason)),
    )  # fmt: skip
    return Sentence("intervention", said, (evidence,))


def _label(facts: SessionFacts) -> Said:
    if facts.plan is None:
        return Said("notes.evidence.plan")
    return Said("notes.evidence.plan_version", {"number": facts.plan})
