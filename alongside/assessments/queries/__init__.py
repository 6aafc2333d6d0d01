"""Pages of assessments and structured analyses."""

from alongside.assessments.queries.analysis import AnalysisShown, look
from alongside.assessments.queries.assessment import Listed, Shown, Written, list_, ready, see, write

__all__ = ["AnalysisShown", "Listed", "Shown", "Written", "list_", "look", "ready", "see", "write"]
