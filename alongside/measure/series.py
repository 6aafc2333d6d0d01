"""A graph as data: a case has phases of sessions, a pair is one baseline with the intervention after it."""

from dataclasses import dataclass, field

from alongside.measure.estimate import Direction, Scale


@dataclass(frozen=True, slots=True)
class Phase:
    """Sessions (numbers on the x-axis) and outcomes of one phase, equally many, in order."""

    name: str
    condition: str
    sessions: tuple[float, ...]
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the outcome was measured; None where the file does not say."""

    improvement: Direction
    scale: Scale | None = None
    session_minutes: float | None = None
    intervals: float | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """The A points and B points that are compared, under the number that names them."""

    number: int | str
    a: tuple[float, ...]
    b: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """One person's (or behavior's) series: phases in order, and the pairs to compare.

    `design` (MB... or TR) and `measure` are the file's own words, empty where it has none.
    """

    dataset: str
    series: str
    outcome: Outcome
    phases: tuple[Phase, ...]
    pairs: tuple[Pair, ...] = field(default=())
    design: str = ""
    measure: str = ""

    @property
    def first_two(self) -> tuple[Phase, Phase] | None:
        """The first two phases, which whole-case measures compare; None for a single phase."""
        return (self.phases[0], self.phases[1]) if len(self.phases) > 1 else None
