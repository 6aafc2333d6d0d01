"""What a version of a plan says, as plain values. Each section is written, compared and printed by itself."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

STAGES = ("calm", "trigger", "escalating", "crisis", "recovery")


@dataclass(frozen=True)
class About:
    """What is new in this version, and when it is reviewed."""

    summary: str = ""
    review_on: date | None = None
    place = "about"


@dataclass(frozen=True)
class Part:
    """A part told in words; `key` of reference/plans.toml."""

    key: str
    text: str = ""

    @property
    def place(self) -> str:
        return f"part-{self.key}"


@dataclass(frozen=True)
class Objective:
    """A measurable step. `criterion` and `baseline` are in `unit`, or in that of the target's measure."""

    text: str
    target_id: UUID | None = None
    unit: str = ""
    baseline: float | None = None
    comparator: str = ">="
    criterion: float | None = None
    sessions_in_a_row: int = 3
    due_on: date | None = None


@dataclass(frozen=True)
class Goal:
    """What the client wants, with its objectives. Without `id` it is a new one."""

    words: str
    own_words: bool = False
    objectives: tuple[Objective, ...] = ()
    id: UUID | None = None

    @property
    def place(self) -> str:
        return f"goal-{self.id or 'new'}"


@dataclass(frozen=True)
class Target:
    """Something measured: what counts, what does not, how. Without `target_id` it is a new one."""

    kind: str
    name: str
    measure: str
    improvement: str
    screen_name: str = ""
    settings: Mapping[str, Any] = field(default_factory=dict)
    pinned: int = 0
    definition: str = ""
    examples: str = ""
    non_examples: str = ""
    function: str = ""
    baseline: float | None = None
    baseline_from: date | None = None
    baseline_to: date | None = None
    target_id: UUID | None = None

    @property
    def place(self) -> str:
        return f"target-{self.target_id or 'new'}"


@dataclass(frozen=True)
class Strategies:
    """What to do before, during and after, in order."""

    before: tuple[str, ...] = ()
    during: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    place = "strategies"


@dataclass(frozen=True)
class Step:
    text: str
    who: str = ""


@dataclass(frozen=True)
class Crisis:
    """The steps of the crisis part, in order, and who may take each."""

    steps: tuple[Step, ...] = ()
    place = "crisis"


@dataclass(frozen=True)
class Stage:
    """One stage of the plan card."""

    stage: str
    look: tuple[str, ...] = ()
    do: tuple[str, ...] = ()
    dont: tuple[str, ...] = ()
    say: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        return f"card-{self.stage}"


@dataclass(frozen=True)
class Intervention:
    """What is done, by whom, how often a week, for how many minutes, where, and for which objective (1.2)."""

    what: str
    who: str = ""
    times_a_week: int | None = None
    minutes: int | None = None
    setting: str = ""
    objective: str = ""


@dataclass(frozen=True)
class Interventions:
    """What is done for the objectives, in order."""

    rows: tuple[Intervention, ...] = ()
    place = "interventions"


@dataclass(frozen=True)
class Tried:
    """A less restrictive way that was tried before: from when to when, and what came of it."""

    what: str
    began_on: date | None = None
    ended_on: date | None = None
    result: str = ""


@dataclass(frozen=True)
class Restriction:
    """A restrictive procedure: `kind` of reference/restrictive.toml. Without `restriction_id` it is a new one.

    `when` it may be used and not otherwise; `minutes` that one use lasts at most; `who` may use it and with which
    `training`; what ends one use, and by what it is given up altogether (`fading`); `review_days` between reviews.
    """

    kind: str
    what: str
    when: str = ""
    why: str = ""
    tried: tuple[Tried, ...] = ()
    minutes: int | None = None
    times_a_day: int | None = None
    who: str = ""
    training: str = ""
    ends_when: str = ""
    fading: str = ""
    review_days: int | None = None
    restriction_id: UUID | None = None

    @property
    def place(self) -> str:
        return f"restriction-{self.restriction_id or 'new'}"


Section = About | Part | Goal | Target | Strategies | Crisis | Stage | Restriction | Interventions


@dataclass(frozen=True)
class Whole:
    """All that one version says."""

    kind: str
    about: About = About()
    parts: tuple[Part, ...] = ()
    goals: tuple[Goal, ...] = ()
    targets: tuple[Target, ...] = ()
    strategies: Strategies = Strategies()
    crisis: Crisis = Crisis()
    card: tuple[Stage, ...] = ()
    restrictions: tuple[Restriction, ...] = ()
    interventions: Interventions = Interventions()

    def sections(self) -> Iterator[Section]:
        yield self.about
        yield from self.parts
        yield from self.goals
        if self.kind == "treatment" or self.interventions.rows:
            yield self.interventions
        yield from self.targets
        yield self.strategies
        yield self.crisis
        yield from self.card
        yield from self.restrictions

    def at(self, place: str) -> Section | None:
        """The section that stands at a place, or None where nothing is written yet."""
        return next((s for s in self.sections() if s.place == place and not is_empty(s)), None)

    def stage(self, stage: str) -> Stage:
        return next((s for s in self.card if s.stage == stage), Stage(stage))

    def part(self, key: str) -> Part:
        return next((p for p in self.parts if p.key == key), Part(key))


def is_empty(section: Section) -> bool:
    """Whether nothing is written in a section that always has a place."""
    match section:
        case Part():
            return not section.text
        case Stage():
            return section == Stage(section.stage)
        case Goal() | Target() | Restriction():
            return False
    return section == type(section)()


def basis(section: Section | Whole | None) -> str:
    """A short fingerprint of what stood there when somebody began to write; "" for nothing."""
    return digest(section)[:16] if section is not None else ""


def digest(said: Section | Whole) -> str:
    """SHA-256 of the text as JSON with sorted names, hex. A version without restrictive procedures, or without
    interventions, says nothing of them: so those published before there were any keep the digest that was signed."""
    plain = asdict(said)
    if isinstance(said, Whole) and not said.restrictions:
        del plain["restrictions"]
    if isinstance(said, Whole) and not said.interventions.rows:
        del plain["interventions"]
    written = json.dumps(plain, sort_keys=True, default=str, ensure_ascii=False)
    return hashlib.sha256(written.encode()).hexdigest()
