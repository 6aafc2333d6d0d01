from alongside.assessments.models.analyses import Analysis, Entry
from alongside.assessments.models.assessment import About, Assessment, Closing

__all__ = ["About", "Analysis", "Assessment", "Closing", "Entry"]
