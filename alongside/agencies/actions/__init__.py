"""Everything done to an agency's programs and sites, and which editions of shipped knowledge it works by."""

import alongside.agencies.policy  # noqa: F401  (the rules of these verbs)
from alongside.agencies.actions.editions import adopt_edition, decline_edition, propose_edition
from alongside.agencies.actions.places import (
    add_programme,
    add_site,
    change_programme,
    change_site,
    end_programme,
    end_site,
)

__all__ = [
    "add_programme", "add_site", "adopt_edition", "change_programme", "change_site", "decline_edition", "end_programme",
    "end_site", "propose_edition",
]  # fmt: skip
