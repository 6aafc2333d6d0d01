"""From the bytes of a file to a Questionnaire. What is not one is refused by name; nothing is guessed."""

from collections.abc import Iterator, Mapping
from typing import Any

from alongside.questionnaires.extensions import CORE, SDC, codes_of, first, of, the
from alongside.questionnaires.items import TYPES, Condition, Item, Questionnaire
from alongside.questionnaires.options import options
from alongside.questionnaires.parsing import parsed
from alongside.questionnaires.raw import Unreadable, dicts, expression, expressions, flag, text, value, whole

__all__ = ["Unreadable", "read", "taken"]
MOST_BYTES = 2_000_000
MOST_ITEMS = 2_000
DEEPEST = 20
Sets = Mapping[str, Any]


def read(body: bytes, *, sets: Sets | None = None) -> Questionnaire:
    """The Questionnaire in a file of JSON. `sets`: value sets by address that are known here. Raises Unreadable."""
    if len(body) > MOST_BYTES:
        raise Unreadable("too_large", most=MOST_BYTES // 1_000_000)
    return taken(parsed(body), sets=sets)


def taken(source: Any, *, sets: Sets | None = None) -> Questionnaire:
    """The same of JSON that was parsed already."""
    if not isinstance(source, dict) or "resourceType" not in source:
        raise Unreadable("no_resource")
    if source["resourceType"] != "Questionnaire":
        raise Unreadable("other_resource", resource=str(source["resourceType"])[:60])
    known = {**(sets or {}), **dict(_contained(source))}
    items = tuple(_item(raw, known, 1) for raw in dicts(source, "item"))
    if not items:
        raise Unreadable("no_items")
    found = Questionnaire(
        url=text(source, "url"), version=text(source, "version"), items=items, source=source,
        title=text(source, "title") or text(source, "name"),
        variables=expressions(source, f"{CORE}variable"), launch=tuple(_launched(source)),
    )  # fmt: skip
    if sum(1 for _ in found.every()) > MOST_ITEMS:
        raise Unreadable("too_many", most=MOST_ITEMS)
    return found


def _contained(source: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Value sets that the resource brings with it, by `#id` and by address."""
    for one in dicts(source, "contained"):
        if one.get("resourceType") == "ValueSet":
            yield f"#{one.get('id')}", one
            if isinstance(one.get("url"), str):
                yield one["url"], one


def _item(raw: Mapping[str, Any], sets: Sets, depth: int) -> Item:
    if depth > DEEPEST:
        raise Unreadable("too_deep", most=DEEPEST)
    link, kind = text(raw, "linkId"), text(raw, "type")
    if not link:
        raise Unreadable("no_link_id", text=text(raw, "text")[:60])
    if kind not in TYPES:
        raise Unreadable("no_type", link=link, type=kind[:40])
    control = f"{CORE}questionnaire-itemControl"
    helps = [child for child in dicts(raw, "item") if "help" in codes_of(child, control)]
    return Item(
        link_id=link, type=kind, text=text(raw, "text"), prefix=text(raw, "prefix"), unit=_unit(raw),
        help=" ".join(text(child, "text") for child in helps), control=next(iter(codes_of(raw, control)), ""),
        required=flag(raw, "required"), repeats=flag(raw, "repeats"), read_only=flag(raw, "readOnly"),
        hidden=the(raw, f"{CORE}questionnaire-hidden") is True, **_limits(raw),
        options=tuple(options(raw, sets)), names_set="answerValueSet" in raw,
        units=tuple(value(one) for one in of(raw, f"{CORE}questionnaire-unitOption")),
        conditions=tuple(_conditions(raw)), every_condition=raw.get("enableBehavior") != "any",
        says_how=raw.get("enableBehavior") in ("all", "any"),
        enabled_by=expression(raw, f"{SDC}enableWhenExpression"),
        calculated=expression(raw, f"{SDC}calculatedExpression"),
        initially=expression(raw, f"{SDC}initialExpression"), variables=expressions(raw, f"{CORE}variable"),
        initial=tuple(value(one) for one in dicts(raw, "initial")), codes=tuple(dicts(raw, "code")),
        items=tuple(_item(child, sets, depth + 1) for child in dicts(raw, "item") if child not in helps),
    )  # fmt: skip


def _limits(raw: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "max_length": whole(raw.get("maxLength")), "decimals": whole(the(raw, f"{CORE}maxDecimalPlaces")),
        "min_value": the(raw, f"{CORE}minValue"), "max_value": the(raw, f"{CORE}maxValue"),
        "least": whole(the(raw, f"{CORE}questionnaire-minOccurs")), "pattern": str(the(raw, f"{CORE}regex") or ""),
        "most": whole(the(raw, f"{CORE}questionnaire-maxOccurs")),
    }  # fmt: skip


def _conditions(raw: Mapping[str, Any]) -> Iterator[Condition]:
    for one in dicts(raw, "enableWhen"):
        answer = next((given for name, given in one.items() if name.startswith("answer")), None)
        yield Condition(text(one, "question"), text(one, "operator"), answer)


def _unit(raw: Mapping[str, Any]) -> str:
    coding = the(raw, f"{CORE}questionnaire-unit")
    return str(coding.get("display") or coding.get("code") or "") if isinstance(coding, dict) else ""


def _launched(source: Mapping[str, Any]) -> Iterator[str]:
    """Names that the resource expects to be given: patient, encounter, user."""
    for given in of(source, f"{SDC}launchContext"):
        named = first(given, "name") or {}
        coding = named.get("valueCoding")
        name = coding.get("code") if isinstance(coding, dict) else named.get("valueId")
        if name:
            yield str(name)
