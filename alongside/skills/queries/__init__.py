"""Every read of skill programs and techniques."""

from alongside.skills.queries.programs import program, programs, replayed
from alongside.skills.queries.shapes import ProgramShown, Replayed, SkillsShown

__all__ = ["ProgramShown", "Replayed", "SkillsShown", "program", "programs", "replayed"]
