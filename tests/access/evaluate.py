"""Compares what the product answers over HTTP with what the table expects, cell by cell.

Knows nothing of the product: the standard library, two tables, and a world (an address, cookies, ids) as JSON.
`python tests/access/evaluate.py WORLD.json` prints every mismatch and ends with status 1 when there is one.
"""

import csv
import http.client
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode
from uuid import uuid4

HERE = Path(__file__).parent
ROLES = ("tss", "senior_tss", "supervisor", "nurse", "director", "quality", "hr", "scheduler", "admin")
OUTSIDE = ("elsewhere", "random")
WRONG = "00000000-0000-4000-8000-000000000000"  # a client on whose page no form stood
FARTHEST = ("other", "colleague", "here", "proposed")
FARTHER = ("other", "covered")  # farther than a place that has ended, than a supervisee's
FIXED = {"wrong": WRONG, "long": "x" * 300, "digest": "0" * 64}
NAMED = re.compile(r"\{(\w+)\}")
VARIES = {"date", "server", "connection"}
ANSWERS = {200: "ok", 303: "ok", 422: "ok", 403: "no", 404: "404"}  # 422: may, but not with this content


@dataclass(frozen=True)
class Cell:
    """One question: this role, in this relation, sends this. `expected`: ok, no (refused, not shown) or 404."""

    line: int
    verb: str
    method: str
    path: str
    fields: str
    shows: str
    browser: str
    role: str
    relation: str
    expected: str
    said: str
    is_form: bool

    def __str__(self) -> str:
        who = f"{self.role} ({self.browser}), {self.relation}"
        return f"line {self.line}, {self.verb}: {self.method} {self.path}, {who}"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: str


def rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(newline="", encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def cells() -> list[Cell]:
    """Every cell of expected.csv, in its order."""
    relations = rows("relations.csv")
    return [cell for line, row in enumerate(rows("expected.csv"), 2) for cell in _cells_of(line, row, relations)]


def fewest(every: Iterable[Cell]) -> list[Cell]:
    """Of the cells those that differ in what could go wrong.

    A role that may in some relations is asked in each of them, and in the nearest others; one that may in none, in the
    nearest; one that may in all, in the farthest. What is absent is asked for by one role that may and one that may
    not. A form is asked as it is sent; as it is shown, only of whoever may see it.
    """
    kept: dict[tuple[Any, ...], Cell] = {}
    for cell in every:
        if not _needless(cell):
            kept.setdefault(_alike(cell), cell)
    return list(kept.values())


def _needless(cell: Cell) -> bool:
    if cell.relation in OUTSIDE:
        return cell.is_form and cell.method == "GET"
    if cell.said == "all":
        return cell.relation not in FARTHEST
    if cell.said == "" and cell.browser == "confirmed":
        return cell.is_form and cell.method == "GET"
    return cell.expected == "no" and cell.relation in FARTHER


def _alike(cell: Cell) -> tuple[Any, ...]:
    """Cells of which one stands for the others."""
    if cell.relation in OUTSIDE:
        return (cell.line, cell.relation, cell.said != "")
    if (cell.said == "" and cell.browser == "confirmed") or (cell.method == "GET" and cell.is_form):
        return (cell.line, cell.role, cell.method, cell.expected)
    return (cell.line, cell.role, cell.method, cell.relation)


def _cells_of(line: int, row: dict[str, str], relations: list[dict[str, str]]) -> Iterator[Cell]:
    for role in ROLES:
        if row[role] == "-":
            continue
        of_kind = [r["relation"] for r in relations if row["kind"] in r["kinds"].split() and _has(r, role)]
        expected = _expected(row[role], of_kind, row["absent"])
        for relation in of_kind:
            for method in row["method"].split():
                yield Cell(
                    line, row["verb"], method, row["path"], row["fields"], row["shows"], row["browser"], role,
                    relation, expected[relation], row[role], "POST" in row["method"],
                )  # fmt: skip


def _has(relation: dict[str, str], role: str) -> bool:
    return relation["roles"] == "*" or role in relation["roles"].split()


def _expected(cell: str, of_kind: list[str], absent: str) -> dict[str, str]:
    """`all`, or the relations in which the answer is ok; `other=404` names another answer."""
    said = {relation: absent if relation in OUTSIDE else "no" for relation in of_kind}
    for word in cell.split():
        if word == "all":
            said |= {relation: "ok" for relation in of_kind if relation not in OUTSIDE}
        else:
            relation, _, answer = word.partition("=")
            assert relation in said, f"{relation} is no relation of this kind and role"
            said[relation] = answer or "ok"
    return said


class Asking:
    """One connection to the product."""

    def __init__(self, world: dict[str, Any]) -> None:
        self.world = world
        self.line = http.client.HTTPConnection(world["host"], world["port"], timeout=60)

    def answer(self, cell: Cell) -> Answer:
        ids = self._ids(cell)
        path = _filled(cell.path, ids, quote)
        headers = {"Cookie": self._cookies(cell), "X-CSRFToken": "c" * 32}
        body = None
        if cell.method == "POST":
            pairs = [pair.partition("=") for pair in cell.fields.split("&") if pair]
            body = urlencode([(name, _filled(value, ids, str)) for name, _, value in pairs])
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.line.request(cell.method, path, body, headers)
        got = self.line.getresponse()
        return Answer(got.status, {k.lower(): v for k, v in got.getheaders()}, got.read().decode(errors="replace"))

    def judged(self, cell: Cell, got: Answer) -> str:
        """The answer in the words of the table."""
        if got.headers.get("location", "").startswith("/account/"):
            return "signed out"
        answer = ANSWERS.get(got.status, str(got.status))
        if answer == "ok" and cell.shows:
            return "ok" if _filled(cell.shows, self._ids(cell), str) in got.body else "no"
        return answer

    def _ids(self, cell: Cell) -> dict[str, str]:
        by_role = self.world["ids"].get(cell.relation, {})
        return {**by_role.get("*", {}), **by_role.get(cell.role, {}), **by_role.get(f"{cell.role} {cell.browser}", {})}

    def _cookies(self, cell: Cell) -> str:
        browser = self.world["browsers"][cell.role][cell.browser]
        return f"{self.world['cookie']}={browser}; {self.world['csrf']}={'c' * 32}"


def _filled(text: str, ids: dict[str, str], as_written: Callable[[str], str]) -> str:
    """What a relation has no id for is made up: there is no such thing."""
    return NAMED.sub(lambda m: as_written(ids.get(m[1]) or FIXED.get(m[1]) or str(uuid4())), text)


def mismatches(
    world: dict[str, Any], some: Iterable[Cell], *, then: Callable[[Cell], None] = lambda cell: None
) -> list[str]:
    """What was answered otherwise than expected; and what differs between another agency's id and a random one.

    `then` is called after each cell.
    """
    asking, found = Asking(world), []
    absent: dict[tuple[Any, ...], Answer] = {}
    for cell in some:
        got = asking.answer(cell)
        answer = asking.judged(cell, got)
        if answer != cell.expected:
            found.append(f"{cell}: expected {cell.expected}, answered {answer}")
        if cell.relation in OUTSIDE and answer == "404":
            twin = absent.setdefault((cell.line, cell.method, cell.role), got)
            found += [f"{cell}: {what} tells it from a random one" for what in _differences(twin, got)]
        then(cell)
    return found


def _differences(one: Answer, other: Answer) -> list[str]:
    headers = [{k: v for k, v in a.headers.items() if k not in VARIES} for a in (one, other)]
    parts = {"status": (one.status, other.status), "headers": tuple(headers), "body": (one.body, other.body)}
    return [what for what, (left, right) in parts.items() if left != right]


if __name__ == "__main__":
    asked = cells()
    wrong = mismatches(json.loads(Path(sys.argv[1]).read_text()), asked)
    print(*wrong, f"{len(asked)} cells, {len(wrong)} mismatches", sep="\n")
    sys.exit(bool(wrong))
