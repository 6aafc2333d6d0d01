"""An assessment, and a structured analysis, as parts of a paper."""

from alongside.assessments.paper.analysis import analysis
from alongside.assessments.paper.assessment import assessment

__all__ = ["analysis", "assessment"]
