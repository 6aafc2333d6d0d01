"""Everything done about devices: `field.enrol(by=rosa, on=rosa.staff_id, ...)`."""

import alongside.field.policy  # noqa: F401  (the rules of these verbs)
from alongside.field.actions.deciding import apply, correct
from alongside.field.actions.enrolling import enrol
from alongside.field.actions.forcing import force
from alongside.field.actions.leaving import leave
from alongside.field.actions.losing import lose
from alongside.field.actions.setting_aside import set_aside

__all__ = ["apply", "correct", "enrol", "force", "leave", "lose", "set_aside"]
