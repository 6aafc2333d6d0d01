"""The outbox keys of a hand-in: those known before and those that came with it, with whether their author signed."""

from dataclasses import dataclass, field
from uuid import UUID

from alongside.field.keys import unseal_outbox_key
from alongside.field.receiving.handed_in import Badge, Envelope, HandedIn, HandedKey
from alongside.field.receiving.opening import Operation, attested, opened
from alongside.field.receiving.standing import OnDevice, Standing
from alongside.field.wire import Garbled


@dataclass(frozen=True)
class Ringed:
    """One outbox key: whose it is, and whether what is sealed under it is theirs by their own signature."""

    enrolment: OnDevice
    sealed: bytes
    signed: bool


@dataclass(frozen=True)
class Ring:
    badge: Badge
    keys: dict[UUID, Ringed]
    fresh: tuple[tuple[HandedKey, bool], ...]
    strange: frozenset[UUID] = frozenset()
    _secrets: dict[UUID, bytes | None] = field(default_factory=dict, repr=False)

    def open(self, envelope: Envelope) -> Operation | None:
        """The operation, or None where it does not open."""
        found = self.keys.get(envelope.key)
        if found is None:
            return None
        whose = {"agency": self.badge.agency, "device": self.badge.device, "enrolment": found.enrolment.id}
        if envelope.key not in self._secrets:
            self._secrets[envelope.key] = unseal_outbox_key(**whose, id=envelope.key, sealed=found.sealed)
        key = self._secrets[envelope.key]
        try:
            return opened(envelope, key, **whose) if key else None
        except Garbled:
            return None


def ring(badge: Badge, given: HandedIn, known: Standing) -> Ring:
    """Keys of enrolments of this device alone. A key that is known keeps what was sealed in it first.

    `strange` are keys of enrolments that are not known here (a server that was put back forgot them): nothing of theirs
    is taken, because nobody could ever open it.
    """
    keys = {
        id: Ringed(known.enrolments[key.enrolment], key.sealed, key.signed)
        for id, key in known.keys.items()
        if key.here
    }
    fresh: list[tuple[HandedKey, bool]] = []
    for key in given.keys:
        whose, before = known.enrolments.get(key.enrolment), keys.get(key.id)
        if whose is None or (key.id in known.keys and before is None):
            continue  # of nobody on this device, or another device's
        if before is not None and (before.signed or (before.enrolment.id, before.sealed) != (whose.id, key.sealed)):
            continue
        good = attested(agency=badge.agency, device=badge.device, key=key, public_key=whose.public_key)
        if before is None or good:
            keys[key.id] = Ringed(whose, key.sealed, good)
            fresh = [one for one in fresh if one[0].id != key.id] + [(key, good)]
    strange = {key.id for key in given.keys if key.enrolment not in known.enrolments and key.id not in known.keys}
    return Ring(badge, keys, tuple(fresh), frozenset(strange))
