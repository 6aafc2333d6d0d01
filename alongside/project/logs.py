"""Logs hold nothing of a record: of a fault its kind and where it happened, never its message, which may quote one."""

import logging
import traceback
from collections.abc import Iterator
from types import TracebackType

OF_A_DATABASE = ("sqlstate", "table_name", "constraint_name")


class WithoutMessages(logging.Formatter):
    """Writes a traceback with the kinds of the faults alone; of the database's also which rule was broken."""

    def formatException(  # noqa: N802  (the name that logging gives it)
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        return "\n".join(_told(ei[1])) if ei[1] is not None else ""


def _told(fault: BaseException) -> Iterator[str]:
    before = fault.__cause__ or (None if fault.__suppress_context__ else fault.__context__)
    if before is not None:
        yield from _told(before)
        yield "and then:"
    yield "".join(traceback.format_tb(fault.__traceback__)).rstrip()
    yield f"{type(fault).__module__}.{type(fault).__qualname__}{_rule_of(fault)}"


def _rule_of(fault: BaseException) -> str:
    diagnosis = getattr(fault, "diag", None)
    named = [str(value) for name in OF_A_DATABASE if (value := getattr(diagnosis, name, None))]
    return f" ({', '.join(named)})" if named else ""
