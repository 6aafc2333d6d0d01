"""Units of 15 minutes: four ways in which payers count them. Minutes are whole minutes of service."""

from collections.abc import Callable, Mapping

UNIT = 15


def eight_minute(minutes: int) -> int:
    """Units of a total: a begun unit counts from its eighth minute (CMS Pub. 100-04, chapter 5, section 20.2)."""
    return minutes // UNIT + (minutes % UNIT >= 8)


def cms8_total(minutes: Mapping[str, int]) -> dict[str, int]:
    """All timed codes of a day are summed, the units of the sum allotted: full units first, then by remainder."""
    units = {code: m // UNIT for code, m in minutes.items()}
    left = eight_minute(sum(minutes.values())) - sum(units.values())
    for code in sorted(minutes, key=lambda code: (-(minutes[code] % UNIT), code))[:left]:
        units[code] += 1
    return units


def midpoint(minutes: int) -> int:
    """Units of one code: a unit counts when more than half of it (7.5 minutes) has passed (AMA midpoint rule)."""
    return minutes // UNIT + (minutes % UNIT > UNIT / 2)


def full(minutes: int) -> int:
    """Full units alone."""
    return minutes // UNIT


def units(policy: str, minutes: int, *, earlier: int = 0) -> int:
    """Units of one visit; `earlier` are the minutes of the same service on the same day before it.

    cms8_total and cumulative_day look at the whole day; midpoint_per_code and floor at the visit alone.
    """
    count, whole_day = POLICIES[policy]
    return count(earlier + minutes) - count(earlier) if whole_day else count(minutes)


POLICIES: dict[str, tuple[Callable[[int], int], bool]] = {
    "cms8_total": (eight_minute, True),
    "midpoint_per_code": (midpoint, False),
    "floor": (full, False),
    "cumulative_day": (full, True),
}
