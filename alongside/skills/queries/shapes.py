"""What pages of skill programs are made of: frozen, complete, nothing left to fetch."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from alongside.plans.lookups import TargetFacts
from alongside.skills.facts import ProgramFacts, VersionFacts
from alongside.skills.rules import Moved, Rule, Tried


@dataclass(frozen=True)
class SkillsShown:
    """A client's programs, and the targets that have none yet."""

    client_id: UUID
    programs: tuple[ProgramFacts, ...]
    ended: tuple[ProgramFacts, ...]
    free: tuple[TargetFacts, ...]
    may_begin: bool


@dataclass(frozen=True)
class ProgramShown:
    """One program with all its versions, the newest first. `probe_sessions`: which sessions answered a probe."""

    program: ProgramFacts
    versions: tuple[VersionFacts, ...]
    may_write: bool
    may_decide: bool
    may_end: bool


@dataclass(frozen=True)
class Replayed:
    """What another rule would have done over all that was recorded. `shown`: each session as the rule read it then."""

    program: ProgramFacts
    rule: Rule
    shown: Sequence[Tried]
    moves: Sequence[Moved]
