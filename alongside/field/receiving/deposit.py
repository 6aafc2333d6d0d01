"""One hand-in, from what was sent to its receipts: opened, sorted, carried out in order, written down."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from alongside.field.receiving.carrying import actor_of, carry_out, held_of
from alongside.field.receiving.clocks import weigh
from alongside.field.receiving.handed_in import PROTOCOL, Badge, HandedIn
from alongside.field.receiving.keeping import keep
from alongside.field.receiving.leaving import leave
from alongside.field.receiving.noting import note
from alongside.field.receiving.ring import ring
from alongside.field.receiving.run import Item
from alongside.field.receiving.sorting import Sorted, sort
from alongside.field.receiving.standing import Standing, standing
from alongside.field.shell import files
from alongside.foundation import reference

PASSES = 3


def receive(badge: Badge, given: HandedIn) -> dict[str, Any]:
    """Take what a device hands in, inside its agency's wall; the answer. Raises Unknown where the token is not its own.

    One transaction: what is answered is on the disk, and what is not answered was not taken.
    """
    now = datetime.now(UTC)
    known = standing(badge, given)
    keys = ring(badge, given, known)
    found = sort(given, keys, known)
    weigh(found.items, given.clocks, at=given.now, now=now, slack=reference.load("field")["skew_minutes"] * 60_000)
    _carry_out(found, known, badge.device, now)
    note(found.items, by=lambda staff: actor_of(staff, badge.device), now=now)
    leave(badge, given, known, now)
    wiped = [id for id, one in known.enrolments.items() if one.ended_at is not None]
    numbers = {id: one.next for id, one in found.numbers.items()}
    keep(
        device=badge.device, keys=keys.fresh, items=found.items, wiped=wiped, build=given.build,
        numbers={id: next for id, next in numbers.items() if next != known.enrolments[id].next},
        skew_ms=round((given.now - now).total_seconds() * 1000),
    )  # fmt: skip
    return {
        "protocol": PROTOCOL, "now": now.isoformat(timespec="milliseconds"), "epoch": known.epoch,
        "turn": known.turn, "build": files.build(), "receipts": list(_receipts(found)),
        "next": {str(id): next for id, next in numbers.items()},
        "orders": [{"order": "wipe", "enrolment": str(id)} for id in wiped],
    }  # fmt: skip


def _carry_out(found: Sorted, known: Standing, device: UUID, now: datetime) -> None:
    """In the order of each author's numbers. What was not here is tried again when another author's came meanwhile."""
    ready = [item for item in found.items if _is_open(item) and item.enrolment and found.is_next(item)]
    for _ in range(PASSES):
        for items in _by_author(ready):
            author = items[0].enrolment
            assert author is not None
            mine = held_of(kept for kept in found.held if kept.enrolment == author.id)
            carry_out(items, mine, by=actor_of(author.staff, device), now=now)
        made = {item.id for item in found.items if item.outcome == "done"}
        if not any(item.outcome == "held" and item.why == "not_here" and _on(item) in made for item in ready):
            break
        authors = {item.enrolment.id for item in ready if item.why == "not_here" and item.enrolment}
        ready = [item for item in ready if item.outcome == "held" and item.enrolment and item.enrolment.id in authors]
    for item in found.items:
        if item.like:
            item.outcome, item.reasons = item.like.outcome, item.like.reasons


def _is_open(item: Item) -> bool:
    """Not yet answered for what it is: new, or kept and hoped for."""
    return not item.again and (item.outcome == "waiting" or item.kept is not None)


def _on(item: Item) -> UUID | None:
    return item.operation.on if item.operation else None


def _by_author(items: Iterable[Item]) -> list[list[Item]]:
    groups: dict[UUID, list[Item]] = {}
    for item in items:
        assert item.enrolment is not None
        groups.setdefault(item.enrolment.id, []).append(item)
    return [sorted(group, key=lambda item: item.seq) for group in groups.values()]


def _receipts(found: Sorted) -> Iterable[dict[str, Any]]:
    """One for each operation that was read, and for each that was kept and has become something else."""
    now = {(item.id, item.digest): item for item in found.items}
    told: set[tuple[UUID, str]] = set()
    for asked in found.asked:
        if asked not in told:
            told.add(asked)
            is_new = asked in now
            yield _receipt(asked, now[asked] if is_new else found.same[asked])
    for asked, item in now.items():
        if asked not in told and item.changed:
            yield _receipt(asked, item)


def _receipt(asked: tuple[UUID, str], became: Any) -> dict[str, Any]:
    return {"id": str(asked[0]), "outcome": became.outcome, "digest": asked[1], "reasons": became.reasons}
