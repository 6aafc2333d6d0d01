"""Forms of skill programs and techniques."""

from alongside.skills.forms.moving import DecisionForm, EndForm, MoveForm
from alongside.skills.forms.program import NewProgramForm, NewVersionForm
from alongside.skills.forms.rule import RuleForm

__all__ = ["DecisionForm", "EndForm", "MoveForm", "NewProgramForm", "NewVersionForm", "RuleForm"]
