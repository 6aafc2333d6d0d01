"""Every read of intake for a page."""

from alongside.intake.found import SummaryShown
from alongside.intake.queries.summary import Printed, draft, on_paper
from alongside.intake.queries.way import Asked, IntakeShown, ReferralLine, referral, referrals, see

__all__ = [
    "Asked", "IntakeShown", "Printed", "ReferralLine", "SummaryShown", "draft", "on_paper", "referral", "referrals",
    "see",
]  # fmt: skip
