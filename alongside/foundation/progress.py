"""Say what a long step does: its name, how much is done, how long it will still take."""

import sys
import time
from collections.abc import Callable

Say = Callable[[str], None]
EVERY = 2.0  # seconds between two lines about the same step


def quiet(sentence: str) -> None:
    """A `Say` for callers who do not want to hear."""


def to_terminal(sentence: str) -> None:
    """A `Say` that writes to the error stream, so that what a command prints can be piped."""
    print(sentence, file=sys.stderr, flush=True)


class Progress:
    """Counts one step; `advance_to(12)` now and then says "Copying: 12 of 40 MB, about 9 s left"."""

    def __init__(self, say: Say, step: str, total: int, unit: str) -> None:
        self._say, self._step, self._total, self._unit = say, step, total, unit
        self._done, self._began, self._said = 0, time.monotonic(), 0.0

    def advance_to(self, done: int) -> None:
        """Say how far it is, unless something was said a moment ago."""
        self._done = done
        now = time.monotonic()
        if now - self._said >= EVERY or self._done >= self._total:
            self._said = now
            self._say(self._line(now - self._began))

    def _line(self, spent: float) -> str:
        line = f"{self._step}: {self._done} of {self._total} {self._unit}"
        left = spent / self._done * (self._total - self._done) if self._done else 0
        return f"{line}, about {round(left)} s left" if left >= 1 else line
