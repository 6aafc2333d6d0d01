"""Forms of assessments and structured analyses."""

from alongside.assessments.forms.analyses import ArrangeForm, details_of, entry_form
from alongside.assessments.forms.assessment import CloseForm, DecisionForm, InterviewForm, OpenForm, PlanForm, SpanForm

__all__ = [
    "ArrangeForm",
    "CloseForm",
    "DecisionForm",
    "InterviewForm",
    "OpenForm",
    "PlanForm",
    "SpanForm",
    "details_of",
    "entry_form",
]
