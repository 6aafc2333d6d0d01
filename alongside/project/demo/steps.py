"""What the demo is doing, how much of it is done, and how long it will still take."""

from collections.abc import Iterable, Iterator, Sized
from typing import TypeVar

from alongside.project.progress import Progress, Say

Thing = TypeVar("Thing")


class Steps:
    """Says each step of making the demo: `for client in steps("Clients", found, "clients")`."""

    def __init__(self, say: Say) -> None:
        self._say = say

    def __call__(self, step: str, things: "Iterable[Thing]", unit: str) -> Iterator[Thing]:
        """Hand the things on one by one, and say how far it is."""
        found = things if isinstance(things, Sized) else list(things)
        progress = Progress(self._say, step, len(found), unit)
        for done, thing in enumerate(found, 1):  # type: ignore[arg-type, var-annotated]
            yield thing
            progress.advance_to(done)
