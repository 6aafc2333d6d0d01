"""What was answered, line by line, in the order of the form."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from alongside.questionnaires.items import Item


@dataclass(frozen=True)
class Said:
    """One line of what was answered. `depth`: below how many groups it stands; a group's own line has no answers."""

    depth: int
    link: str
    prefix: str
    text: str
    answers: tuple[Mapping[str, Any], ...]
    group: bool
    unit: str = ""


def texts(items: Sequence[Item], nodes: Sequence[Mapping[str, Any]], depth: int = 0) -> Iterator[Said]:
    """In the order of the form; what was not asked then has no line."""
    known = {item.link_id: item for item in items}
    for node in nodes:
        item = known[str(node["linkId"])]
        answers = tuple(node.get("answer", ()))
        yield Said(depth, item.link_id, item.prefix, item.text, answers, item.type == "group", item.unit)
        for answer in answers:
            yield from texts(item.items, answer.get("item", ()), depth + 1)
        yield from texts(item.items, node.get("item", ()), depth + 1)
