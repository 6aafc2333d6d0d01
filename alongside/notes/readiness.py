"""Is a note ready to be signed: what its payer asks, whether it is a copy. Reads, decides nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from alongside.foundation.errors import Fault
from alongside.notes.likeness import LIMIT, Alike, fingerprint, likest
from alongside.notes.models import Note
from alongside.notes.payers import Payer, elements, payer
from alongside.notes.rules.payer import Checked, check, faults

Body = Mapping[str, Any]


@dataclass(frozen=True)
class Readiness:
    """What stands between a note and a signature, and what only wants a look."""

    payer: Payer
    checked: tuple[Checked, ...]
    alike: Alike | None
    words: str

    @property
    def copied(self) -> bool:
        """Over 90 % like an earlier note, and nobody has said why."""
        return self.alike is not None and self.alike.percent > LIMIT and not self.alike.explained

    @property
    def faults(self) -> list[Fault]:
        found = faults(self.checked, payer=self.payer.name)
        if self.copied and self.alike:
            found.append(Fault("notes.fault.copied", "", {"percent": round(self.alike.percent)}, "likeness"))
        return found


def readiness(note: Note, body: Body) -> Readiness:
    """One statement, no lock."""
    asks = payer(body["head"]["payer"], on=note.service_day)
    words = fingerprint(body)
    return Readiness(asks, check(body, needs=asks.needs, elements=elements()), likest(words, note), words)
