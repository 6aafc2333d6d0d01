"""What a version of a program says, as one value."""

from dataclasses import dataclass

from alongside.skills.rules.mastery import Rule
from alongside.skills.rules.steps import Step


@dataclass(frozen=True)
class Whole:
    """Everything that a version says. `steps` are typed ones; those of a chained task analysis follow from the target.

    `weeks`: when it is looked at again after mastery; `kinds`: with whom and where else.
    """

    rule: Rule
    hierarchy: str
    goal: str = ""
    teaching: tuple[str, ...] = ()
    materials: str = ""
    correction: str = ""
    reinforcement: str = ""
    seconds: tuple[int, ...] = ()
    chaining: str = ""
    steps: tuple[Step, ...] = ()
    weeks: tuple[int, ...] = ()
    kinds: tuple[str, ...] = ()
    because: str = ""
