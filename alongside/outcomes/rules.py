"""What a decision must say."""

from datetime import date, timedelta

from alongside.foundation.errors import Fault

FEWEST_WORDS = 3
LATEST = timedelta(days=366)
ENDS = {"stop", "mastered"}


def faults(*, choice: str, reason: str, look_again_on: date | None, known: tuple[str, ...], today: date) -> list[Fault]:
    """A choice, a reason in words, and a day to look again unless work on it ends."""
    found = [] if choice in known else [Fault("outcomes.fault.choice", "choice")]
    if len(reason.split()) < FEWEST_WORDS:
        found.append(Fault("outcomes.fault.reason", "reason"))
    if look_again_on is None and choice not in ENDS:
        found.append(Fault("outcomes.fault.look_again", "look_again_on"))
    if look_again_on is not None and not today < look_again_on <= today + LATEST:
        found.append(Fault("outcomes.fault.look_again_day", "look_again_on"))
    return found
