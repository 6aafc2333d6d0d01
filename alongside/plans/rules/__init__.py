"""What is true of plans: what a section may hold, what publication needs, when a phase may begin."""

from alongside.plans.rules import texts
from alongside.plans.rules.phases import Begun, phase_faults
from alongside.plans.rules.publishing import missing
from alongside.plans.rules.texts import basis, digest
from alongside.plans.rules.writing import faults_of

__all__ = ["Begun", "basis", "digest", "faults_of", "missing", "phase_faults", "texts"]
