"""ABC records as what came before, then, and after: a sequence in time, without a word of cause."""

from collections.abc import Iterator
from datetime import timedelta

from alongside.notes.rules.facts import Sequence
from alongside.notes.rules.said import Evidence, Quote, Run, Said, Sentence, Value

IN_FULL = 12  # more records than a page holds are counted; each stays in the evidence


def sequences(records: tuple[Sequence, ...]) -> Iterator[Sentence]:
    """One sentence a record, in order; past twelve, how many more there are."""
    for record in records[:IN_FULL]:
        yield Sentence("behavior", _said(record), (_evidence((record,)),))
    rest = records[IN_FULL:]
    if rest:
        yield Sentence("behavior", Said("notes.draft.abc_more", {"count": len(rest)}), (_evidence(rest),))


def _said(record: Sequence) -> Said:
    found = record.details
    values: dict[str, Value] = {"at": record.at, "name": record.name, "more": Run(tuple(_more(record)))}
    if "antecedent" not in found or "consequence" not in found:
        return Said(f"notes.draft.abc_{_happened(record)}", values)
    values["before"] = Said(f"notes.abc.antecedent.{found['antecedent']}")
    values["after"] = Said(f"notes.abc.consequence.{found['consequence']}")
    return Said(f"notes.draft.abc_order_{_happened(record)}", values)


def _happened(record: Sequence) -> str:
    return "seen" if record.details.get("occurred", True) else "absent"


def _more(record: Sequence) -> Iterator[Said]:
    """What else the record holds, in the order of time: known before, during, how strong, how long, afterwards."""
    found = record.details
    if found.get("setting_events"):
        known = tuple(Said(f"notes.abc.setting.{key}") for key in found["setting_events"])
        yield Said("notes.draft.abc_known", {"events": known})
    if found.get("activity"):
        yield Said("notes.draft.abc_activity", {"activity": Quote(found["activity"])})
    if found.get("intensity") is not None:
        yield Said("notes.draft.abc_level", {"level": found["intensity"]})
    if found.get("seconds") is not None:
        yield Said("notes.draft.abc_lasted", {"length": timedelta(seconds=found["seconds"])})
    if found.get("given_by"):
        yield Said("notes.draft.abc_given", {"who": Quote(found["given_by"])})
    if found.get("effect"):
        yield Said(f"notes.abc.afterwards.{found['effect']}")
    if found.get("replacement_shown"):
        yield Said("notes.draft.abc_replacement")
    if found.get("narrative"):
        yield Said("notes.draft.abc_narrative", {"text": Quote(found["narrative"])})


def _evidence(records: tuple[Sequence, ...]) -> Evidence:
    label = Said("notes.evidence.abc", {"count": len(records)})
    times = tuple(record.at for record in records)
    return Evidence(
        "observation", tuple(record.id for record in records), label, times[:1],
        (len(records), *times, *(value for record in records for value in _holds(record))),
    )  # fmt: skip


def _holds(record: Sequence) -> Iterator[Value]:
    found = record.details
    yield record.name
    yield from (Quote(found[name]) for name in ("activity", "given_by", "narrative") if found.get(name))
    if found.get("seconds") is not None:
        yield timedelta(seconds=found["seconds"])
    if found.get("intensity") is not None:
        yield from (found["intensity"], 0, 4)
