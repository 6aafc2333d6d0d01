"""Sample graphs: an ordinary one, and those that usually break."""

from datetime import date, datetime, timedelta
from statistics import median
from zoneinfo import ZoneInfo

from alongside.chart.graph.visit import Row, Strip
from alongside.outcomes.graph.picture import Change, Fidelity, Goal, Graph, Phase, Point
from tests.kit.samples import LONG

EAST = ZoneInfo("America/New_York")
DAYS = [
    date(2026, 9, 14) + timedelta(days=n)
    for n in (0, 2, 4, 7, 9, 11, 14, 16, 18, 21, 29, 32, 36, 39, 42, 44, 46, 50, 53, 57, 64)
]
BASE, CARD, TIMER = (
    (6.2, 5.0, 7.1, 6.4, 5.4),
    (5.2, 4.6, 4.9, 3.8, 4.1, 3.0, 3.4, 2.4, 2.7),
    (2.1, 1.4, 1.9, 1.2, 0.9, 1.3, 0.8),
)


def phase(name, values, days, trend=None, **point):
    points = tuple(Point(day, value, **point) for day, value in zip(days, values, strict=True))
    known = [value for value in values if value is not None]
    return Phase(name, points, median(known) if known else None, trend)


def ordinary(**changes) -> Graph:
    """The graph of the looks: three phases, a goal, medicine, fidelity."""
    last = phase("Break card + visual timer", TIMER, DAYS[14:], (1.8, 0.8))
    unsigned = Point(DAYS[20], TIMER[-1], "Not signed yet.")
    last = Phase(last.name, (*last.points[:-1], unsigned), last.level, last.trend)
    given = {
        "key": "leaves",
        "title": "Leaving the area, times per hour, by visit",
        "measure": "Times per hour",
        "unit": "per hour",
        "phases": (
            phase("Baseline", BASE, DAYS[:5], (6.2, 5.93)),
            phase("Break card", CARD, DAYS[5:14], (5.2, 2.4)),
            last,
        ),
        "goal": Goal(1, "Goal: 1 per hour or fewer"),
        "changes": (Change(date(2026, 10, 5), "Medicine changed 5 Oct"),),
        "fidelity": Fidelity(
            "Plan steps done", (None,) * 5 + (0.6, 0.7, 0.8, 0.8, 0.9, 0.7, 0.9, 0.9, 1, 0.9, 1, 0.9, 1, 1, 0.9, 1), 0.8
        ),
    }
    return Graph(**(given | changes))


def many(count=400) -> Graph:
    """Four hundred sessions in six phases with long names, one of them a single session."""
    values = [(n * 37 % 101) / 4 for n in range(count)]
    days = [date(2024, 1, 2) + timedelta(days=2 * n) for n in range(count)]
    cuts = [0, 60, 61, 150, 210, 330, count]
    names = [
        "Baseline",
        "One",
        LONG,
        "Return to baseline",
        "Differential reinforcement of other behavior, 5 min",
        "Fading",
    ]
    phases = [phase(name, values[a:b], days[a:b]) for name, a, b in zip(names, cuts, cuts[1:], strict=False)]
    return Graph(
        "many",
        "Many sessions",
        "Count",
        tuple(phases),
        whole=True,
        changes=tuple(Change(days[n], LONG) for n in (5, 50, 300, 395)),
    )


def gaps() -> Graph:
    """Missing sessions and a long pause, by calendar."""
    values = [3, 0, None, 2, 0, 0, 4]
    days = [date(2026, 6, 1) + timedelta(days=n) for n in (0, 1, 2, 3, 4, 90, 91)]
    return Graph(
        "gaps", "With gaps", "Count", (phase("Baseline", values, days),), by_calendar=True, gap_days=30, whole=True
    )


def one() -> Graph:
    return Graph("one", "One session", "Count", (phase("Baseline", [4], DAYS[:1]),), whole=True)


def none() -> Graph:
    return Graph("none", "No session", "Times per hour", (Phase("Baseline", ()),))


def zeros() -> Graph:
    return Graph(
        "zeros",
        "All zero",
        "Count",
        (phase("Baseline", [0] * 4, DAYS[:4]), phase("Plan", [0] * 3, DAYS[4:7])),
        whole=True,
    )


def huge() -> Graph:
    return Graph("huge", "Very large", "Steps", (phase("A", [1200000, 987654, 2400000], DAYS[:3]),))


def ratings() -> Graph:
    return Graph("ratings", "Ratings", "1 to 5", (phase("A", [3, 4, 4, 5], DAYS[:4]),), bottom=1, top=5, whole=True)


GRAPHS = {
    "ordinary": ordinary,
    "many": many,
    "gaps": gaps,
    "one": one,
    "none": none,
    "zeros": zeros,
    "huge": huge,
    "ratings": ratings,
}


def strip() -> Strip:
    """The visit of the looks."""
    start = datetime(2026, 11, 17, 15, 30, tzinfo=EAST)

    def at(*minutes):
        return tuple(start + timedelta(minutes=m) for m in minutes)

    rows = (
        Row("Asks for a break", at(6, 14, 21, 33, 41, 52, 71, 84)),
        Row("Hands", at(42, 61), shape="triangle"),
        Row("Leaves the area", at(17), shape="square"),
        Row("Greets a peer", spans=((start + timedelta(minutes=50), start + timedelta(minutes=65)),)),
        Row("Aggression toward adults at school", ()),
    )
    return Strip("visit", start, start + timedelta(minutes=90), EAST, rows)
