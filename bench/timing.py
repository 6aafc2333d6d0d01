"""Time and statements of something done many times, taking turns with its baseline so that both meet the same load."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from statistics import median
from time import perf_counter
from typing import Any

from django.db import connection

Act = Callable[[], object]


def in_turns(one: Act, other: Act, *, times: int, warm: int = 3) -> tuple[float, float]:
    """Median milliseconds of each, done alternately `times` times after `warm` unmeasured rounds."""
    for _ in range(warm):
        one(), other()
    spent: tuple[list[float], list[float]] = ([], [])
    for _ in range(times):
        for act, kept in zip((one, other), spent, strict=True):
            kept.append(_milliseconds(act))
    return median(spent[0]), median(spent[1])


def alone(act: Act, *, times: int, warm: int = 3) -> float:
    """Median milliseconds of something that has no baseline."""
    for _ in range(warm):
        act()
    return median(_milliseconds(act) for _ in range(times))


def _milliseconds(act: Act) -> float:
    began = perf_counter()
    act()
    return (perf_counter() - began) * 1000


@contextmanager
def statements() -> Iterator[list[str]]:
    """The statements sent to the database meanwhile, savepoints included."""
    sent: list[str] = []

    def note(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        sent.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield sent
