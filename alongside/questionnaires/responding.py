"""A QuestionnaireResponse as others read it, and answers from one that others wrote."""

from collections.abc import Mapping, Sequence
from typing import Any

from alongside.questionnaires.filling import Node
from alongside.questionnaires.items import Item, Questionnaire


class Unfit(Exception):
    """A resource that answers another questionnaire, or none."""


def response(
    asked: Questionnaire, items: Sequence[Node], *, id: str, authored: str, status: str, subject: str, author: str
) -> dict[str, Any]:
    """The resource. `authored`: a moment with its offset. `subject`, `author`: references such as Patient/ID."""
    return {
        "resourceType": "QuestionnaireResponse", "id": id, "status": status,
        **({"questionnaire": asked.canonical} if asked.url else {}), "subject": {"reference": subject},
        "authored": authored, "author": {"reference": author}, "item": [named(asked.items, node) for node in items],
    }  # fmt: skip


def answers_of(asked: Questionnaire, resource: Mapping[str, Any]) -> list[Node]:
    """What somebody answered, without the questions' texts. Raises Unfit."""
    if resource.get("resourceType") != "QuestionnaireResponse":
        raise Unfit("resource")
    url = str(resource.get("questionnaire") or "").partition("|")[0]
    if asked.url and url and url != asked.url:
        raise Unfit("questionnaire")
    return [_bare(node) for node in resource.get("item", [])]


def named(items: Sequence[Item], node: Node) -> Node:
    """With the text of the question beside the answers, as it was asked."""
    item = next((one for one in items if one.link_id == node["linkId"]), None)
    if item is None:
        return node
    found: Node = {"linkId": item.link_id, **({"text": item.text} if item.text else {})}
    if "answer" in node:
        found["answer"] = [_with_named(item, one) for one in node["answer"]]
    if "item" in node:
        found["item"] = [named(item.items, one) for one in node["item"]]
    return found


def _with_named(item: Item, answer: Node) -> Node:
    below = answer.get("item")
    return {**answer, "item": [named(item.items, one) for one in below]} if below else answer


def _bare(node: Mapping[str, Any]) -> Node:
    found: Node = {"linkId": node.get("linkId")}
    if "answer" in node:
        found["answer"] = [_bare_answer(one) for one in node["answer"]]
    if "item" in node:
        found["item"] = [_bare(one) for one in node["item"]]
    return found


def _bare_answer(answer: Mapping[str, Any]) -> Node:
    below = answer.get("item")
    return {**answer, "item": [_bare(one) for one in below]} if below else dict(answer)
