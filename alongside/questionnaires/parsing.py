"""JSON of somebody else's, read strictly: nothing twice, not too deep, no text or number that cannot be kept."""

import json
import math
from typing import Any

from alongside.questionnaires.raw import Unreadable

DEEPEST = 100  # lists and objects in one another
LONGEST = 100_000  # characters of one text


def parsed(body: bytes) -> Any:
    """Raises Unreadable."""
    try:
        found = json.loads(body.decode("utf-8-sig"), parse_constant=_no_number, object_pairs_hook=_once)
    except UnicodeDecodeError as wrong:
        raise Unreadable("not_utf8") from wrong
    except json.JSONDecodeError as wrong:
        raise Unreadable("not_json", line=wrong.lineno, column=wrong.colno) from wrong
    except RecursionError as wrong:
        raise Unreadable("too_deep", most=DEEPEST) from wrong
    except ValueError as wrong:  # a whole number of thousands of digits
        raise Unreadable("no_number", word="") from wrong
    _sound(found)
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise Unreadable("twice", name=next(name for name in names if names.count(name) > 1)[:60])
    return found


def _no_number(word: str) -> Any:
    raise Unreadable("no_number", word=word)  # NaN and Infinity are no JSON


def _sound(found: Any) -> None:
    """Without recursion: what is deep is told before anything walks down it."""
    waiting = [(found, 1)]
    while waiting:
        one, depth = waiting.pop()
        if depth > DEEPEST:
            raise Unreadable("too_deep", most=DEEPEST)
        if isinstance(one, dict):
            waiting += [(part, depth + 1) for pair in one.items() for part in pair]
        elif isinstance(one, list):
            waiting += [(part, depth + 1) for part in one]
        elif isinstance(one, float) and not math.isfinite(one):
            raise Unreadable("no_number", word=str(one))
        elif isinstance(one, str):
            _text(one)


def _text(one: str) -> None:
    if len(one) > LONGEST:
        raise Unreadable("long_text", most=LONGEST)
    if "\0" in one or any("\ud800" <= sign <= "\udfff" for sign in one):
        raise Unreadable("unfit_text")
