"""Everything done to a client's record: `people.place_on_team(by=dev, on=theo, staff=rosa)`."""

import alongside.people.policy  # noqa: F401  (the rules of these verbs)
from alongside.people.actions.admission import admit, discharge, readmit
from alongside.people.actions.alerts import end_alert, raise_alert
from alongside.people.actions.contacts import add_way, connect, end_contact, end_way
from alongside.people.actions.disposal import confirm_disposal, propose_disposal, withdraw_disposal
from alongside.people.actions.glass import break_glass, review_glass
from alongside.people.actions.households import house, leave_house
from alongside.people.actions.person import change, rename
from alongside.people.actions.programs import end_enrolment, enrol
from alongside.people.actions.rights import deny_right, grant_right
from alongside.people.actions.taking_over import Stay, take_over
from alongside.people.actions.team import end_place, place_on_team, release

__all__ = [
    "Stay", "add_way", "admit", "break_glass", "change", "confirm_disposal", "connect", "deny_right", "discharge",
    "end_alert", "end_contact", "end_enrolment", "end_place", "end_way", "enrol", "grant_right", "house",
    "leave_house", "place_on_team", "propose_disposal", "raise_alert", "readmit", "release", "rename", "review_glass",
    "take_over", "withdraw_disposal",
]  # fmt: skip
