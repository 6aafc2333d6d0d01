"""Each operation handed in, before any is carried out: is it new, the same again, another body, early?"""

from dataclasses import dataclass, field
from uuid import UUID

from alongside.field.receiving.handed_in import Envelope, HandedIn, envelope_of
from alongside.field.receiving.opening import operation, sealed_digest
from alongside.field.receiving.ring import Ring
from alongside.field.receiving.run import Item, Numbers
from alongside.field.receiving.standing import Answered, Kept, OnDevice, Standing

TRIED_AGAIN = {"after_held", "not_here", "other_draft", "unknown_kind"}


@dataclass
class Sorted:
    """`items`: what is new or is tried again. `same`: what has its receipt. `held`: what stays held, by enrolment."""

    numbers: dict[UUID, Numbers]
    items: list[Item] = field(default_factory=list)
    same: dict[tuple[UUID, str], Answered] = field(default_factory=dict)
    asked: list[tuple[UUID, str]] = field(default_factory=list)
    held: list[Kept] = field(default_factory=list)
    _by_id: dict[UUID, list[Item]] = field(default_factory=dict)

    def add(self, item: Item) -> None:
        self.items.append(item)
        self._by_id.setdefault(item.id, []).append(item)

    def of(self, id: UUID) -> list[Item]:
        """The items of one operation, in this hand-in."""
        return self._by_id.get(id, [])

    def is_next(self, item: Item) -> bool:
        """Whether everything that stands before it has come."""
        theirs = self.numbers.get(item.enrolment.id) if item.enrolment else None
        return theirs is None or item.seq < theirs.next


def sort(given: HandedIn, ring: Ring, known: Standing) -> Sorted:
    """Which of them are carried out now, wait, or are held for what they are."""
    numbers = {id: Numbers(one.next, known.ahead.get(id, set())) for id, one in known.enrolments.items()}
    found = Sorted(numbers)
    for kept in known.kept:
        _again(found, kept, ring, known)
    for envelope in given.envelopes:
        if envelope.key not in ring.strange:
            _one(found, envelope, ring, known)
    return found


def _again(found: Sorted, kept: Kept, ring: Ring, known: Standing) -> None:
    """What was kept before: tried again where the reason may be gone."""
    if kept.device != ring.badge.device and kept.why != "not_here":
        return  # of another device: only what waits for a row that may come now
    ringed = ring.keys.get(kept.key)
    nobodys = kept.enrolment is None
    signed = kept.why != "unattested" or bool(ringed and ringed.signed)
    hopeful = kept.outcome == "waiting" or kept.why in TRIED_AGAIN or (kept.why == "unattested" and signed)
    if not hopeful and not (nobodys and ringed):
        found.held.append(kept)
        return
    envelope = envelope_of(kept.envelope)
    whose = ringed.enrolment if nobodys and ringed else _whose(kept, known)
    plain = operation(kept.body, envelope) if kept.body else ring.open(envelope)
    signed = ringed.signed if ringed else kept.why != "unattested"
    item = Item(
        kept.operation, kept.seq, kept.digest, kept.envelope, kept.key, whose, plain, signed, kept,
        off_ms=kept.off_ms, outcome=kept.outcome, reasons=kept.reasons,
    )  # fmt: skip
    if nobodys and whose:
        _claim(found, item)
    found.add(item)


def _whose(kept: Kept, known: Standing) -> OnDevice | None:
    if kept.enrolment in known.enrolments:
        return known.enrolments[kept.enrolment]
    if kept.enrolment is None or kept.staff is None:
        return None
    return OnDevice(kept.enrolment, kept.staff, b"", 0, None)  # of another device: tried again because of this one


def _one(found: Sorted, envelope: Envelope, ring: Ring, known: Standing) -> None:
    ringed = ring.keys.get(envelope.key)
    plain = ring.open(envelope)
    digest = plain.digest if plain else sealed_digest(envelope)
    answered = {**known.receipts.get(envelope.id, {}), **_in_this(found, envelope.id)}
    if answered and digest not in answered and (other := sealed_digest(envelope)) in answered:
        digest = other  # it came before its key did
    found.asked.append((envelope.id, digest))
    item = Item(
        envelope.id, envelope.seq, digest, dict(envelope.plain), envelope.key,
        ringed.enrolment if ringed else None, plain, ringed.signed if ringed else False,
    )  # fmt: skip
    if digest in answered:
        found.same.setdefault((envelope.id, digest), answered[digest])
        return _same_again(found, item, answered[digest])
    if answered:
        item.hold("other_body")
    elif item.enrolment and found.numbers[item.enrolment.id].is_used(item.seq):
        item.hold("sequence_used")
    elif item.enrolment is None:
        item.hold("unreadable")
    _claim(found, item)
    found.add(item)


def _in_this(found: Sorted, id: UUID) -> dict[str, Answered]:
    return {
        item.digest: Answered(item.digest, item.turn, item.outcome, item.reasons, item.seq, None)
        for item in found.of(id)
        if item.kept is None
    }


def _same_again(found: Sorted, item: Item, before: Answered) -> None:
    """The same under a number that was not used: a receipt says that the number is used up too."""
    if item.enrolment is None or found.numbers[item.enrolment.id].is_used(item.seq):
        return
    _claim(found, item)
    item.like = next((one for one in reversed(found.of(item.id)) if one.digest == item.digest), None)
    item.again = (item.like.turn if item.like else before.turn) + 1
    item.outcome, item.reasons = before.outcome, before.reasons
    found.add(item)


def _claim(found: Sorted, item: Item) -> None:
    if item.enrolment and item.enrolment.id in found.numbers:
        numbers = found.numbers[item.enrolment.id]
        item.claims = not numbers.is_used(item.seq)
        if item.claims:
            numbers.claim(item.seq)
