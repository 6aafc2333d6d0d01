"""Everything done to an agency's programs, sites, on-call lines and editions of shipped knowledge."""

import alongside.agencies.policy  # noqa: F401  (the rules of these verbs)
from alongside.agencies.actions.editions import adopt_edition, decline_edition, propose_edition
from alongside.agencies.actions.on_call import add_on_call, change_on_call, end_on_call
from alongside.agencies.actions.places import (
    add_programme,
    add_site,
    change_programme,
    change_site,
    end_programme,
    end_site,
)

__all__ = [
    "add_on_call", "add_programme", "add_site", "adopt_edition", "change_on_call", "change_programme", "change_site",
    "decline_edition", "end_on_call", "end_programme", "end_site", "propose_edition",
]  # fmt: skip
