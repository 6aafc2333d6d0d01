"""The figures in a text: numbers, clock times and number words, as tokens that can be compared."""

import re

NUMBERS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
WORDS = {word: str(number) for number, word in enumerate(NUMBERS)} | {
    "once": "1", "twice": "2", "thrice": "3", "half": "0.5", "dozen": "12",
}  # fmt: skip
_TOKEN = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?|\d+(?:,\d{3})*(?:\.\d+)?|[^\W\d_]+")


def figures(text: str) -> frozenset[str]:
    """Every figure of `text`: "twice at 4:12 pm, 1,200 s" gives 2, 4:12, 1200."""
    tokens = (match[0].lower() for match in _TOKEN.finditer(text))
    return frozenset(_plain(token) for token in tokens if token[0].isdigit() or token in WORDS)


def numberless(text: str) -> str:
    """`text` in lower case with every figure replaced by #, for comparing wording alone."""
    return _TOKEN.sub(lambda m: "#" if m[0][0].isdigit() or m[0].lower() in WORDS else m[0], text.lower())


def _plain(token: str) -> str:
    if token in WORDS:
        return WORDS[token]
    token = token.replace(",", "")
    return token.rstrip("0").rstrip(".") if "." in token else token
