"""What was different, and that there was a crisis: entries with their times, without a word of cause or mood."""

from collections.abc import Iterator

from alongside.notes.rules.facts import Crisis, Noticed
from alongside.notes.rules.said import Evidence, Quote, Run, Said, Sentence, Value

IN_FULL = 12  # more than these are counted; each stays in the evidence
UNNAMED = "other"


def noticed(found: tuple[Noticed, ...]) -> Iterator[Sentence]:
    """One sentence an entry, in the order of time; past twelve, how many more there are."""
    for this in found[:IN_FULL]:
        yield Sentence("behavior", _different(this), (_of((this,)),))
    rest = found[IN_FULL:]
    if rest:
        yield Sentence("behavior", Said("notes.draft.noticed_more", {"count": len(rest)}), (_of(rest),))


def crises(found: tuple[Crisis, ...]) -> Iterator[Sentence]:
    """That there was one, from when to when. What was done in it stands in its own record, not here."""
    for this in found:
        times = (this.began_at,) if this.closed_at is None else (this.began_at, this.closed_at)
        values: dict[str, Value] = dict(zip(("began", "closed"), times, strict=False))
        said = Said("notes.draft.crisis_open" if this.closed_at is None else "notes.draft.crisis", values)
        yield Sentence("safety", said, (Evidence("crisis", (this.id,), Said("notes.evidence.crisis"), times, times),))


def _different(this: Noticed) -> Said:
    words = (Said("notes.draft.abc_narrative", {"text": Quote(this.words)}),) if this.words else ()
    values: dict[str, Value] = {"at": this.at, "more": Run(words)}
    if this.area == UNNAMED:
        return Said("notes.draft.noticed_other", values)
    return Said("notes.draft.noticed", {**values, "area": _area(this)})


def _of(some: tuple[Noticed, ...]) -> Evidence:
    times = tuple(this.at for this in some)
    holds: list[Value] = [len(some), *times, *(Quote(this.words) for this in some if this.words)]
    holds += [_area(this) for this in some if this.area != UNNAMED]
    ids = tuple(this.id for this in some)
    return Evidence("notice", ids, Said("notes.evidence.notice", {"count": len(some)}), times[:1], tuple(holds))


def _area(this: Noticed) -> Said:
    return Said(f"notes.area.{this.area}")
