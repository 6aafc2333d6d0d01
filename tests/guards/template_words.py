"""Finds sentences written into a template instead of being said from a catalogue."""

import re
from html.parser import HTMLParser

SEEN = {
    "title", "alt", "placeholder", "label", "aria-label", "aria-description", "aria-roledescription",
    "aria-valuetext", "data-label",
}  # fmt: skip
SILENT = {"script", "style", "kbd", "code"}  # a key cap is the same in every language

# What is no text: a block that fills a class attribute, and comments.
_COMMENT = re.compile(
    r"\{%\s*block \w*class\s*%\}.*?\{%\s*endblock\b.*?%\}|\{#.*?#\}|\{%\s*comment\b.*?%\}.*?\{%\s*endcomment\s*%\}",
    re.S,
)
_TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.S)
_PASSED = re.compile(r"""\w+=(["'])([A-Z][a-z].*?)\1""")
_LETTER = re.compile(r"[^\W\d_]")


def sentences_in_template(text: str) -> list[str]:
    """Words that a reader would see and that no catalogue holds, each with its line: `12: Sign note`."""
    bare = _COMMENT.sub(_lines_of, text)
    passed = [
        f"{bare.count(chr(10), 0, tag.start()) + 1}: {words}"
        for tag in _TAG.finditer(bare)
        for _, words in _PASSED.findall(tag[0])
    ]
    walk = _Walk()
    walk.feed(_TAG.sub(_lines_of, bare))
    walk.close()
    return passed + walk.found


class _Walk(HTMLParser):
    """Walks the markup that is left without template tags and keeps what has letters in it."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.silent: list[str] = []

    def handle_starttag(self, tag, attrs):
        if tag in SILENT:
            self.silent.append(tag)
        for name, value in attrs:
            if name in SEEN or (tag == "input" and name == "value" and " " in (value or "").strip()):
                self.keep(value or "")

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if self.silent and self.silent[-1] == tag:
            self.silent.pop()

    def handle_data(self, data):
        if not self.silent:
            self.keep(data)

    def keep(self, words: str) -> None:
        if _LETTER.search(words):
            self.found.append(f"{self.getpos()[0]}: {' '.join(words.split())}")


def _lines_of(match: re.Match) -> str:
    return "\n" * match[0].count("\n")
