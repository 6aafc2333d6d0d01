"""Names of fields for the places of a questionnaire: short, and the same on a page and on a device."""

import re
from collections.abc import Mapping

from alongside.questionnaires.filling import Place
from alongside.questionnaires.items import Questionnaire

Numbers = Mapping[str, int]
NAME = re.compile(r"[a-z]\d{1,4}-\d{1,4}(_\d{1,4}-\d{1,4})*", re.ASCII)


def numbers(asked: Questionnaire) -> dict[str, int]:
    """Each link id with its number in reading order: a name made of it holds no sign that a form could mistake."""
    return {item.link_id: n for n, item in enumerate(asked.every())}


def name_of(known: Numbers, place: Place) -> str:
    """`q3-0_7-1`: the second of item 7 in the first of item 3."""
    return "q" + "_".join(f"{known[link]}-{n}" for link, n in place)


def many_of(name: str) -> str:
    """The field that says how many of an item that repeats are on the page."""
    return f"n{name[1:]}"


def other_of(name: str) -> str:
    """The field for words of one's own beside what may be chosen."""
    return f"o{name[1:]}"


def unit_of(name: str) -> str:
    """The field that chooses a quantity's unit."""
    return f"u{name[1:]}"


def gone_of(name: str) -> str:
    """The box that takes a file away again."""
    return f"x{name[1:]}"


def kept_at(n: int) -> str:
    """The mark of an answer that is none of the options: it stays as it was given."""
    return f"k{n}"


def place_of(asked: Questionnaire, name: str) -> Place | None:
    """The place that a field's name stands for; None for one that is of no place here."""
    links = [item.link_id for item in asked.every()]
    if not NAME.fullmatch(name):
        return None
    pairs = [part.split("-") for part in name[1:].split("_")]
    if any(int(number) >= len(links) for number, _ in pairs):
        return None
    return tuple((links[int(number)], int(n)) for number, n in pairs)
