"""Who may set up the agency's programs and places."""

from alongside.foundation.policy import ruled

ruled(
    "agencies.add_programme", "agencies.change_programme", "agencies.end_programme", "agencies.programmes",
    "agencies.add_site", "agencies.change_site", "agencies.end_site", "agencies.sites",
)  # fmt: skip
