"""Techniques that were used: each use with its time, how it went, what the client answered; no word of why."""

from collections.abc import Iterator

from alongside.notes.rules.facts import Technique
from alongside.notes.rules.said import Evidence, Quote, Run, Said, Sentence, Value

IN_FULL = 12  # more than these are counted; each stays in the evidence
REFUSED = "refused"


def techniques(found: tuple[Technique, ...]) -> Iterator[Sentence]:
    """One sentence a use, in the order of time; past twelve, how many more there are."""
    for this in found[:IN_FULL]:
        yield Sentence("intervention", _used(this), (_of((this,)),))
    rest = found[IN_FULL:]
    if rest:
        yield Sentence("intervention", Said("notes.draft.technique_more", {"count": len(rest)}), (_of(rest),))


def _used(this: Technique) -> Said:
    values: dict[str, Value] = {"at": this.at, "name": Quote(this.name), "more": Run(tuple(_more(this)))}
    if this.went == REFUSED:
        return Said("notes.draft.technique_refused", values)
    return Said("notes.draft.technique", {**values, "went": _went(this)})


def _more(this: Technique) -> Iterator[Said]:
    if this.felt:
        yield Said("notes.draft.technique_felt", {"felt": _felt(this)})
    if this.felt_words:
        yield Said("notes.draft.technique_words", {"text": Quote(this.felt_words)})
    if this.words:
        yield Said("notes.draft.abc_narrative", {"text": Quote(this.words)})


def _of(some: tuple[Technique, ...]) -> Evidence:
    times = tuple(this.at for this in some)
    holds: list[Value] = [len(some), *times, *(Quote(this.name) for this in some)]
    holds += [_went(this) for this in some if this.went != REFUSED]
    holds += [_felt(this) for this in some if this.felt]
    holds += [Quote(text) for this in some for text in (this.felt_words, this.words) if text]
    ids = tuple(this.id for this in some)
    return Evidence("technique", ids, Said("notes.evidence.technique", {"count": len(some)}), times[:1], tuple(holds))


def _went(this: Technique) -> Said:
    return Said(f"notes.went.{this.went}")


def _felt(this: Technique) -> Said:
    return Said(f"notes.felt.{this.felt}")
