"""What is true of the evidence for a visit: a place is a place, an exception has a known code, nothing is required."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from math import isfinite
from typing import Any

from alongside.foundation.errors import Fault

MOMENTS = ("begin", "end")


@dataclass(frozen=True)
class Evidence:
    """How it is known that a visit began or ended. Degrees (WGS 84) and metres; the place may be missing."""

    moment: str
    how: str
    device_at: datetime
    latitude: float | None = None
    longitude: float | None = None
    accuracy_m: float | None = None
    exception: str = ""
    reason: str = ""


def faults(this: Evidence, *, known: Mapping[str, Any], fewest: int) -> list[Fault]:
    """`known` is `verification` of reference/visits.toml; `fewest`: letters of a reason that says anything."""
    found = [Fault("sessions.fault.verify_moment", "moment")] * (this.moment not in MOMENTS)
    found += [Fault("sessions.fault.verify_how", "how")] * (this.how not in known["hows"])
    found += [Fault("sessions.fault.no_zone", "device_at")] * (this.device_at.tzinfo is None)
    found += _place_faults(this, known["farthest_accuracy_m"])
    if this.exception and this.exception not in known["exceptions"]:
        found.append(Fault("sessions.fault.exception", "exception"))
    if this.exception in known["in_words"] and len(this.reason) < fewest:
        found.append(Fault("sessions.fault.exception_reason", "reason"))
    return found


def _place_faults(this: Evidence, farthest: float) -> list[Fault]:
    """Both coordinates or none; one only where the device told its place."""
    numbers = (this.latitude, this.longitude, this.accuracy_m)
    given = [number for number in numbers if number is not None]
    if this.how != "device_place":
        return [Fault("sessions.fault.place_told", "latitude")] * bool(given)
    if this.latitude is None or this.longitude is None or not all(map(isfinite, given)):
        return [Fault("sessions.fault.coordinates", "latitude")]
    within = abs(this.latitude) <= 90 and abs(this.longitude) <= 180
    if not within or not 0 <= (this.accuracy_m or 0) <= farthest:
        return [Fault("sessions.fault.coordinates", "latitude")]
    return []
