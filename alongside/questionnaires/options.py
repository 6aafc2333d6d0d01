"""The answers that an item offers: written in it, or named by a set of values that is here."""

from collections.abc import Iterator, Mapping
from typing import Any

from alongside.questionnaires.extensions import CORE, the
from alongside.questionnaires.items import Option, Value
from alongside.questionnaires.raw import dicts, text, value

ORDINAL = (f"{CORE}ordinalValue", f"{CORE}itemWeight")


def options(raw: Mapping[str, Any], sets: Mapping[str, Any]) -> Iterator[Option]:
    """`sets`: value sets by address, and those that the resource contains by `#id` too."""
    for option in dicts(raw, "answerOption"):
        given = value(option)
        coding = given.get("valueCoding")
        about = [option, coding] if isinstance(coding, dict) else [option]
        yield Option(
            value=given, label=label(given), score=_score(about), prefix=_prefix(about),
            selected=option.get("initialSelected") is True,
            alone=the(option, f"{CORE}questionnaire-optionExclusive") is True,
        )  # fmt: skip
    named = text(raw, "answerValueSet").partition("|")[0]
    if named in sets:
        yield from _listed(sets[named])


def label(given: Value) -> str:
    """A value in the words of the questionnaire."""
    (said,) = given.values() if len(given) == 1 else ("",)
    if isinstance(said, dict):
        return str(said.get("display") or said.get("code") or said.get("value") or "")
    return str(said)


def _listed(value_set: Mapping[str, Any]) -> Iterator[Option]:
    """The codes that it names one by one: its expansion, or else what it includes."""
    expansion, compose = value_set.get("expansion"), value_set.get("compose")
    if isinstance(expansion, dict):
        found = [(one, one.get("system")) for one in dicts(expansion, "contains")]
    else:
        includes = dicts(compose, "include") if isinstance(compose, dict) else []
        found = [(one, include.get("system")) for include in includes for one in dicts(include, "concept")]
    for one, system in found:
        coding = {name: one[name] for name in ("code", "display") if name in one}
        given: Value = {"valueCoding": {**({"system": system} if system else {}), **coding}}
        yield Option(value=given, label=label(given), score=_score([one]))


def _prefix(about: list[dict[str, Any]]) -> str:
    return next((str(found) for one in about if (found := the(one, f"{CORE}questionnaire-optionPrefix"))), "")


def _score(about: list[dict[str, Any]]) -> float | None:
    for one in about:
        for url in ORDINAL:
            found = the(one, url)
            if isinstance(found, int | float) and not isinstance(found, bool):
                return float(found)
    return None
