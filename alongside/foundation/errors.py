"""The ways the product says no. Everything else is a bug and is not caught outside the door."""

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class No:
    """A reason: a code of the message catalogue with the values of its sentence, and where to go on.

    `way_on` is an address of this site; `way` is the code of what that way is called.
    """

    code: str
    values: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    way_on: str = ""
    way: str = ""


@dataclass(frozen=True)
class Fault:
    """One thing wrong with what was asked: the field it belongs to (or ""), a code, and its values."""

    code: str
    field: str = ""
    values: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    place: str = ""


class Refused(Exception):
    """Policy said no. The reason is shown to the person who asked."""

    def __init__(self, no: No, verb: str = "", subject: Any = None) -> None:
        super().__init__(no.code)
        self.no, self.verb, self.subject = no, verb, subject


class Unacceptable(Exception):
    """What was asked breaks a rule of the work. Its faults are shown; what was typed is kept."""

    def __init__(self, faults: "Sequence[Fault] | Fault") -> None:
        self.faults: tuple[Fault, ...] = (faults,) if isinstance(faults, Fault) else tuple(faults)
        super().__init__(", ".join(f"{f.field}:{f.code}" for f in self.faults))


class NotHere(Exception):
    """Absent, or in another agency: the same answer for both."""


class NotMade(Exception):
    """An answer could not be made after everything was read: nothing is wrong with what was asked."""

    def __init__(self, code: str, remark: str = "") -> None:
        super().__init__(code)
        self.code, self.remark = code, remark
