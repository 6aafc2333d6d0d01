"""What is taught, and with what."""

from alongside.skills.models.programs import Decision, Probe, Probed, ProgramVersion, SkillProgram
from alongside.skills.models.techniques import Chosen, TechniqueUse

__all__ = ["Chosen", "Decision", "Probe", "Probed", "ProgramVersion", "SkillProgram", "TechniqueUse"]
