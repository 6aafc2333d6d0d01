"""What holds a visit in its place: reasons not to move it or call it off. Floors above add theirs."""

from collections.abc import Callable

from alongside.foundation.errors import Fault
from alongside.schedule.models import Calloff, Visit

Hold = Callable[[Visit], list[Fault]]


def called_off(visit: Visit) -> list[Fault]:
    there = Calloff.objects.filter(visit=visit).exists()
    return [Fault("schedule.fault.called_off_already")] if there else []


HOLDS: list[Hold] = [called_off]


def held(visit: Visit) -> list[Fault]:
    """Every reason why this visit must stay as it is; empty when there is none."""
    return [fault for hold in HOLDS for fault in hold(visit)]
