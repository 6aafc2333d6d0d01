"""Series on one picture: each as a panel, and the effect between cases."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from alongside.chart.graph.stacked import Tier
from alongside.chart.queries.baselines import Series
from alongside.foundation import reference
from alongside.measure.between_case import BetweenCase, multiple_baseline
from alongside.measure.estimate import Direction, sign_of
from alongside.measure.series import Phase
from alongside.outcomes.drawing import picture


def tier(of: Series, name: str, *, zone: str, calendar: bool) -> Tier:
    """A series as a panel: by the number of its visit, or by its day."""
    graph = picture(of.target, of.conditions, zone=zone, calendar=calendar)
    visits = [visit for condition in of.conditions for visit in condition.visits]
    at = tuple(float(v.day.toordinal() if calendar else v.number) for v in visits)
    return Tier(name, graph, at)


@dataclass(frozen=True)
class Between:
    """The effect between cases of the series shown, toward improvement; `why_not` where there is none (a code)."""

    effect: BetweenCase | None
    cases: int
    why_not: str
    checks: tuple[dict[str, Any], ...]


def between(shown: tuple[Series, ...]) -> Between:
    """BC-SMD of one series a client, by the number of the visit; three clients are the fewest."""
    checks = tuple(reference.load("outcomes")["between_case"])
    pairs = {one.client_id: one for one in reversed(shown) if one.pair}
    if len({one.target.measure for one in pairs.values()}) > 1:
        return Between(None, len(pairs), "measures", checks)
    if len(pairs) < 3:
        return Between(None, len(pairs), "few", checks)
    found = multiple_baseline([_phases(one) for one in pairs.values()])
    return Between(found, len(pairs), "" if found else "nothing", checks)


def _phases(one: Series) -> tuple[Phase, Phase]:
    assert one.pair
    before, after = one.pair
    improvement: Direction = "decrease" if one.target.improvement == "decrease" else "increase"
    sign = sign_of(improvement)
    a, b = (Phase(c.name, c.kind, tuple(c.numbers), tuple(sign * value for value in c.values)) for c in (before, after))
    return a, b


def first_change(of: Series) -> date | None:
    """The day on which the first intervention began: series are stacked in this order."""
    return of.pair[1].visits[0].day if of.pair else None
