"""How much work one expression may cause: every part that is computed is counted, and every result of it.

The library has no limit of its own, and an expression of somebody else may ask for more than a day. Counted work is the
same on every machine, where a clock is not.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from fhirpathpy.engine.evaluators import evaluators

MOST = 200_000
Evaluates = Callable[[Any, Any, Any], Any]
_here = threading.local()


class Spent(Exception):
    """An expression asks for more than MOST parts and results."""


@contextmanager
def limited(most: int = MOST) -> Iterator[None]:
    """Whatever is computed within, in this thread, has so much to spend."""
    before = getattr(_here, "left", None)
    _here.left = most
    try:
        yield
    finally:
        _here.left = before


def _counted(evaluates: Evaluates) -> Evaluates:
    def counts(context: Any, parent: Any, node: Any) -> Any:
        found = evaluates(context, parent, node)
        left = getattr(_here, "left", None)
        if left is not None:
            _here.left = left = left - _cost(found)
            if left < 0:
                raise Spent
        return found

    return counts


def _cost(found: Any) -> int:
    if not isinstance(found, list):
        return 1
    return 1 + len(found) + sum(len(one) for one in found if isinstance(one, str))


for _kind, _evaluates in list(evaluators.items()):
    evaluators[_kind] = _counted(_evaluates)
