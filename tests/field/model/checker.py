"""Reads what devices made and heard, and the tables at the end, and counts what must never be. Standard library only.

It knows the contract (docs/field-protocol.md) and no code of the product.
"""

import json
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from tests.field.model import signed, texts
from tests.field.model.books import Books, opened
from tests.field.model.effects import EFFECTS, Effect, Line, when

SKEW = timedelta(minutes=5)
VERBS = {"behaviour.record", "incidents.begin_unknown"}
KINDS = ("lost", "doubled", "wrong_author", "overwritten", "out_of_order", "unflagged", "stuck")


@dataclass
class Findings:
    """Each a list of sentences; `stuck` is what waits though nothing stands before it."""

    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    wrong_author: list[str] = field(default_factory=list)
    overwritten: list[str] = field(default_factory=list)
    out_of_order: list[str] = field(default_factory=list)
    unflagged: list[str] = field(default_factory=list)
    stuck: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    @property
    def clean(self) -> bool:
        return not any(getattr(self, kind) for kind in KINDS)

    def told(self) -> str:
        return "\n".join(f"{kind}: {sentence}" for kind in KINDS for sentence in getattr(self, kind))


def check(lines: list[Line]) -> Findings:
    """All of it. The last line is the dump."""
    books, found = opened(lines), Findings()
    for made in books.made:
        found.counts["made"] += 1
        _each(books, made, found)
    _rows_of_nobody(books, found)
    found.doubled += signed.of_nobody(books.made, books.tables)
    found.overwritten += signed.changed(books.tables)
    _acts(books, found)
    _order(books, found)
    _sums(books, found)
    return found


def _each(books: Books, made: Line, found: Findings) -> None:
    """One operation that somebody made: where is it now?"""
    operation, receipts = made["operation"], books.receipts_of(made)
    name = f"{operation['kind']} {operation['id']} seq {operation['seq']} of {made['who']}"
    waits = (operation["id"], made["sealed"]) in books.queues | books.on_the_way_back
    if not receipts:
        acked = (operation["id"], made["digest"]) in books.acked
        if not waits and (acked or operation["id"] not in books.gone):
            found.lost.append(f"{name} is nowhere" + (" though a receipt was given" if acked else ""))
        return
    newest = receipts[-1]
    found.counts[newest["outcome"]] += 1
    if any(row["staff_id"] not in (made["staff"], None) for row in receipts):
        found.wrong_author.append(f"{name}: its receipt is another's")
    if newest["outcome"] == "done":
        _done(books, made, name, found)
    else:
        _kept(books, made, newest, name, found)
    _clock(books, made, receipts[0], name, found)


def _done(books: Books, made: Line, name: str, found: Findings) -> None:
    operation, effect = made["operation"], EFFECTS.get(made["operation"]["kind"])
    found.counts[f"done {operation['kind']}"] += 1
    hold = books.hold_of(made)
    decided = books.decisions.get(hold["id"]) if hold else None
    if decided and decided["corrected"] is not None:
        operation = {**operation, "details": decided["corrected"]}
        made = {**made, "operation": operation}
    if operation["kind"] in texts.KINDS:
        return _text(books, made, name, found)
    if operation["kind"] == signed.KIND:
        return _signed(books, made, name, found)
    if effect is None:
        found.lost.append(f"{name} is called done, and leaves nothing")
        return
    row = books.row(effect, operation)
    if row is None:
        found.lost.append(f"{name} is called done, and there is no row")
    elif not effect.same(row, operation):
        found.overwritten.append(f"{name}: the row says something else")
    elif effect.author and row[effect.author] != made["staff"]:
        found.wrong_author.append(f"{name}: the row is another's")


def _text(books: Books, made: Line, name: str, found: Findings) -> None:
    there = texts.where(made, books.tables)
    if not there and not texts.superseded(made, books.made):
        found.overwritten.append(f"{name}: its text is nowhere, and none was based on it")
    authors = {row.get("saved_by_id") or row.get("staff_id") or row.get("made_by_id") for row in there}
    if there and made["staff"] not in authors:
        found.wrong_author.append(f"{name}: its text is another's")


def _signed(books: Books, made: Line, name: str, found: Findings) -> None:
    if made["operation"]["id"] in books.forged:
        found.wrong_author.append(f"{name}: it was forged, and is called done")
    for kind, words in signed.faults(made, books.tables):
        getattr(found, kind).append(f"{name}: {words}")


def _kept(books: Books, made: Line, newest: Line, name: str, found: Findings) -> None:
    hold = books.hold_of(made)
    if hold is None:
        found.lost.append(f"{name} is called {newest['outcome']}, and nothing is kept")
    elif hold["body"] is not None and _said(hold["body"]) != _said(made["operation"]):
        found.overwritten.append(f"{name}: what is kept is something else")
    elif hold["body"] is None and hold["envelope"]["sealed"] != made["sealed"]:
        found.overwritten.append(f"{name}: what is kept is sealed otherwise")
    elif hold["body"] is None and made["key"] not in books.keys:
        found.lost.append(f"{name} is kept, and nobody can open it: its key did not stay")
    elif newest["outcome"] == "waiting" and books.drained and not books.gone:
        found.stuck.append(f"{name} waits, and nothing stands before it")
    elif newest["outcome"] == "held" and not newest["reasons"]:
        found.stuck.append(f"{name} is held, and nobody is told why")


def _said(operation: Line) -> Line:
    """All that the digest is of: the same thing under another number is the same."""
    return {name: value for name, value in operation.items() if name not in ("seq", "tick")}


