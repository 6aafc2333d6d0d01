"""What is done at an intake."""

import alongside.intake.policy  # noqa: F401  (the rules of these verbs)
from alongside.intake.actions.summary import acknowledge, sign, summarize
from alongside.intake.actions.way import begin, begin_for, close, draw, observe, refer

__all__ = [
    "acknowledge", "begin", "begin_for", "close", "draw", "observe", "refer", "sign", "summarize",
]  # fmt: skip
