"""What other apps may ask about assessments: what was decided of a behavior, and when."""

from alongside.assessments.lookups.decided import Decided, decided, decisions_of

__all__ = ["Decided", "decided", "decisions_of"]
