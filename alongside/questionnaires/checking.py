"""What of a questionnaire cannot be honoured: what would change its meaning blocks publishing, the rest is told."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from alongside.questionnaires.items import Expression, Item, Questionnaire
from alongside.questionnaires.matching import Cannot, pattern
from alongside.questionnaires.members import unknown
from alongside.questionnaires.names import HARMLESS, HONOURED, UNSAFE
from alongside.questionnaires.paths import LANGUAGES, Call, Fails, calls

OPERATORS = ("exists", "=", "!=", ">", "<", ">=", "<=")
CHOSEN = ("choice", "open-choice")
STANDING = ("resource", "rootResource", "context", "questionnaire", "ucum", "sct", "loinc", "vs", "ext")
LONGEST = 8_000  # characters of an expression
NAME = re.compile(r"%`?([A-Za-z_][A-Za-z0-9_-]*)`?")


@dataclass(frozen=True)
class Finding:
    """One thing: its code, the item it is about ("" for the whole), and the values of its sentence."""

    code: str
    link_id: str = ""
    blocks: bool = True
    values: Mapping[str, Any] = field(default_factory=dict)


def findings(asked: Questionnaire) -> list[Finding]:
    """Everything found: what blocks first, then in the order of the items."""
    found = [*_whole(asked), *_double(asked)]
    known = {item.link_id: item for item in asked.every()}
    for item in asked.items:
        found += _below(item, known, asked.variables, (*STANDING, *asked.launch))
    found += [Finding("member", link, values={"name": name}) for link, name in unknown(asked.source)]
    found += _extensions(asked.source, "")
    once = [one for n, one in enumerate(found) if one not in found[:n]]
    return sorted(once, key=lambda one: not one.blocks)


def _whole(asked: Questionnaire) -> Iterator[Finding]:
    if not asked.title:
        yield Finding("no_title")
    if not asked.url:
        yield Finding("no_url", blocks=False)
    if asked.source.get("derivedFrom"):
        yield Finding("derived", blocks=False)
    if asked.source.get("implicitRules"):
        yield Finding("implicit_rules")


def _double(asked: Questionnaire) -> Iterator[Finding]:
    for link, times in Counter(item.link_id for item in asked.every()).items():
        if times > 1:
            yield Finding("double", link, values={"count": times})


def _below(
    item: Item, known: Mapping[str, Item], outer: tuple[Expression, ...], names: tuple[str, ...]
) -> Iterator[Finding]:
    variables = (*outer, *item.variables)
    yield from _choices(item)
    yield from _conditions(item, known)
    yield from _expressions(item, (*names, *(one.name for one in variables)))
    if item.type == "display" and item.items:
        yield Finding("display_with_items", item.link_id)
    if item.pattern and (why := _unfit(item.pattern)):
        yield Finding("pattern_large" if why == "large" else "pattern", item.link_id)
    for child in item.items:
        yield from _below(child, known, variables, names)


def _choices(item: Item) -> Iterator[Finding]:
    if item.type in CHOSEN and not item.options:
        yield Finding("no_options", item.link_id, blocks=item.names_set or item.required)
    if item.type not in (*CHOSEN, "string", "integer", "date", "time", "reference") and item.options:
        yield Finding("options_of_type", item.link_id, values={"type": item.type})
    if any(option.score is not None for option in item.options) and any(o.score is None for o in item.options):
        yield Finding("some_scores", item.link_id, blocks=False)


def _conditions(item: Item, known: Mapping[str, Item]) -> Iterator[Finding]:
    if len(item.conditions) > 1 and not item.says_how:
        yield Finding("no_behavior", item.link_id)
    for one in item.conditions:
        if one.question not in known:
            yield Finding("asks_unknown", item.link_id, values={"link": one.question})
        elif one.question in {below.link_id for below in item.below()}:
            yield Finding("asks_itself", item.link_id, values={"link": one.question})
        if one.operator not in OPERATORS or one.answer is None:
            yield Finding("operator", item.link_id, values={"operator": one.operator})
    if item.conditions and item.enabled_by:
        yield Finding("both_conditions", item.link_id)


def _expressions(item: Item, names: tuple[str, ...]) -> Iterator[Finding]:
    for one in (item.enabled_by, item.calculated, item.initially, *item.variables):
        if one is None:
            continue
        if one.language not in LANGUAGES:
            yield Finding("language", item.link_id, values={"language": one.language})
        else:
            yield from _path(one.text, item.link_id, names)


def _path(text: str, link: str, names: tuple[str, ...]) -> Iterator[Finding]:
    called = _calls(text)
    if called is None:
        yield Finding("expression", link)
        return
    for one in called:
        if one.name in UNSAFE or not one.fits:
            yield Finding("unsafe" if one.name in UNSAFE else "call", link, values={"function": one.name})
    for name in sorted(set(NAME.findall(text)) - set(names)):
        yield Finding("not_given", link, blocks=name != "patient", values={"name": name})


def _extensions(raw: Any, link: str) -> Iterator[Finding]:
    """What no one here carries out, wherever it stands; below an item it is that item's."""
    if isinstance(raw, list):
        for one in raw:
            yield from _extensions(one, link)
    if not isinstance(raw, dict):
        return
    link = raw["linkId"] if isinstance(raw.get("linkId"), str) else link
    for one in _dicts(raw.get("modifierExtension")):
        yield Finding("modifier", link, values={"url": str(one.get("url"))})
    for one in _dicts(raw.get("extension")):
        url = str(one.get("url"))
        if url not in HONOURED and url not in HARMLESS:
            yield Finding("extension", link, blocks=_is_standard(url), values={"url": url})
    for name, value in raw.items():
        if name not in ("extension", "modifierExtension", "contained", "text") and not name.startswith("_"):
            yield from _extensions(value, link)


def _is_standard(url: str) -> bool:
    """Named by HL7, and neither honoured nor harmless: it may decide what an answer means. Others' are told only."""
    return url.startswith(("http://hl7.org/fhir/StructureDefinition/", "http://hl7.org/fhir/uv/sdc/"))


def _dicts(found: Any) -> list[dict[str, Any]]:
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _calls(text: str) -> list[Call] | None:
    """What an expression calls; None where it cannot be read."""
    try:
        return calls(text) if len(text) <= LONGEST else None
    except Fails:
        return None


def _unfit(wanted: str) -> str:
    """Why a pattern cannot be kept to: "unlike" where it is not read alike everywhere, "large"; "" where it can."""
    try:
        pattern(wanted)
    except Cannot as why:
        return str(why)
    return ""
