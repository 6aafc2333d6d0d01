"""Everything that is done with assessments and structured analyses."""

from alongside.assessments.actions.analyses import arrange, enter, keep
from alongside.assessments.actions.assessment import close, move, open_
from alongside.assessments.actions.decision import redraft, save, sign
from alongside.assessments.actions.interview import interview
from alongside.assessments.actions.planning import begin_plan

__all__ = ["arrange", "begin_plan", "close", "enter", "interview", "keep", "move", "open_", "redraft", "save", "sign"]
