"""Pages of assessments and structured analyses."""

from alongside.assessments.queries.analysis import AnalysisShown, analysis_on_paper, look
from alongside.assessments.queries.assessment import Listed, Shown, Written, list_, on_paper, ready, see, write

__all__ = [
    "AnalysisShown",
    "Listed",
    "Shown",
    "Written",
    "analysis_on_paper",
    "list_",
    "look",
    "on_paper",
    "ready",
    "see",
    "write",
]