def _clock(books: Books, made: Line, first: Line, name: str, found: Findings) -> None:
    """What a clock said is kept as it was, and how wrong it was when it was handed in, or that it was turned, shows.

    A clock that was wrong all the while under one key, and put right before anything was handed in, nobody can tell.
    """
    if first["at"] is None:
        return
    if when(first["at"]) != when(made["operation"]["at"]):
        found.unflagged.append(f"{name}: its moment was rewritten")
    skew = timedelta(milliseconds=first["skew_ms"])
    offs = [timedelta(seconds=off) for off in books.offs[made["operation"]["id"]]]
    if offs and min(abs(skew - off) for off in offs) > SKEW / 5:
        found.unflagged.append(f"{name}: the clock is said to have been {skew} off, and was {offs}")
    wrong, key = timedelta(seconds=made["off_s"]), books.keys.get(made["key"])
    if abs(wrong) <= SKEW or abs(skew) > SKEW:
        return
    ran = timedelta(milliseconds=first["tick"])
    if key is not None and abs(when(first["at"]) - ran - when(key["made_at"])) > SKEW:
        return
    if abs(wrong - timedelta(seconds=made["key_off_s"])) > SKEW:
        found.unflagged.append(f"{name}: the clock was turned by {wrong}, and nothing shows it")
    found.counts["with a clock put right unseen"] += 1


def _rows_of_nobody(books: Books, found: Findings) -> None:
    """Rows that nobody made, or made once and are there twice."""
    operations = [made["operation"] for made in books.made]
    ids = {effect.row_id(op) for op in operations if (effect := EFFECTS.get(op["kind"]))}
    places = {(effect.table, effect.or_table, effect.by_on or "id") for effect in EFFECTS.values()}
    for table, or_table, column in places:
        rows = [*books.tables.get(table, ()), *books.tables.get(or_table, ())]
        seen: Counter[str] = Counter(row[column] for row in rows)
        found.doubled += [f"{table} {id} is there {n} times" for id, n in seen.items() if n > 1]
        found.doubled += [f"{table} {id} was made by nobody" for id in seen if id not in ids]


def _acts(books: Books, found: Findings) -> None:
    """The ledger: no act more often than it was done, and each in the name of somebody who did such a thing."""
    acts = Counter(
        (row["verb"], row["staff_id"])
        for row in books.tables["foundation_entry"]
        if row["outcome"] == "done" and row["session_ref"].startswith("device:")
    )
    done: Counter[tuple[str, str]] = Counter()
    for made in books.made:
        effect = EFFECTS.get(made["operation"]["kind"])
        if effect and books.receipts_of(made) and books.receipts_of(made)[-1]["outcome"] == "done":
            done[_verb(effect, made), made["staff"]] += 1
    for (verb, staff), n in acts.items():
        if verb in {effect.verb for effect in EFFECTS.values()} | VERBS:
            if not done[verb, staff]:
                found.wrong_author.append(f"{verb} stands in the ledger for {staff}, who did no such thing")
            elif n > done[verb, staff]:
                found.doubled.append(f"{verb} was carried out {n} times for {done[verb, staff]} operations of {staff}")


def _verb(effect: Effect, made: Line) -> str:
    """The act by which it is carried out: a crisis of nobody yet has one of its own."""
    operation = made["operation"]
    unknown = operation["kind"] == "incidents.begin/1" and operation["on"] == made["staff"]
    return "incidents.begin_unknown" if unknown else effect.verb or operation["kind"].split("/")[0]


def _order(books: Books, found: Findings) -> None:
    """Nothing is carried out before everything that stands before it has come."""
    claims: dict[str, dict[int, str]] = defaultdict(dict)
    first_done: dict[tuple[str, int], str] = {}
    for row in sorted(books.tables["field_receipt"], key=lambda row: when(row["received_at"])):
        if row["enrolment_id"] and row["claims"]:
            claims[row["enrolment_id"]].setdefault(row["seq"], row["received_at"])
        if row["enrolment_id"] and row["outcome"] == "done":
            first_done.setdefault((row["enrolment_id"], row["seq"]), row["received_at"])
    for (enrolment, seq), at in first_done.items():
        came = claims[enrolment]
        late = [n for n in range(1, seq) if n not in came or when(came[n]) > when(at)]
        if late:
            found.out_of_order.append(f"{seq} of {enrolment} was carried out before {late[:5]} had come")


def _sums(books: Books, found: Findings) -> None:
    """Tallies say what the standing observations say."""
    followed = {row["follows_id"] for row in books.tables["behaviour_observation"]}
    wanted: dict[tuple[Any, ...], list[int]] = defaultdict(lambda: [0, 0])
    for row in books.tables["behaviour_observation"]:
        side = (row["session_id"], row["target_id"], row["second"])
        if row["id"] not in followed and not row["retracts"]:
            wanted[side] = [wanted[side][0] + 1, wanted[side][1] + row["details"]["count"]]
    for row in books.tables["behaviour_tally"]:
        n, total = wanted.pop((row["session_id"], row["target_id"], row["second"]), [0, 0])
        if (row["n"], float(row["numerator"])) != (n, total):
            found.doubled.append(f"a tally says {row['n']} and {row['numerator']}, its observations {n} and {total}")
    found.lost += [f"{n} observations are in no tally" for n, _ in wanted.values() if n]


def main(path: str) -> int:
    """`python -m tests.field.model.checker HISTORY`: what is wrong in a history that was kept."""
    found = check([json.loads(line) for line in Path(path).read_text().splitlines()])
    print(dict(found.counts), found.told() or "nothing lost, doubled, misattributed or overwritten", sep="\n")
    return 0 if found.clean else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
