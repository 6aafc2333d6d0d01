"""Everything that is done with assessments and structured analyses."""

from alongside.assessments.actions.analyses import arrange, enter, keep
from alongside.assessments.actions.assessment import close, move, open_
from alongside.assessments.actions.decision import redraft, save, sign

__all__ = ["arrange", "close", "enter", "keep", "move", "open_", "redraft", "save", "sign"]
