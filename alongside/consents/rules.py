"""What a consent must say, and how it stands on a day. Pure."""

from collections.abc import Collection
from datetime import date
from typing import Any

from alongside.foundation.errors import Fault

REASON = 10  # characters
STATES = ("given", "later", "over", "ended", "refused")


def state(*, given: bool, ended: bool, begins_on: date, until: date | None, day: date) -> str:
    """Of STATES: it holds, will hold, its last day is over, it was taken back, or it was a no."""
    if not given:
        return "refused"
    if ended:
        return "ended"
    if until is not None and until < day:
        return "over"
    return "later" if begins_on > day else "given"


def faults(
    said: dict[str, Any], *, allowed: dict[str, Collection[str]], telling: Collection[str], today: date
) -> list[Fault]:
    """Faults of a consent, by field. What allows telling somebody names them, limits how long, and who gave it.

    Nothing else names anybody outside: whoever typed a recipient meant a release, and what was typed is not dropped.
    """
    found = [Fault("foundation.field.choice", name) for name, known in allowed.items() if said[name] not in known]
    unknown = {fault.field for fault in found}
    if said["decided_on"] > today:
        found.append(Fault("consents.fault.to_come", "decided_on"))
    if said["begins_on"] < said["decided_on"]:
        found.append(Fault("consents.fault.begins", "begins_on"))
    if said["until"] is not None and said["until"] < said["begins_on"]:
        found.append(Fault("consents.fault.until", "until"))
    if said["what"] in telling:
        found += [Fault("consents.fault.telling", name) for name in ("reader", "recipient") if not said[name]]
        found += [Fault("consents.fault.limited", "until")] if said["given"] and said["until"] is None else []
    elif "what" not in unknown:
        outside = [name for name in ("reader", "recipient") if said[name] and name not in unknown]
        found += [Fault("consents.fault.nobody", name) for name in outside]
    if said["what"] == "order" and len(said["by_whom"]) < REASON:
        found.append(Fault("consents.fault.court", "by_whom"))
    return found
