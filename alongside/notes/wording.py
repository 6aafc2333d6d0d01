"""Saying what the rules drafted: codes and values become sentences, in the zone of the place."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from alongside.foundation import reference
from alongside.foundation.messages import say
from alongside.foundation.webkit import numbers, times
from alongside.notes.rules.facts import Present
from alongside.notes.rules.honesty import honest
from alongside.notes.rules.said import Evidence, Quote, Run, Said, Sentence, Value


def body_of(sentences: tuple[Sentence, ...], *, zone: str) -> list[dict[str, Any]]:
    """The drafted sentences as a note's body keeps them: plain JSON, ids in order.

    A sentence that says more than its rows hold is not drafted, whatever catalogue it was said from.
    """
    kept = [sentence for sentence in sentences if honest_in_words(sentence, zone=zone)]
    return [as_kept(f"d{number}", sentence, zone) for number, sentence in enumerate(kept, 1)]


def honest_in_words(sentence: Sentence, *, zone: str) -> bool:
    """Whether the sentence, as it is said here, holds only what its rows hold."""
    words = reference.load("drafting_words")
    forbidden = (*words["cause"], *words["effect"], *words["mood"])
    texts = (text for evidence in sentence.evidence for text in held(evidence, zone=zone))
    return honest(said(sentence.said, zone=zone), held=texts, forbidden=forbidden)


def said(this: Said, *, zone: str) -> str:
    """One sentence in words."""
    values = {name: (value if name == "count" else worded(value, zone=zone)) for name, value in this.values.items()}
    return say(this.code, **values)


def worded(value: Value, *, zone: str) -> str:
    """A value in words: a clock time, a length, a number, quoted words, or several of these after each other."""
    if isinstance(value, Said):
        return said(value, zone=zone)
    if isinstance(value, Run):
        return "".join(f" {said(part, zone=zone)}" for part in value.parts)
    if isinstance(value, Quote):
        return say("notes.draft.quote", text=quoted(value.text))
    if isinstance(value, tuple):
        return _listed([worded(part, zone=zone) for part in value])
    if isinstance(value, datetime):
        return times.clock(value, zone)
    if isinstance(value, date):
        return times.day(value)
    if isinstance(value, timedelta):
        return times.minutes(value)
    return value if isinstance(value, str) else numbers.number(value)


def quoted(text: str) -> str:
    """Recorded words on one line, with single quotation marks inside; the sentence around them brings the full stop."""
    line = " ".join(text.replace("“", "‘").replace("”", "’").split())
    return line[:-1] if line.endswith(".") and not line.endswith("..") else line


def held(evidence: Evidence, *, zone: str) -> Iterator[str]:
    """Every value that the rows behind a sentence hold, in words."""
    for value in evidence.holds:
        yield quoted(value.text) if isinstance(value, Quote) else worded(value, zone=zone)


def as_kept(key: str, sentence: Sentence, zone: str) -> dict[str, Any]:
    """A drafted sentence as a body keeps it; `drafted` is what it said before anybody changed it."""
    text = said(sentence.said, zone=zone)
    return {
        "id": key, "role": sentence.role, "text": text, "drafted": text, "own": False,
        "evidence": [_evidence(evidence, zone) for evidence in sentence.evidence],
    }  # fmt: skip


def _evidence(evidence: Evidence, zone: str) -> dict[str, Any]:
    when = ""
    if len(evidence.times) == 1:
        when = times.clock(evidence.times[0], zone)
    elif evidence.times:
        when = times.span(evidence.times[0], evidence.times[-1], zone)
    label = said(evidence.label, zone=zone)
    return {"kind": evidence.kind, "ids": list(evidence.ids), "label": label, "times": when}


def _listed(parts: list[str]) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return say("notes.draft.and", some=", ".join(parts[:-1]), last=parts[-1])


def names(present: tuple[Present, ...]) -> str:
    """Who else was there, after one another: "teacher, Ms. Lee"."""
    return ", ".join(person.who for person in present)
