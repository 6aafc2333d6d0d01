"""What the device's rules must equal: made here by the server's own rules, the same every time."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from tests.vectors.making import (
    answered,
    asking,
    caring,
    details,
    drafting,
    knowledge,
    streams,
    telling,
    tiling,
    typing,
    wording,
)

HERE = Path(__file__).parents[1]


def files() -> dict[str, str]:
    """Every file of vectors by its name below tests/vectors/."""
    return {name: written(cases) for room in ROOMS for name, cases in room.made().items()}


ROOMS = (knowledge, telling, details, streams, tiling, wording, drafting, caring, asking, typing, answered)


def written(cases: Mapping[str, Any] | Iterable[Any]) -> str:
    """JSON with one case a line, so that a change shows where it is."""
    if isinstance(cases, Mapping):
        lines = [f"{_plain(name)}: {_plain(value)}" for name, value in cases.items()]
        return "{\n" + ",\n".join(lines) + "\n}\n"
    return "[\n" + ",\n".join(_plain(case) for case in cases) + "\n]\n"


def _plain(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_said)


def _said(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(repr(value))
