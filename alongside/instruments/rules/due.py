"""When a form is asked next."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Asked:
    """That a form is asked: each `every_days`, or once at an occasion."""

    occasion: str
    every_days: int | None
    began_on: date


def due_on(asked: Asked, *, last: date | None, review_on: date | None, discharge_on: date | None) -> date | None:
    """The day on which it is due; None while nothing says when.

    `last`: when it was answered last. At intake once; before a review and at the discharge anew for each.
    """
    if asked.occasion == "every":
        assert asked.every_days is not None
        return max(asked.began_on, last + timedelta(days=asked.every_days)) if last else asked.began_on
    if asked.occasion == "intake":
        return None if last is not None and last >= asked.began_on else asked.began_on
    day = review_on if asked.occasion == "review" else discharge_on
    return None if day is None or (last is not None and last >= day - NEAR) else day


NEAR = timedelta(days=30)  # answered within a month before a review or a discharge, it stands for it
