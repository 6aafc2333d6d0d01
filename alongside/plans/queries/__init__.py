"""Every read of plans for a page."""

from alongside.plans.queries.card import card
from alongside.plans.queries.cover import cover
from alongside.plans.queries.drafts import draft, review
from alongside.plans.queries.due import all_due, due
from alongside.plans.queries.library import library
from alongside.plans.queries.menu import menu
from alongside.plans.queries.own_templates import template_at_work, use_template
from alongside.plans.queries.phases import phases
from alongside.plans.queries.printed import on_paper
from alongside.plans.queries.restrictions import restrictions
from alongside.plans.queries.signing import reviews, scan, signatures
from alongside.plans.queries.team import team
from alongside.plans.queries.versions import compare, plans_of, version

__all__ = [
    "all_due", "card", "compare", "cover", "draft", "due", "library", "menu", "on_paper", "phases", "plans_of",
    "restrictions", "review", "reviews", "scan", "signatures", "team", "template_at_work",
    "use_template", "version",
]  # fmt: skip
