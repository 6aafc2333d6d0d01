"""Reading a pattern: the part of regular expressions that everybody reads alike. The same on a device."""

import re
from dataclasses import dataclass

LONGEST = 1_000  # characters
DEEPEST = 30
MOST_TIMES = 500
DIGITS = ((48, 57),)
WORDS = ((48, 57), (65, 90), (95, 95), (97, 122))
SPACES = ((9, 13), (32, 32), (160, 160), (5760, 5760), (8192, 8202), (8232, 8233), (8239, 8239), (8287, 8287),
          (12288, 12288), (65279, 65279))  # fmt: skip
LINES = ((10, 10), (13, 13), (8232, 8233))
CLASSES = {"d": DIGITS, "w": WORDS, "s": SPACES}
CONTROLS = {"t": 9, "n": 10, "v": 11, "f": 12, "r": 13}
SIGNS = "^$\\.*+?()[]{}|/"
TIMES = re.compile(r"\{(\d{1,3})(,(\d{1,3})?)?\}", re.ASCII)
HEX = re.compile(r"x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})")
Ranges = tuple[tuple[int, int], ...]


class Cannot(Exception):
    """A pattern that is not read alike everywhere ("unlike"), or has too many states ("large")."""


@dataclass(frozen=True)
class Node:
    """`kind`: set (one character), all (one after the other), any (one of them), times, end or none."""

    kind: str
    parts: tuple["Node", ...] = ()
    ranges: Ranges = ()
    others: bool = False
    least: int = 0
    most: int | None = None

    def has(self, character: int) -> bool:
        if self.kind != "set":
            return False
        return any(first <= character <= last for first, last in self.ranges) is not self.others


def parsed(text: str) -> Node:
    """The tree of a pattern. Anchors may stand where they say nothing: around a whole alternative. Raises Cannot."""
    if len(text) > LONGEST:
        raise Cannot("large")
    reading = _Reading(text)
    found = reading.choice(0)
    if reading.at < len(text):
        raise Cannot("unlike")
    return found


class _Reading:
    """A place in a pattern that moves on."""

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0

    def sees(self, sign: str) -> bool:
        return self.text.startswith(sign, self.at)

    def takes(self, sign: str) -> bool:
        if not self.sees(sign):
            return False
        self.at += len(sign)
        return True

    def one(self) -> str:
        if self.at >= len(self.text):
            raise Cannot("unlike")
        self.at += 1
        return self.text[self.at - 1]

    def choice(self, depth: int) -> Node:
        if depth > DEEPEST:
            raise Cannot("large")
        parts = [self.row(depth)]
        while self.takes("|"):
            parts.append(self.row(depth))
        return parts[0] if len(parts) == 1 else Node("any", tuple(parts))

    def row(self, depth: int) -> Node:
        parts: list[Node] = []
        if not depth:
            self.takes("^")
        while self.at < len(self.text) and not self.sees("|") and not self.sees(")"):
            if not depth and self.sees("$") and self.text[self.at + 1 : self.at + 2] in ("", "|"):
                self.at += 1
                break
            parts.append(self.times(self.atom(depth)))
        return Node("all", tuple(parts))

    def atom(self, depth: int) -> Node:
        if self.takes("("):
            if self.sees("?") and not self.takes("?:"):
                raise Cannot("unlike")
            found = self.choice(depth + 1)
            if not self.takes(")"):
                raise Cannot("unlike")
            return found
        sign = self.one()
        if sign == "[":
            return self.one_of()
        if sign == ".":
            return Node("set", ranges=LINES, others=True)
        if sign == "\\":
            return self.escaped(SIGNS)
        if sign in SIGNS and sign != "/":
            raise Cannot("unlike")
        return Node("set", ranges=((ord(sign), ord(sign)),))

    def times(self, node: Node) -> Node:
        least: int
        most: int | None
        if self.takes("*"):
            least, most = 0, None
        elif self.takes("+"):
            least, most = 1, None
        elif self.takes("?"):
            least, most = 0, 1
        elif self.sees("{"):
            least, most = self.counted()
        else:
            return node
        self.takes("?")  # lazy or not, the whole text fits or it does not
        if any(map(self.sees, "*+?{")):
            raise Cannot("unlike")
        return Node("times", (node,), least=least, most=most)

    def counted(self) -> tuple[int, int | None]:
        found = TIMES.match(self.text, self.at)
        if found is None:
            raise Cannot("unlike")
        self.at = found.end()
        least = int(found[1])
        most = least if not found[2] else int(found[3]) if found[3] else None
        if most is not None and most < least:
            raise Cannot("unlike")
        if max(least, most or 0) > MOST_TIMES:
            raise Cannot("large")
        return least, most

    def escaped(self, signs: str) -> Node:
        """What stands after a backslash."""
        sign = self.one()
        if sign.lower() in CLASSES:
            return Node("set", ranges=CLASSES[sign.lower()], others=sign.isupper())
        if sign in CONTROLS:
            return Node("set", ranges=((CONTROLS[sign], CONTROLS[sign]),))
        if found := HEX.match(self.text, self.at - 1):
            self.at = found.end()
            code = int(found[1] or found[2], 16)
            return Node("set", ranges=((code, code),))
        if sign not in signs:
            raise Cannot("unlike")
        return Node("set", ranges=((ord(sign), ord(sign)),))

    def one_of(self) -> Node:
        others, ranges = self.takes("^"), []
        if self.sees("]"):
            raise Cannot("unlike")
        while not self.takes("]"):
            first = self.member()
            if self.sees("-") and self.text[self.at + 1 : self.at + 2] != "]":
                self.at += 1
                ranges.append(_between(first, self.member()))
            else:
                ranges.extend(_inverse(first.ranges) if first.others else first.ranges)
        return Node("set", ranges=tuple(ranges), others=others)

    def member(self) -> Node:
        sign = self.one()
        if sign == "\\":
            return self.escaped(SIGNS + "-")
        if sign == "[":
            raise Cannot("unlike")
        return Node("set", ranges=((ord(sign), ord(sign)),))


def _between(first: Node, last: Node) -> tuple[int, int]:
    ends = (*first.ranges, *last.ranges)
    if first.others or last.others or len(ends) != 2 or ends[0][0] != ends[0][1] or ends[1][0] != ends[1][1]:
        raise Cannot("unlike")
    if ends[0][0] > ends[1][0]:
        raise Cannot("unlike")
    return ends[0][0], ends[1][0]


def _inverse(ranges: Ranges) -> Ranges:
    """Every other character."""
    edges = [-1, *(edge for first, last in ranges for edge in (first, last)), 0x110000]
    return tuple((edges[n] + 1, edges[n + 1] - 1) for n in range(0, len(edges), 2))
