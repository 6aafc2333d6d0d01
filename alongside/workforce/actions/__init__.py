"""Everything done to staff: `workforce.hire(by=ada, on=agency, ...)`."""

import alongside.workforce.policy  # noqa: F401  (the rules of these verbs)
from alongside.workforce.actions.entering import invite, sit
from alongside.workforce.actions.leaving import end_staff
from alongside.workforce.actions.roles import end_role, end_seat, give_role, seat
from alongside.workforce.actions.staff import change_credential, hire, rename
from alongside.workforce.actions.supervision import cover, end_cover, end_supervision, supervise
from alongside.workforce.actions.taking_over import take_over

__all__ = [
    "change_credential", "cover", "end_cover", "end_role", "end_seat", "end_staff", "end_supervision", "give_role",
    "hire", "invite", "rename", "seat", "sit", "supervise", "take_over",
]  # fmt: skip
