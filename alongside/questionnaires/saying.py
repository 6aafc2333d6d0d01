"""An answer as the field of a form holds it."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from alongside.questionnaires.filling import Node
from alongside.questionnaires.items import Item
from alongside.questionnaires.options import label

SHOWN = ("value", "display", "title", "url", "reference", "code")


def said(answer: Node, zone: str) -> str:
    """An answer in its field; a moment in a zone."""
    value = next((given for name, given in answer.items() if name.startswith("value")), "")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return next((str(value[name]) for name in SHOWN if name in value), "")
    if "valueDateTime" in answer and "T" in str(value):
        return datetime.fromisoformat(str(value)).astimezone(ZoneInfo(zone)).strftime("%Y-%m-%dT%H:%M")
    return str(value).removesuffix(":00") if "valueTime" in answer and str(value).count(":") == 2 else str(value)


def units_of(item: Item) -> tuple[tuple[str, str], ...]:
    """The units that may be chosen: what their field holds, and their names."""
    return tuple((str(n), label(one)) for n, one in enumerate(item.units))


def unit_at(item: Item, answer: Node) -> str:
    """What the field of the unit holds; "" for the item's own."""
    unit = (answer.get("valueQuantity") or {}).get("unit", "")
    return next((at for at, name in units_of(item) if name == unit), "")
