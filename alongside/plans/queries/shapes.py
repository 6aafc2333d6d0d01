"""What pages of plans are made of: frozen, complete, nothing left to fetch."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from alongside.foundation.errors import Fault, No
from alongside.plans.gates import Standing
from alongside.plans.lookups.facts import ChangeFacts, PhaseFacts, TargetFacts
from alongside.plans.rules import texts


@dataclass(frozen=True)
class VersionRow:
    """A version in a list: who, when, what is new. `state`: draft, in_force or past."""

    id: UUID
    plan_id: UUID
    client_id: UUID
    kind: str
    number: int
    summary: str
    by: str
    began_writing_at: datetime
    published_at: datetime | None
    begins_at: datetime | None
    ended_at: datetime | None
    ended_because: str
    review_on: date | None
    taken_from: str
    digest: str

    @property
    def state(self) -> str:
        if self.published_at is None:
            return "draft"
        return "past" if self.ended_at else "in_force"


@dataclass(frozen=True)
class VersionShown:
    """A version with all that it says. `names`, `units`: of targets, by id; `standing`: its procedures as of today."""

    row: VersionRow
    whole: texts.Whole
    names: Mapping[UUID | None, str]
    units: Mapping[UUID | None, str]
    standing: tuple[Standing, ...] = ()


@dataclass(frozen=True)
class PlanShown:
    """One of a client's plans: the version in force in full, and all versions, newest first."""

    kind: str
    plan_id: UUID | None
    in_force: VersionShown | None
    draft: VersionRow | None
    versions: tuple[VersionRow, ...]

    @property
    def published(self) -> tuple[VersionRow, ...]:
        return tuple(row for row in self.versions if row.published_at)


@dataclass(frozen=True)
class Voice:
    """What the client says and who they are, as it stands on the person's page: typed there, read on every plan."""

    own_words: str
    strengths: str
    matters: str
    culture: str


@dataclass(frozen=True)
class PlansShown:
    """Both plans of a client, their voice, and whether whoever looks may write the plans, and end them."""

    client_id: UUID
    plans: tuple[PlanShown, ...]
    voice: Voice
    may_write: bool
    may_end: bool


@dataclass(frozen=True)
class CardShown:
    """The plan card of the version in force. `new`: lines that the reader has not seen, as (stage, kind, text)."""

    version_id: UUID
    number: int
    by: str
    begins_at: datetime
    stages: tuple[texts.Stage, ...]
    new: frozenset[tuple[str, str, str]]
    is_read: bool
    may_acknowledge: bool
    why: str
    targets: tuple[tuple[str, str], ...]
    own_words: str
    strengths: str
    matters: str
    restrictions: tuple[Standing, ...] = ()


@dataclass(frozen=True)
class DraftShown:
    """A draft as its writers see it: what it says, what is missing, and the client's targets to choose from."""

    version: VersionShown
    missing: tuple[Fault, ...]
    targets: tuple[tuple[UUID, str, str], ...]
    begun: frozenset[UUID | None]


@dataclass(frozen=True)
class Review:
    """A draft before publication: what it says, what is missing, and why the reader may not publish it, if so."""

    version: VersionShown
    missing: tuple[Fault, ...]
    basis: str
    no: No | None
    before: VersionRow | None


@dataclass(frozen=True)
class Comparison:
    """Two versions of one plan side by side, section by section."""

    old: VersionShown
    new: VersionShown
    versions: tuple[VersionRow, ...]


@dataclass(frozen=True)
class PhasesShown:
    """What is measured of a client, each with its phases in time, and the other changes."""

    client_id: UUID
    targets: tuple[tuple[TargetFacts, tuple[PhaseFacts, ...]], ...]
    changes: tuple[ChangeFacts, ...]
    may_begin: bool
    may_correct: bool
    may_note: bool
    may_withdraw: bool
    may_mark: bool = False
