"""Who is ready to work by a version: read and trained. What may be said of a training."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from alongside.foundation.errors import Fault


@dataclass(frozen=True)
class Prepared:
    """What somebody did with one version. `wrote`: published it, and so knows it."""

    read: bool = False
    competent: bool = False
    wrote: bool = False

    @property
    def ready(self) -> bool:
        return self.wrote or (self.read and self.competent)


def grace_until(
    *, published_on: date, taken_over: bool, before: Prepared | None, limits: Mapping[str, Any]
) -> date | None:  # fmt: skip
    """The last day on which somebody who is not ready may be booked, or None where there is no grace.

    `before`: what they did with the version before; `limits`: reference/readiness.toml.
    """
    if taken_over:
        return published_on + timedelta(days=limits["grace_after_taking_over_days"])
    if before is not None and before.ready:
        return published_on + timedelta(days=limits["grace_days"])
    return None


def training_faults(
    *, hows: Sequence[str], competent: bool, done_on: date, today: date, known: Mapping[str, Any]
) -> list[Fault]:  # fmt: skip
    """One way at least, each known; competent only after practice; on a day that has come."""
    faults = [] if hows and set(hows) <= set(known["hows"]) else [Fault("plans.fault.hows", "hows")]
    if competent and not set(known["competent_takes"]) <= set(hows):
        faults.append(Fault("plans.fault.practised", "competent"))
    if done_on > today:
        faults.append(Fault("plans.fault.later", "done_on"))
    return faults
