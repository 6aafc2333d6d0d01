"""Every read of skill programs and techniques."""

from alongside.skills.queries.programs import program, programs, replayed
from alongside.skills.queries.shapes import ProgramShown, Replayed, SkillsShown
from alongside.skills.queries.techniques import TechniquesShown, shelf, techniques
from alongside.skills.queries.tokens import TokensShown, tokens
from alongside.skills.queries.visit import VisitShown, in_visit

__all__ = [
    "ProgramShown", "Replayed", "SkillsShown", "TechniquesShown", "TokensShown", "VisitShown", "in_visit", "program",
    "programs", "replayed", "shelf", "techniques", "tokens",
]  # fmt: skip
