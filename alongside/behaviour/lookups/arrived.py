"""When rows of a session were received here, whenever they happened."""

from datetime import datetime
from uuid import UUID

from alongside.behaviour.models import Observation


def received_after(session_id: UUID, moment: datetime) -> int:
    """How many observations, corrections and retractions of a session were received after a moment. One statement."""
    return Observation.objects.filter(session=session_id, received_at__gt=moment).count()


def session_of(observation_id: UUID) -> UUID | None:
    """The session that an observation is of. One statement."""
    return Observation.objects.filter(pk=observation_id).values_list("session_id", flat=True).first()
