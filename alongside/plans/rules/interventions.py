"""What an intervention may say, and what it lacks before it is published."""

from collections.abc import Iterable

from alongside.foundation.errors import Fault
from alongside.plans.rules.limits import NAME
from alongside.plans.rules.texts import Goal, Intervention, Interventions, Whole

MOST, LINE, MINUTES, TIMES = 30, 300, 1_440, 70


def numbers(goals: Iterable[Goal]) -> list[tuple[str, str]]:
    """The number of each objective as it is read, with its text: ("1.2", ...)."""
    return [
        (f"{n}.{m}", objective.text)
        for n, goal in enumerate(goals, 1)
        for m, objective in enumerate(goal.objectives, 1)
    ]


def written_faults(section: Interventions) -> list[Fault]:
    """Each line says what, within its limits."""
    if len(section.rows) > MOST:
        return [Fault("plans.fault.lines", "", {"most": MOST, "count": len(section.rows)})]
    return [fault for n, row in enumerate(section.rows) for fault in _row_faults(row, f"intervention-{n}-")]


def _row_faults(row: Intervention, at: str) -> list[Fault]:
    faults = [] if row.what.strip() else [Fault("plans.fault.needed", at + "what")]
    for field, most in (("what", LINE), ("who", NAME), ("setting", NAME), ("objective", NAME)):
        if len(getattr(row, field)) > most:
            faults.append(Fault("plans.fault.long", at + field, {"most": most, "count": len(getattr(row, field))}))
    for field, most in (("times_a_week", TIMES), ("minutes", MINUTES)):
        value = getattr(row, field)
        if value is not None and not 1 <= value <= most:
            faults.append(Fault("plans.fault.pinned", at + field, {"most": most}))
    return faults


def missing(whole: Whole) -> list[Fault]:
    """A treatment plan says what is done: by whom, how often, how long, and for which of its objectives."""
    rows, known = whole.interventions.rows, {number for number, _ in numbers(whole.goals)}
    if not rows:
        return [Fault("plans.missing.interventions", "", {}, "interventions")]
    return [
        Fault(f"plans.missing.intervention_{code}", f"intervention-{n}-what", {"what": row.what}, "interventions")
        for n, row in enumerate(rows)
        for code, lacks in (
            ("who", not row.who.strip()), ("often", row.times_a_week is None or row.minutes is None),
            ("objective", bool(known) and row.objective not in known),
        )
        if lacks
    ]  # fmt: skip
