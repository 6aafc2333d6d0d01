"""Finds sentences written into JavaScript or into rules and policy instead of being said from a catalogue."""

import ast
import re

# Names that a browser or the protocol gives, or a value of reference/measures.toml; they are never read by a person.
GIVEN = {
    "no response",
    "Accept", "Alt", "ArrowDown", "ArrowLeft", "ArrowRight", "ArrowUp", "Backspace", "Content-Type",
    "Control", "Delete", "Device", "End", "Enter", "Escape", "Home", "Meta", "PageDown", "PageUp", "Shift", "Tab",
}  # fmt: skip
PROGRAMMERS = {"AssertionError", "LookupError", "RuntimeError", "TypeError", "ValueError"}
_TOKEN = re.compile(
    r"""(?P<comment>/\*.*?\*/|//[^\n]*)"""
    r"""|(?P<string>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)"""
    r"""|(?P<regex>(?<=[(,=:\[!&|?{};\n])\s*/(?![*/])(?:\\.|\[(?:\\.|[^\]\n])*\]|[^/\\\n])+/)""",
    re.S,
)
_LOOKUP = re.compile(r"(?:querySelector(?:All)?|closest|matches|classList\.\w+|className = |\"class\",)\(?\s*$")
_ELEMENT = r"(?:a|button|details|dialog|form|input|select|summary|textarea)(?:\[[^\]]*\]|:[\w-]+(?:\([^)]*\))?)*"
_SELECTOR = re.compile(rf"{_ELEMENT}(?:, {_ELEMENT})*")
_PLACE = re.compile(r"\$\{[^}]*\}")
_TWO_WORDS = re.compile(r"(?<![-\w])[^\W\d_]{2,}[,;:.]? [^\W\d_]{2,}(?![-\w])")
_CAPITAL = re.compile(r"^[A-Z][a-z]+\b")


def sentences_in_script(text: str) -> list[str]:
    """String literals of an ES module that read like words for a person, each with its line."""
    return [
        f"{text.count(chr(10), 0, token.start()) + 1}: {words}"
        for token in _TOKEN.finditer(text)
        if token["string"]
        and not _LOOKUP.search(text, 0, token.start())
        and _reads_like_words(words := _PLACE.sub("", token["string"][1:-1]))
    ]


def sentences_in_rules(text: str) -> list[str]:
    """String literals of a Python room that read like words, but docstrings and programmers' errors."""
    tree = ast.parse(text)
    free = {id(node) for part in ast.walk(tree) for node in _free(part)}
    return [
        f"{node.lineno}: {node.value}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in free
        and _TWO_WORDS.search(node.value)
    ]


def _reads_like_words(words: str) -> bool:
    if _SELECTOR.fullmatch(words):
        return False
    return words not in GIVEN and (bool(_TWO_WORDS.search(words)) or bool(_CAPITAL.match(words)))


def _free(part: ast.AST) -> list[ast.AST]:
    """Literals below `part` that no person reads: a docstring, or what an exception for programmers says."""
    if isinstance(part, ast.Expr) and isinstance(part.value, ast.Constant):
        return [part.value]
    if isinstance(part, ast.Raise) and isinstance(part.exc, ast.Call) and _builtin_error(part.exc.func):
        return list(ast.walk(part.exc))
    return []


def _builtin_error(called: ast.AST) -> bool:
    return isinstance(called, ast.Name) and called.id in PROGRAMMERS
