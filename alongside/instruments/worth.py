"""From the response of a form to its single answers, what they are worth, and the scores of its scales."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from alongside.instruments.instrument import LOCAL, Instrument, instruments
from alongside.instruments.rules import scoring
from alongside.questionnaires.filling import Node
from alongside.questionnaires.items import Item, Questionnaire
from alongside.questionnaires.values import order

MOST = Decimal("1e9")  # larger results of an expression are no score


@dataclass(frozen=True)
class One:
    """One answer: its value as FHIR writes it, which of several, and what it is worth where it has a score."""

    link: str
    number: int
    value: Mapping[str, Any]
    worth: Decimal | None


@dataclass(frozen=True)
class Result:
    """A score with the names it is shown by. `low`, `high`: the range, where it is known."""

    score: scoring.Score
    name: str
    code: str = ""


def instrument_of(asked: Questionnaire) -> Instrument | None:
    """The instrument whose items a questionnaire asks, by its address; None for any other form."""
    found = instruments().get(asked.url.removeprefix(LOCAL)) if asked.url.startswith(LOCAL) else None
    links = {item.link_id for item in asked.every()}
    return found if found and all(set(scale.items) <= links for scale in found.scales) else None


def carried(known: Instrument) -> dict[str, Any]:
    """An instrument as JSON for a device: its scales with what is computed from, and the answers that open a path."""
    return {"key": known.key, "scales": [_plain(scale) for scale in known.scales],
            "alert": list(known.about.get("alert", ()))}  # fmt: skip


def _plain(one: Any) -> Any:
    """Numbers as JSON has them; all members, whether usual or not."""
    if is_dataclass(one):
        return {field.name: _plain(getattr(one, field.name)) for field in fields(one)}
    if isinstance(one, tuple):
        return [_plain(each) for each in one]
    if isinstance(one, Decimal):
        return int(one) if one == one.to_integral_value() else float(one)
    return one


def singles(nodes: Sequence[Node]) -> list[One]:
    """Every answer, in the order of the form; several of one link id are numbered."""
    counts: dict[str, int] = {}
    found = []
    for link, answer in _walk(nodes):
        counts[link] = counts.get(link, -1) + 1
        value = {name: given for name, given in answer.items() if name.startswith("value")}
        found.append(One(link, counts[link], value, _worth(value)))
    return found


def worths(answers: Sequence[One]) -> dict[str, Decimal | None]:
    """What the answer to each question is worth, by link id: the first one where there are several."""
    found: dict[str, Decimal | None] = {}
    for one in answers:
        found.setdefault(one.link, one.worth)
    return found


def results(asked: Questionnaire, answers: Sequence[One]) -> list[Result]:
    """The scores: by the instrument's own rules, or for any other form the numbers that it computes itself."""
    known = instrument_of(asked)
    if known is None:
        return list(_computed(asked, answers))
    named = {scale.key: scale for scale in known.scales}
    found = scoring.score(known.scales, worths(answers))
    return [Result(one, named[one.scale].name, named[one.scale].code) for one in found]


def _walk(nodes: Sequence[Node]) -> Iterator[tuple[str, Node]]:
    for node in nodes:
        for answer in node.get("answer", ()):
            yield str(node["linkId"]), answer
            yield from _walk(answer.get("item", ()))
        yield from _walk(node.get("item", ()))


def _worth(value: Mapping[str, Any]) -> Decimal | None:
    """The score in a choice's coding. A number that somebody typed is an answer, not a score."""
    coding = value.get("valueCoding")
    found = order(coding) if isinstance(coding, Mapping) else None
    return _exact(found)


def _computed(asked: Questionnaire, answers: Sequence[One]) -> Iterator[Result]:
    values = {one.link: next(iter(one.value.values()), None) for one in reversed(answers)}
    for item in asked.every():
        if item.calculated and item.type in ("integer", "decimal", "quantity"):
            total = _exact(order(values.get(item.link_id)))
            if total is not None:
                yield Result(scoring.Score(item.link_id, total), item.text or item.link_id, _code(item))


def _code(item: Item) -> str:
    return next((str(code.get("code", "")) for code in item.codes if code.get("system") == "http://loinc.org"), "")


def _exact(found: Any) -> Decimal | None:
    if isinstance(found, bool) or not isinstance(found, int | float):
        return None
    try:
        exact = Decimal(str(found))
    except InvalidOperation:
        return None
    return exact.quantize(Decimal("0.0001")) if exact.is_finite() and abs(exact) < MOST else None
