"""Who may enrol a device, report one lost, and decide about what was held."""

from alongside.foundation.policy import ruled
from alongside.workforce.policy import to_staff

ruled("field.enrol", relations=to_staff)
