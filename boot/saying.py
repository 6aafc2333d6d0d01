"""Tell the person which step runs, how much of it is done and how long it will still take."""

import sys
import time

EVERY = 2.0  # seconds between two lines where lines cannot be overwritten


class Step:
    """One step with an amount; on a terminal its line is overwritten, in a log it comes every two seconds."""

    def __init__(self, name: str, seconds: int | None = None) -> None:
        """`seconds` is how long it usually takes, told before anything is known."""
        self._name, self._began, self._said, self._width = name, time.monotonic(), 0.0, 0
        self._overwrites = sys.stderr.isatty()
        self._write(name if seconds is None else f"{name}, about {seconds} s left")

    def tell(self, amount: str, done: float, total: float) -> None:
        """ "Installing 34 packages: 12 of 41 MB, about 9 s left". `done` and `total` are in one unit."""
        now = time.monotonic()
        if now - self._said >= (0.2 if self._overwrites else EVERY):
            self._said = now
            self._write(f"{self._name}: {amount}{self._left(now, done, total)}")

    def note(self, words: str) -> None:
        """Say this now, whatever was said a moment ago."""
        self._said = time.monotonic()
        self._write(f"{self._name}: {words}")

    def end(self) -> None:
        self._write(f"{self._name}: done in {time.monotonic() - self._began:.0f} s")
        if self._overwrites:
            sys.stderr.write("\n")

    def _left(self, now: float, done: float, total: float) -> str:
        if not done:
            return ""
        seconds = (now - self._began) / done * (total - done)
        return f", about {max(1, round(seconds))} s left"

    def _write(self, line: str) -> None:
        if self._overwrites:
            sys.stderr.write("\r" + line.ljust(self._width))
            self._width = len(line)
        else:
            sys.stderr.write(line + "\n")
        sys.stderr.flush()
