"""What is wrong with answers as faults: beside the field of each question."""

from collections.abc import Iterable

from alongside.foundation.errors import Fault
from alongside.instruments.rules.plain import plain
from alongside.questionnaires.answering import Wrong
from alongside.questionnaires.items import Questionnaire
from alongside.questionnaires.naming import name_of, numbers

CODE = "instruments.wrong."


def faults_of(asked: Questionnaire, wrong: Iterable[Wrong]) -> list[Fault]:
    """Each with the name of its field, in the order of the form."""
    known = numbers(asked)
    found = [(name_of(known, one.place) if one.place else "", one) for one in wrong]
    return [Fault(code_of(one), name, said(one)) for name, one in sorted(found, key=lambda pair: order(pair[0]))]


def code_of(one: Wrong) -> str:
    """The sentence of a fault; what is of another type is told by the type that it should have."""
    return f"{CODE}type_{one.values['type'].replace('-', '_')}" if "type" in one.values else f"{CODE}{one.code}"


def said(one: Wrong) -> dict[str, object]:
    """Its values as they are shown: numbers without zeros that say nothing."""
    return {name: plain(value) for name, value in one.values.items() if name != "type"}


def order(name: str) -> list[int]:
    """Where a field stands on the page."""
    return [int(part) for part in name[1:].replace("_", "-").split("-") if part.isdigit()]
