"""What was handed in, in words: the kind, each detail, its moments in the agency's zone."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from alongside.field.wire import Garbled, moment
from alongside.foundation.messages import UnknownCode, say
from alongside.foundation.webkit.times import clock, day
from alongside.plans.lookups import target
from alongside.skills import library

AN_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}\Z")


def said_or(code: str, otherwise: str) -> str:
    """The sentence of a code that a device made up, or other words."""
    try:
        return say(code)
    except UnknownCode:
        return otherwise


def kind(name: str) -> str:
    """What somebody did, as a short phrase."""
    spoken = name.partition("/")[0].replace(".", "_")
    return said_or(f"field.kind.{spoken}", say("field.held.other_kind"))


def when(text: str, zone: str) -> str:
    """A moment as the device wrote it, in the agency's zone; "" for what is none."""
    try:
        at = moment(text)
    except Garbled:
        return ""
    return f"{day(at, zone, form='short')}, {clock(at, zone)}"


def lines(details: dict[str, Any], zone: str, under: str = "") -> list[tuple[str, str]]:
    """Each detail with its label. Ids that mean nothing to a reader are left out; a target has its name."""
    found: list[tuple[str, str]] = []
    for name, value in details.items():
        if isinstance(value, dict):
            found += lines(value, zone, name)
        elif (shown := _shown(name, value, zone)) is not None:
            found.append((said_or(f"field.detail.{name}", name), shown))
    return found


def _shown(name: str, value: Any, zone: str) -> str | None:
    if value is None:
        return None
    if isinstance(value, bool):
        return say("field.held.yes") if value else say("field.held.no")
    if name == "left_out":
        return None
    if name in ("went", "felt"):
        return said_or(f"skills.{name}.{value}", str(value))
    if name == "technique":
        return library.name(str(value))
    if name == "answers":
        return ", ".join(_answers(value))
    if name == "sentences" and isinstance(value, list):
        return " ".join(one["text"] for one in value if isinstance(one, dict) and isinstance(one.get("text"), str))
    if isinstance(value, str) and AN_ID.match(value):
        facts = target(UUID(value)) if name == "target" else None
        return facts.name if facts else None
    return (when(value, zone) if isinstance(value, str) else "") or str(value)


def _answers(nodes: Any) -> Iterator[str]:
    """What was answered, without the questions, as far as it can be read."""
    for node in _objects(nodes):
        for given in _objects(node.get("answer")):
            yield from (str(_plain(value)) for name, value in given.items() if name.startswith("value"))
            yield from _answers(given.get("item"))
        yield from _answers(node.get("item"))


def _objects(some: Any) -> list[dict[str, Any]]:
    return [one for one in some if isinstance(one, dict)] if isinstance(some, list) else []


def _plain(value: Any) -> Any:
    """A choice or a measure by its words."""
    if not isinstance(value, dict):
        return value
    return next((value[name] for name in ("display", "code", "value", "title") if name in value), "")


def local(text: str, zone: str) -> datetime | None:
    """The moment that a detail holds, as its form begins."""
    try:
        return moment(text).astimezone(ZoneInfo(zone))
    except Garbled:
        return None
