"""What a rule would have done: its moves, replayed over sessions that were."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from alongside.skills.rules.mastery import Reading, Rule, Tried, read


@dataclass(frozen=True)
class Moved:
    """A move that the rule would have proposed after the session `at` (its place in the list, from 0)."""

    at: int
    tried: Tried
    before: int
    after: int
    reading: Reading

    @property
    def mastered(self) -> bool:
        """Whether there was no further step."""
        return self.before == self.after


def replay(rule_of: Callable[[int], Rule], tries_of: Callable[[int], Sequence[Tried]], *, steps: int) -> list[Moved]:
    """Each move in order of time; counting begins anew after each. Ends with the mastery of the last step.

    `tries_of(step)`: the same sessions in the same order, with their values for that step. Going back stops at step 1.
    """
    moves: list[Moved] = []
    step, since = 1, 0
    total = len(tries_of(1))
    for now in range(total):
        rule, tried = rule_of(step), tries_of(step)[since : now + 1]
        found = read(rule, tried)
        after = step + 1 if found.state == "met" and step < steps else step
        after = step - 1 if found.state == "back" and step > 1 else after
        if found.state == "met" or after != step:
            moves.append(Moved(now, tries_of(step)[now], step, after, found))
            if after == step:
                return moves
            step, since = after, now + 1
    return moves
