"""A questionnaire as JSON for a device: what `items.py` holds, without what is as usual."""

from dataclasses import MISSING, fields, is_dataclass
from typing import Any

from alongside.questionnaires.items import Questionnaire


def as_json(asked: Questionnaire) -> dict[str, Any]:
    """Members named as in items.py; one that has its usual value is left out."""
    found: dict[str, Any] = _plain(asked)
    return found


def _plain(one: Any) -> Any:
    if is_dataclass(one):
        members = {field.name: (getattr(one, field.name), field.default) for field in fields(one)}
        return {name: _plain(value) for name, (value, usual) in members.items() if usual is MISSING or value != usual}
    if isinstance(one, tuple):
        return [_plain(each) for each in one]
    return one
