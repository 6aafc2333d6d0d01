"""FHIRPath on a response, with the same library behind every use, and the same steps as on a device."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from antlr4 import CommonTokenStream, InputStream
from antlr4.error.ErrorListener import ErrorListener
from fhirpathpy import compile as compiled
from fhirpathpy.engine.invocations import invocation_registry
from fhirpathpy.parser import parse
from fhirpathpy.parser.generated.FHIRPathLexer import FHIRPathLexer
from fhirpathpy.parser.generated.FHIRPathParser import FHIRPathParser

from alongside.questionnaires.extensions import CORE
from alongside.questionnaires.items import Questionnaire
from alongside.questionnaires.spending import Spent, limited

LANGUAGES = ("text/fhirpath", "")
PLACES = 8  # of a result: both sides compute with binary fractions
ORDINAL = (f"{CORE}ordinalValue", f"{CORE}itemWeight")


class Fails(Exception):
    """The expression cannot be read, or not be computed on this response. `spent`: it asks for too much."""

    spent = False


class Endless(Fails):
    """The expression asks for more than may be spent on it."""

    spent = True


@dataclass(frozen=True)
class Call:
    """A function as an expression calls it. `fits`: it exists, and takes so many arguments."""

    name: str
    fits: bool


def calls(text: str) -> list[Call]:
    """Every function that an expression calls, in order. Raises Fails when it cannot be read."""
    _read(text)
    try:
        return list(_calls(parse(text)))  # type: ignore[no-untyped-call]
    except Exception as wrong:
        raise Fails(text) from wrong


class _Strict(ErrorListener):  # type: ignore[misc]
    """The library goes on after what it cannot read: then `1 + + 2` is 3 here, and something else elsewhere."""

    def syntaxError(self, *_: Any) -> None:  # noqa: N802  (the library's name)
        raise Fails


def _read(text: str) -> None:
    """Raises Fails unless the whole text is one expression."""
    lexer = FHIRPathLexer(InputStream(text))
    parser = FHIRPathParser(CommonTokenStream(lexer))
    for reader in (lexer, parser):
        reader.removeErrorListeners()
        reader.addErrorListener(_Strict())
    try:
        parser.entireExpression()  # type: ignore[no-untyped-call]
    except RecursionError as wrong:
        raise Fails(text) from wrong


def _calls(node: Any) -> Iterator[Call]:
    if node.get("type") == "Functn":
        named, *lists = node["children"]
        known: Any = {**invocation_registry, **WEIGHTS}.get(named["text"])
        given = len(lists[0]["children"]) if lists else 0
        yield Call(named["text"], bool(known) and ("variadic" in known or given in known.get("arity", {0: []})))
    for child in node.get("children", ()):
        yield from _calls(child)


def evaluated(text: str, focus: Any, known: Mapping[str, Any]) -> list[Any]:
    """The results, in order. `known`: what %names stand for. Raises Fails."""
    try:
        with limited():
            found = _compiled(text)(focus, dict(known))
    except Fails:
        raise
    except (Spent, RecursionError, MemoryError) as much:
        raise Endless(text) from much
    except Exception as wrong:  # the library raises what the expression's author got wrong as anything
        raise Fails(text) from wrong
    return [_plain(one) for one in found]


def true(results: list[Any]) -> bool:
    """FHIRPath's singleton rule: one boolean is itself, one of anything else is true, none is false."""
    if len(results) == 1:
        return results[0] if isinstance(results[0], bool) else True
    return False


@lru_cache(maxsize=4_000)
def _compiled(text: str) -> Any:
    try:
        return compiled(text, options={"userInvocationTable": WEIGHTS})
    except Exception as wrong:
        raise Fails(text) from wrong


def _plain(value: Any) -> Any:
    """JSON's own types; numbers as far as both sides agree."""
    if isinstance(value, bool) or value is None or isinstance(value, str | int | dict | list):
        return value
    if isinstance(value, float) or hasattr(value, "as_tuple"):
        number = round(float(value), PLACES)
        return int(number) if number.is_integer() else number
    return str(value)


def _weights(inputs: list[Any]) -> list[Any]:
    """`weight()` (SDC): the ordinal value of each answer that has one beside it."""
    return [weight for one in inputs if (weight := _weight(one)) is not None]


def _weight(answer: Any) -> Any:
    """Looked for in the answer's coding; `filled` writes it there from the option that was chosen."""
    coding = answer.get("valueCoding", answer) if isinstance(answer, dict) else None
    if not isinstance(coding, dict):
        return None
    for extension in coding.get("extension") or ():
        if isinstance(extension, dict) and extension.get("url") in ORDINAL:
            return extension.get("valueDecimal", extension.get("valueInteger"))
    return None


WEIGHTS = {name: {"fn": _weights, "arity": {0: []}, "nullable": True} for name in ("weight", "ordinal")}


def surroundings(asked: Questionnaire, response: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """What every expression of a questionnaire may name. `given`: launch context, such as the patient."""
    return {"resource": response, "rootResource": response, "questionnaire": dict(asked.source), **given}
