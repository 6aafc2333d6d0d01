"""What stands in a response at a moment: which items are asked, what is computed. The same steps as on a device.

`answers` is what somebody gave: a QuestionnaireResponse's `item` as FHIR writes it. What is not asked any more stays in
it, so that nothing typed is lost when a question comes back; the *response* holds only what is asked, and what is
computed.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from alongside.questionnaires.items import Expression, Item, Questionnaire, Value
from alongside.questionnaires.paths import Fails, evaluated, surroundings, true
from alongside.questionnaires.values import MEMBERS, chosen, option_of, same, stands

Node = dict[str, Any]
Place = tuple[tuple[str, int], ...]
PASSES = 50  # what depends on one another in a longer chain than this has no end


@dataclass(frozen=True)
class Filled:
    """`response`: its items. `off`: places of items that are not asked. `failed`: link ids whose expression failed.

    `settled` is false where computed values go on changing each other. `spent`: those that failed because they ask for
    too much.
    """

    response: tuple[Node, ...]
    off: frozenset[Place]
    failed: frozenset[str]
    settled: bool = True
    spent: frozenset[str] = frozenset()


@dataclass(frozen=True)
class _Scope:
    """Where the walk stands: containers of the response as it was, innermost first; what names stand for."""

    containers: tuple[Sequence[Node], ...]
    known: Mapping[str, Any]
    place: Place = ()


@dataclass
class _Pass:
    off: set[Place] = field(default_factory=set)
    failed: set[str] = field(default_factory=set)
    spent: set[str] = field(default_factory=set)

    def fails(self, link: str, why: Fails) -> None:
        self.failed.add(link)
        if why.spent:
            self.spent.add(link)


def filled(asked: Questionnaire, answers: Sequence[Node], given: Mapping[str, Any]) -> Filled:
    """The response of these answers. `given`: launch context by name, such as {"patient": {...}}."""
    before: list[Node] = [dict(node) for node in answers]
    for _ in range(PASSES):
        walk = _Pass()
        resource = {"resourceType": "QuestionnaireResponse", "item": before}
        known = surroundings(asked, resource, given)
        known |= _variables(walk, asked.variables, resource, known, "")
        now = _items(walk, asked.items, answers, _Scope((before,), known))
        if now == before:
            return Filled(tuple(now), frozenset(walk.off), frozenset(walk.failed), spent=frozenset(walk.spent))
        if walk.spent:
            return Filled(tuple(now), frozenset(walk.off), frozenset(walk.failed), False, frozenset(walk.spent))
        before = now
    return Filled(tuple(before), frozenset(walk.off), frozenset(walk.failed), settled=False)


def begun(asked: Questionnaire, given: Mapping[str, Any]) -> list[Node]:
    """The first answers: initial values, options that are chosen already, initial expressions."""
    resource: Node = {"resourceType": "QuestionnaireResponse", "item": []}
    known = surroundings(asked, resource, given)
    known |= _variables(_Pass(), asked.variables, resource, known, "")
    return [node for item in asked.items if (node := _first(item, known))]


def _first(item: Item, known: Mapping[str, Any]) -> Node | None:
    values: list[Value] = [*item.initial, *(chosen(option) for option in item.options if option.selected)]
    if item.initially:
        values += _computed(_Pass(), item, item.initially, {}, known)
    below = [node for child in item.items if (node := _first(child, known))]
    answers = [dict(value) for value in values] if item.repeats else [dict(value) for value in values[:1]]
    if item.is_asked and answers:
        return {"linkId": item.link_id, "answer": [{**answers[0], **({"item": below} if below else {})}, *answers[1:]]}
    return {"linkId": item.link_id, "item": below} if below and item.type == "group" else None


def _items(walk: _Pass, items: Sequence[Item], answers: Sequence[Node], scope: _Scope) -> list[Node]:
    """The nodes of these items that are asked, in the order of the questionnaire."""
    found: list[Node] = []
    for item in items:
        place = (*scope.place, (item.link_id, 0))
        before = _nodes(scope.containers[0], item.link_id)
        here = replace(
            scope,
            known={
                **scope.known,
                **_variables(walk, item.variables, _focus(item, before, 0), scope.known, item.link_id),
            },
        )
        if not _is_on(walk, item, before, here):
            walk.off.add(place)
            continue
        found += _of(walk, item, _nodes(answers, item.link_id), before, here)
    return found


def _of(walk: _Pass, item: Item, given: list[Node], before: list[Node], scope: _Scope) -> Iterator[Node]:
    if item.type == "display":
        return
    if item.type == "group":
        for n, node in enumerate(given or [{"linkId": item.link_id}]):
            within = before[n].get("item", []) if n < len(before) else []
            inner = replace(scope, containers=(within, *scope.containers), place=(*scope.place, (item.link_id, n)))
            if below := _items(walk, item.items, node.get("item", []), inner):
                yield {"linkId": item.link_id, "item": below}
        return
    if item.calculated:
        focus = _focus(item, before, 0)
        values = _computed(walk, item, item.calculated, focus, scope.known)
        answered = [dict(value) for value in (values if item.repeats else values[:1])]
    else:
        answered = [_value(item, one) for node in given for one in node.get("answer", [])]
    if answered:
        yield {"linkId": item.link_id, "answer": list(_with_items(walk, item, answered, given, before, scope))}


def _with_items(
    walk: _Pass, item: Item, answered: list[Node], given: list[Node], before: list[Node], scope: _Scope
) -> Iterator[Node]:
    """Answers with the items below them."""
    typed = [one for node in given for one in node.get("answer", [])]
    were = [one for node in before for one in node.get("answer", [])]
    for n, value in enumerate(answered):
        if item.items:
            within = were[n].get("item", []) if n < len(were) else []
            inner = replace(scope, containers=(within, *scope.containers), place=(*scope.place, (item.link_id, n)))
            below = _items(walk, item.items, typed[n].get("item", []) if n < len(typed) else [], inner)
            value = {**value, **({"item": below} if below else {})}
        yield value


def _is_on(walk: _Pass, item: Item, before: list[Node], scope: _Scope) -> bool:
    if item.enabled_by:
        try:
            return true(evaluated(item.enabled_by.text, _focus(item, before, 0), scope.known))
        except Fails as why:
            walk.fails(item.link_id, why)
            return True  # a question that may be needed is rather asked than lost
    if not item.conditions:
        return True
    told = [stands(one.operator, _answers_to(one.question, scope.containers), one.answer) for one in item.conditions]
    return all(told) if item.every_condition else any(told)


def _answers_to(link: str, containers: Sequence[Sequence[Node]]) -> list[Any]:
    """The answers to a question, of the nearest container that has it."""
    for container in containers:
        if found := list(_below(container, link)):
            return [next(value for name, value in one.items() if name.startswith("value")) for one in found]
    return []


def _below(container: Sequence[Node], link: str) -> Iterator[Node]:
    for node in container:
        answers = node.get("answer", [])
        if node.get("linkId") == link:
            yield from answers
        for part in (node, *answers):
            yield from _below(part.get("item", []), link)


def _variables(
    walk: _Pass, variables: Sequence[Expression], focus: Any, known: Mapping[str, Any], link: str
) -> dict[str, Any]:
    """What each variable stands for; one may name those before it."""
    found: dict[str, Any] = {}
    for one in variables:
        try:
            found[one.name] = evaluated(one.text, focus, {**known, **found})
        except Fails as why:
            walk.fails(link, why)
            found[one.name] = []
    return found


def _computed(walk: _Pass, item: Item, how: Expression, focus: Any, known: Mapping[str, Any]) -> list[Value]:
    try:
        results = evaluated(how.text, focus, known)
    except Fails as why:
        walk.fails(item.link_id, why)
        return []
    return [value for one in results if (value := _as_answer(item, one)) is not None]


def _as_answer(item: Item, result: Any) -> Value | None:
    """A result as an answer of this item; None for one that cannot be."""
    if item.type in ("choice", "open-choice"):
        option = next((o for o in item.options if same(o.value.get("valueCoding"), _coded(result))), None)
        return (
            chosen(option)
            if option
            else (
                {"valueString": result} if item.type == "open-choice" and isinstance(result, str) and result else None
            )
        )
    if item.type == "quantity" and isinstance(result, int | float):
        return {"valueQuantity": {"value": result, **({"unit": item.unit} if item.unit else {})}}
    if item.type == "integer" and isinstance(result, float):
        return None
    fits = {
        "boolean": bool,
        "decimal": int | float,
        "integer": int,
        "quantity": dict,
        "reference": dict,
        "attachment": dict,
    }
    wanted = fits.get(item.type, str)
    if not isinstance(result, wanted) or (isinstance(result, bool) and item.type != "boolean") or result == "":
        return None
    return {MEMBERS[item.type]: result}


def _coded(result: Any) -> Any:
    return result if isinstance(result, Mapping) else {"code": result}


def _value(item: Item, answer: Node) -> Node:
    """An answer without what stands below it; a choice as its questionnaire writes it."""
    value = {name: given for name, given in answer.items() if name.startswith("value")}
    option = option_of(item, value)
    return dict(chosen(option)) if option else value


def _nodes(container: Sequence[Node], link: str) -> list[Node]:
    return [node for node in container if node.get("linkId") == link]


def _focus(item: Item, before: list[Node], n: int) -> Node:
    return before[n] if n < len(before) else {"linkId": item.link_id}
