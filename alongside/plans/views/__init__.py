"""The web door of plans."""

from alongside.plans.views import card, drafting, phases, publishing, reading

__all__ = ["card", "drafting", "phases", "publishing", "reading"]
