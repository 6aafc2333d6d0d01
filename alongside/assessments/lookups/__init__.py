"""What other apps may ask about assessments: what was decided of a behavior, and when; what there is of a client."""

from alongside.assessments.lookups.decided import Decided, decided, decisions_of
from alongside.assessments.lookups.papers import PaperFacts, analyses_of, assessments_of

__all__ = ["Decided", "PaperFacts", "analyses_of", "assessments_of", "decided", "decisions_of"]
