"""What may stand on a client's menu, and in what a preference assessment found."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from alongside.foundation.errors import Fault

LINE = 140


def offer_faults(*, text: str, cost: int, schedule: str, every: int | None, known: Mapping[str, Any]) -> list[Fault]:
    """A reinforcer: words, a price in tokens, and a schedule with its number where it has one."""
    faults = [] if text else [Fault("plans.fault.needed", "text")]
    if len(text) > LINE:
        faults.append(Fault("plans.fault.long", "text", {"most": LINE, "count": len(text)}))
    if not 0 <= cost <= known["most_cost"]:
        faults.append(Fault("plans.fault.pinned", "cost", {"most": known["most_cost"]}))
    if schedule not in known["schedule"]:
        return [*faults, Fault("plans.fault.choice", "schedule")]
    counts = known["schedule"][schedule]["counts"]
    if counts and (every is None or every < 1):
        faults.append(Fault("plans.fault.every", "every"))
    if not counts and every is not None:
        faults.append(Fault("plans.fault.no_every", "every"))
    return faults


def preference_faults(
    *, method: str, done_on: date, ranked: Sequence[str], today: date, known: Mapping[str, Any]
) -> list[Fault]:  # fmt: skip
    """A ranking: two items or more, none twice, on a day that has come."""
    faults = [] if method in known["methods"]["keys"] else [Fault("plans.fault.choice", "method")]
    if done_on > today:
        faults.append(Fault("plans.fault.later", "done_on"))
    if not 2 <= len(ranked) <= known["most_ranked"]:
        faults.append(Fault("plans.fault.ranked", "ranked", {"most": known["most_ranked"]}))
    if len({item.casefold() for item in ranked}) != len(ranked):
        faults.append(Fault("plans.fault.ranked_twice", "ranked"))
    if any(len(item) > LINE for item in ranked):
        faults.append(Fault("plans.fault.long", "ranked", {"most": LINE, "count": max(map(len, ranked))}))
    return faults
