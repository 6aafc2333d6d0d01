"""What happened in a session."""

from alongside.behaviour.models.care import Exchange, Notice, Token
from alongside.behaviour.models.stream import Deviation, Observation, OpenTimer, Scored, StrategyUse, Tally

__all__ = [
    "Deviation", "Exchange", "Notice", "Observation", "OpenTimer", "Scored", "StrategyUse", "Tally", "Token",
]  # fmt: skip
