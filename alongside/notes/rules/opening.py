"""The first lines of a draft: the visit itself, who else was there, that it ended early, that nothing was recorded."""

from collections.abc import Iterator

from alongside.notes.rules.facts import Present, SessionFacts
from alongside.notes.rules.said import Evidence, Quote, Said, Sentence, Value


def opening(facts: SessionFacts) -> Iterator[Sentence]:
    """The visit in one line, then who was there, then why it ended early."""
    yield Sentence("behavior", _visit(facts), (of_session(facts),))
    if facts.present:
        yield _present(facts)
    if facts.early_reason:
        early = Said("notes.draft.early", {"at": facts.ended_at, "reason": Quote(facts.early_reason)})
        yield Sentence("behavior", early, (of_session(facts),))


def nothing(facts: SessionFacts) -> Sentence:
    """The honest second line of an empty visit."""
    return Sentence("behavior", Said("notes.draft.nothing"), (of_session(facts),))


def of_session(facts: SessionFacts) -> Evidence:
    """The visit's own row: its times, its length, its place, and why it ended early."""
    holds: tuple[Value, ...] = (facts.began_at, facts.ended_at, facts.ended_at - facts.began_at)
    words = (facts.client.given, facts.place, Quote(facts.early_reason))
    return Evidence(
        "session", (facts.session,), Said("notes.evidence.session"), (facts.began_at, facts.ended_at), (*holds, *words)
    )


def _visit(facts: SessionFacts) -> Said:
    values: dict[str, Value] = {
        "client": facts.client.given, "begin": facts.began_at, "end": facts.ended_at,
        "length": facts.ended_at - facts.began_at,
    }  # fmt: skip
    if not facts.place:
        return Said("notes.draft.visit", values)
    return Said("notes.draft.visit_at", {**values, "place": facts.place})


def _present(facts: SessionFacts) -> Sentence:
    said = Said("notes.draft.present", {"people": tuple(_who(person) for person in facts.present)})
    evidence = Evidence(
        "presence", tuple(p.id for p in facts.present), Said("notes.evidence.presence", {"count": len(facts.present)}),
        holds=(len(facts.present), *(p.who for p in facts.present)),
    )  # fmt: skip
    return Sentence("behavior", said, (evidence,))


def _who(person: Present) -> Said:
    return Said("notes.draft.took_part" if person.took_part else "notes.draft.was_there", {"who": person.who})
