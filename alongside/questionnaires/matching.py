"""Whether a text fits a pattern, in time that grows with both alone: the same steps as on a device, no backtracking.

A pattern is read strictly: what Python's and JavaScript's own expressions mean differently, or only one of them knows
(look-around, back references, flags, Unicode classes, loose brackets), is refused when its form is published. The
classes of digits, words and spaces are JavaScript's. After Thompson 1968, Communications of the ACM 11:419-422.
"""

from dataclasses import dataclass, field
from functools import lru_cache

from alongside.questionnaires.patterns import Cannot, Node, parsed

__all__ = ["Cannot", "fits", "pattern"]
MOST_STATES = 500
MOST_WORK = 20_000  # parts of a pattern, each as often as it may come
REMEMBERED = 5_000


@dataclass
class Pattern:
    """An automaton. State n eats a character of `sets[n]` and goes on to `after[n]`, a bit mask of states."""

    sets: list[Node] = field(default_factory=list)
    after: list[int] = field(default_factory=list)
    begin: int = 0
    work: int = 0
    steps: dict[tuple[int, str], int] = field(default_factory=dict)

    def fits(self, text: str) -> bool:
        """Whether the whole of a text fits."""
        now = self.begin
        for character in text:
            now = self._step(now, character)
            if not now:
                return False
        return bool(now & 1)

    def _step(self, now: int, character: str) -> int:
        known = self.steps.get((now, character))
        if known is None:
            known = 0
            for n in range(1, now.bit_length()):
                if now >> n & 1 and self.sets[n].has(ord(character)):
                    known |= self.after[n]
            if len(self.steps) < REMEMBERED:
                self.steps[now, character] = known
        return known


@lru_cache(maxsize=500)
def pattern(text: str) -> Pattern:
    """Raises Cannot."""
    made = Pattern([Node("end")], [0])
    made.begin = _made(made, parsed(text), 1)
    return made


def fits(text: str, wanted: str) -> bool:
    """Whether the whole of `text` is as the pattern `wanted` says. Raises Cannot."""
    return pattern(wanted).fits(text)


def _made(made: Pattern, node: Node, onward: int) -> int:
    """Add the states of a node that goes on to `onward`; where it begins. Both are masks of states, bit 0 the end."""
    made.work += 1
    if made.work > MOST_WORK:
        raise Cannot("large")
    if node.kind == "set":
        return 1 << _state(made, node, onward)
    if node.kind == "all":
        for part in reversed(node.parts):
            onward = _made(made, part, onward)
        return onward
    if node.kind == "any":
        begin = 0
        for part in node.parts:
            begin |= _made(made, part, onward)
        return begin
    return _repeated(made, node, onward)


def _repeated(made: Pattern, node: Node, onward: int) -> int:
    [part] = node.parts
    start = onward
    if node.most is None:
        start = _looped(made, part, onward)
    else:
        for _ in range(node.most - node.least):
            start = _made(made, part, start) | onward
    for _ in range(node.least):
        start = _made(made, part, start)
    return start


def _looped(made: Pattern, part: Node, onward: int) -> int:
    """Any number of times: a state that eats nothing holds the place of what comes round again."""
    turn = _state(made, Node("none"), 0)
    begin = _made(made, part, 1 << turn) & ~(1 << turn) | onward
    for n in range(turn + 1, len(made.after)):
        if made.after[n] >> turn & 1:
            made.after[n] = made.after[n] & ~(1 << turn) | begin
    return begin


def _state(made: Pattern, node: Node, onward: int) -> int:
    if len(made.sets) > MOST_STATES:
        raise Cannot("large")
    made.sets.append(node)
    made.after.append(onward)
    return len(made.sets) - 1
