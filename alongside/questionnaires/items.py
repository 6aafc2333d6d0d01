"""A FHIR R4 Questionnaire as the product uses it: what is asked, in which order, and what each answer is worth."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Value = Mapping[str, Any]
"""One `value[x]` of FHIR as it is written there, e.g. {"valueCoding": {"code": "LA6568-5"}}. Exactly one member."""

ASKED = (
    "boolean", "decimal", "integer", "date", "dateTime", "time", "string", "text", "url", "choice", "open-choice",
    "attachment", "reference", "quantity",
)  # fmt: skip
TYPES = ("group", "display", *ASKED)


@dataclass(frozen=True)
class Option:
    """One answer that may be chosen. `score`: its ordinal value, where it has one. `alone`: excludes all others."""

    value: Value
    label: str
    score: float | None = None
    prefix: str = ""
    selected: bool = False
    alone: bool = False


@dataclass(frozen=True)
class Condition:
    """An enableWhen: the answer to `question` stands in this way to `answer`."""

    question: str
    operator: str
    answer: Any


@dataclass(frozen=True)
class Expression:
    """FHIRPath. `name`: of a variable."""

    text: str
    language: str = "text/fhirpath"
    name: str = ""


@dataclass(frozen=True)
class Item:
    """One item with everything below it. Limits are None where there are none.

    `says_how`: whether it says if one of its conditions is enough (`every_condition`). `names_set`: its answers stand
    in a set elsewhere.
    """

    link_id: str
    type: str
    text: str = ""
    prefix: str = ""
    help: str = ""
    unit: str = ""
    control: str = ""
    required: bool = False
    repeats: bool = False
    read_only: bool = False
    hidden: bool = False
    max_length: int | None = None
    min_value: Any = None
    max_value: Any = None
    least: int | None = None
    most: int | None = None
    decimals: int | None = None
    pattern: str = ""
    options: tuple[Option, ...] = ()
    names_set: bool = False
    units: tuple[Value, ...] = ()
    conditions: tuple[Condition, ...] = ()
    every_condition: bool = True
    says_how: bool = True
    enabled_by: Expression | None = None
    calculated: Expression | None = None
    initially: Expression | None = None
    initial: tuple[Value, ...] = ()
    variables: tuple[Expression, ...] = ()
    codes: tuple[Mapping[str, Any], ...] = ()
    items: tuple["Item", ...] = ()

    @property
    def is_asked(self) -> bool:
        return self.type in ASKED

    def below(self) -> Iterator["Item"]:
        """This item and all below it, in order."""
        yield self
        for item in self.items:
            yield from item.below()


@dataclass(frozen=True)
class Questionnaire:
    """`source` is the resource as it was read, for expressions that look at it."""

    url: str
    version: str
    title: str
    items: tuple[Item, ...]
    variables: tuple[Expression, ...]
    launch: tuple[str, ...]
    source: Mapping[str, Any]

    def every(self) -> Iterator[Item]:
        for item in self.items:
            yield from item.below()

    @property
    def canonical(self) -> str:
        return f"{self.url}|{self.version}" if self.version else self.url
