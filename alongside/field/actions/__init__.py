"""Everything done about devices: `field.enrol(by=rosa, on=rosa.staff_id, ...)`."""

import alongside.field.policy  # noqa: F401  (the rules of these verbs)
from alongside.field.actions.enrolling import enrol

__all__ = ["enrol"]
