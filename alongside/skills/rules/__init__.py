"""What is true of skill programs, whoever asks: pure functions."""

from alongside.skills.rules.mastery import Lack, Reading, Rule, Tried, counts, fails, meets, read
from alongside.skills.rules.replaying import Moved, replay
from alongside.skills.rules.steps import Step, chained, from_rows, share

__all__ = [
    "Lack", "Moved", "Reading", "Rule", "Step", "Tried", "chained", "counts", "fails", "from_rows", "meets", "read",
    "replay", "share",
]  # fmt: skip
