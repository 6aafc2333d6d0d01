"""A file of somebody else's, looked at before anything is saved: what it asks, and what of it cannot be honoured."""

import hashlib
from dataclasses import dataclass
from functools import partial

from alongside.documents.known_sets import known_sets
from alongside.foundation import tenancy
from alongside.foundation.errors import Fault, Unacceptable
from alongside.questionnaires.checking import Finding, findings
from alongside.questionnaires.items import Questionnaire
from alongside.questionnaires.reading import Unreadable, read
from alongside.questionnaires.trying import slow

REMEMBERED = 200
_slow: dict[str, tuple[str, ...]] = {}


@dataclass(frozen=True)
class Examined:
    """What a file asks, and everything found about it; what blocks comes first."""

    asked: Questionnaire
    findings: tuple[Finding, ...]

    @property
    def blocking(self) -> tuple[Finding, ...]:
        return tuple(one for one in self.findings if one.blocks)

    @property
    def told(self) -> tuple[Finding, ...]:
        return tuple(one for one in self.findings if not one.blocks)


def examined(body: bytes) -> Examined:
    """Raises Unacceptable (file) where it is no Questionnaire. Its expressions are tried in a process of their own."""
    try:
        asked = read(body, sets=known_sets())
    except Unreadable as no:
        raise Unacceptable(Fault(f"documents.unreadable.{no.code}", "file", no.values)) from no
    found = findings(asked)
    unsafe = any(one.code in ("unsafe", "expression") for one in found)
    tried = () if unsafe else _tried(asked, hashlib.sha256(body).hexdigest())
    return Examined(asked, (*(Finding("slow", link) for link in tried), *found))


def _tried(asked: Questionnaire, digest: str) -> tuple[str, ...]:
    """What was found when it was tried, once in this process; never while somebody waits with a transaction open."""
    if digest not in _slow:
        if tenancy.hurried.get():
            raise tenancy.FirstOutside(partial(_try, asked, digest))
        _try(asked, digest)
    return _slow[digest]


def _try(asked: Questionnaire, digest: str) -> None:
    found = tuple(slow(asked))
    while len(_slow) >= REMEMBERED:
        _slow.pop(next(iter(_slow)))
    _slow[digest] = found
