"""What people answered to indirect tools, beside the records. It decides nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from alongside.assessments.rules.hypotheses import Point


@dataclass(frozen=True)
class Result:
    """What one subscale came to; `answering` says which answers belong together."""

    answering: object
    tool: str
    scale: str
    total: float
    taken_on: date


def points(results: Sequence[Result], known: Mapping[str, Any]) -> list[tuple[str, Point]]:
    """The highest subscale of each answering, as a point for its functions: for them where it stands out, else open."""
    found: list[tuple[str, Point]] = []
    for answering in dict.fromkeys(one.answering for one in results):
        own = [one for one in results if one.answering == answering]
        about = known["tool"].get(own[0].tool)
        if about:
            found += _of(own, about)
    return found


def _of(own: Sequence[Result], about: Mapping[str, Any]) -> list[tuple[str, Point]]:
    most = max(one.total for one in own)
    top, others = [one for one in own if one.total == most], [one.total for one in own if one.total < most]
    if most == 0:
        return []
    clear = len(top) == 1 and most >= about["clear"] and max(others, default=0) <= about["others"]
    return [
        (function, Point(f"assessments.tool.{one.tool}", "for" if clear else "open", _values(one, about)))
        for one in top for function in about["scales"].get(one.scale, ())
    ]  # fmt: skip


def _values(one: Result, about: Mapping[str, Any]) -> dict[str, Any]:
    return {"score": f"{one.total:g}", "most": about["most"], "day": one.taken_on}
