"""A visit that has begun stays where it is: our reason among those of schedule.holding."""

from alongside.foundation.errors import Fault
from alongside.schedule.holding import HOLDS
from alongside.schedule.models import Visit
from alongside.sessions.models import Session


def begun(visit: Visit) -> list[Fault]:
    there = Session.objects.filter(visit=visit).exists()
    return [Fault("sessions.fault.visit_begun")] if there else []


HOLDS.append(begun)
