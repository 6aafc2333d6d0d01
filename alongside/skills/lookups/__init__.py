"""What other apps may ask about what is taught."""

from alongside.skills.lookups.teaching import DueProbe, Taught, due_probes, taught_now
from alongside.skills.lookups.techniques import UsedTechnique, chosen_of, chosen_of_all, helped_of, used_in

__all__ = [
    "DueProbe", "Taught", "UsedTechnique", "chosen_of", "chosen_of_all", "due_probes", "helped_of", "taught_now",
    "used_in",
]  # fmt: skip
