"""Words in answers: settled as all text here is, and what no text may hold is a fault beside its question."""

from collections.abc import Iterator, Sequence
from typing import Any

from alongside.foundation.typed_text import MANY_LINES, fault_in, settled
from alongside.questionnaires.answering import Wrong
from alongside.questionnaires.filling import Node, Place

BYTES = ("data", "hash")  # of an attachment: base64, no words


def settled_nodes(nodes: Sequence[Node]) -> list[Node]:
    """The same answers with their words in one normal form."""
    return [_settled(node) for node in nodes]


def unfit(nodes: Sequence[Node], place: Place = ()) -> Iterator[Wrong]:
    """Answers whose words hold what no text may, each at its place."""
    seen: dict[str, int] = {}
    for node in nodes:
        link = str(node.get("linkId"))
        n = seen[link] = seen.get(link, -1) + 1
        for number, answer in enumerate(node.get("answer", ())):
            here = (*place, (link, number))
            if any(fault_in(text, most=MANY_LINES, lines=True) for text in _words(_value(answer))):
                yield Wrong("unfit", here)
            yield from unfit(answer.get("item", ()), here)
        yield from unfit(node.get("item", ()), (*place, (link, n)))


def _value(answer: Node) -> dict[str, Any]:
    return {name: value for name, value in answer.items() if name.startswith("value")}


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, one in value.items():
            if name not in BYTES:
                yield from _words(one)
    elif isinstance(value, list):
        for one in value:
            yield from _words(one)


def _settled(value: Any) -> Any:
    if isinstance(value, str):
        return settled(value, lines=True)
    if isinstance(value, dict):
        return {name: one if name in BYTES else _settled(one) for name, one in value.items()}
    return [_settled(one) for one in value] if isinstance(value, list) else value
