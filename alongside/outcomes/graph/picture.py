"""What a single-case graph is drawn from. Plain values: the statistics are computed elsewhere and handed in."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Point:
    """One session. A value of None is a gap; `open_because` (words) marks it as unsigned or disputed."""

    day: date
    value: float | None
    open_because: str = ""


@dataclass(frozen=True)
class Phase:
    """A condition with its sessions in order; `level` is its median, `trend` its line at the first and last one."""

    name: str
    points: tuple[Point, ...]
    level: float | None = None
    trend: tuple[float, float] | None = None


@dataclass(frozen=True)
class Goal:
    """Where the plan wants the behavior to be, with its sentence: "Goal: 1 per hour or fewer"."""

    value: float
    label: str


@dataclass(frozen=True)
class Change:
    """Something else that changed that day: medicine, a move, a school break, sleep."""

    day: date
    label: str


@dataclass(frozen=True)
class Fidelity:
    """The share (0 to 1) of the plan's steps done in each session, in the order of all points; None where not seen."""

    label: str
    shares: tuple[float | None, ...]
    aim: float | None = None


@dataclass(frozen=True)
class Graph:
    """A single-case graph. `key` makes its ids unique on the page; `measure` is the y axis, `unit` follows a value.

    `whole`: ticks stay whole numbers (counts). `bottom` None starts at the data, as for ratings. `top` fixes the
    highest tick, as 100 for a percentage. `gap_days`: a longer pause breaks the path. `session` is what one point
    is called, by default a visit.
    """

    key: str
    title: str
    measure: str
    phases: tuple[Phase, ...]
    unit: str = ""
    session: str = ""
    places: int | None = None
    goal: Goal | None = None
    changes: tuple[Change, ...] = ()
    fidelity: Fidelity | None = None
    by_calendar: bool = False
    whole: bool = False
    bottom: float | None = 0
    top: float | None = None
    gap_days: int | None = None

    @property
    def points(self) -> tuple[Point, ...]:
        """Every session of every phase, in order."""
        return tuple(point for phase in self.phases for point in phase.points)

    @property
    def any_level(self) -> bool:
        """Whether a level can be shown."""
        return any(phase.level is not None for phase in self.phases)

    @property
    def any_trend(self) -> bool:
        """Whether a trend can be shown."""
        return any(phase.trend is not None and len(phase.points) > 1 for phase in self.phases)

    @property
    def any_open(self) -> bool:
        """Whether a point is unsigned or disputed."""
        return any(point.open_because for point in self.points)
