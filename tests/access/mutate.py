"""Shows that the table of access would notice: `python -m tests.access.mutate` prints "killed n of n".

For each mutant only cells are asked whose page asked about its verb in a first pass, the likeliest first; the first
mismatch kills it. Mutants that no page can show are in equivalents.csv, each with its reason.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatch
from typing import Any

import pytest

from tests.access import evaluate
from tests.access.evaluate import Asking, Cell
from tests.access.mutants import Mutant, alive, every, listening

NEAR = {
    "team": ("own",), "supervises": ("supervisee", "covered", "theirs"), "glass": ("glass",), "author": ("mine",),
    "cosigner": ("asked", "theirs"), "self": ("self",), "agency": ("other", "colleague", "here"),
}  # fmt: skip
CLOSES = ("loses", "for nobody", "circumstance round")  # such a mutant refuses what was allowed


@dataclass(frozen=True)
class Run:
    killed: int
    survivors: list[Mutant]
    spared: list[Mutant]
    stale: list[str]

    def __str__(self) -> str:
        return f"killed {self.killed} of {self.killed + len(self.survivors)}, {len(self.spared)} equivalent"


def first_pass(world: dict[str, Any], cells: Iterable[Cell]) -> tuple[list[str], dict[str, list[Cell]]]:
    """What is answered otherwise than expected; and verb -> the cells whose page asked about it."""
    by_verb: dict[str, list[Cell]] = defaultdict(list)
    with listening() as heard:

        def sort(cell: Cell) -> None:
            for verb in heard:
                by_verb[verb].append(cell)
            heard.clear()

        wrong = evaluate.mismatches(world, cells, then=sort)
    return wrong, by_verb


def run(world: dict[str, Any], by_verb: dict[str, list[Cell]]) -> Run:
    """Try every mutant that is not known to change nothing."""
    asking, spared, survivors, killed = Asking(world), [], [], 0
    known = evaluate.rows("equivalents.csv")
    for mutant in every():
        if any(fits(line, mutant) for line in known):
            spared.append(mutant)
            continue
        with alive(mutant):
            if any(_tells(asking, cell) for cell in likeliest(mutant, by_verb.get(mutant.verb, []))):
                killed += 1
            else:
                survivors.append(mutant)
    stale = [line["verb"] for line in known if not any(fits(line, mutant) for mutant in spared)]
    return Run(killed, survivors, spared, stale)


def likeliest(mutant: Mutant, cells: list[Cell]) -> list[Cell]:
    """Cells that this mutant can change, those that it is most likely to change first."""
    closes = any(word in mutant.what for word in CLOSES)
    near = NEAR.get(mutant.what.removeprefix("loses "), ())
    can = [cell for cell in cells if mutant.role in ("", cell.role)]
    return sorted(
        can,
        key=lambda c: (mutant.verb not in c.verb.split(), (c.expected == "ok") != closes, c.relation not in near),
    )


def _tells(asking: Asking, cell: Cell) -> bool:
    return asking.judged(cell, asking.answer(cell)) != cell.expected


def fits(line: dict[str, str], mutant: Mutant) -> bool:
    """`*` stands for anything."""
    verb = fnmatch(mutant.verb, line["verb"])
    return verb and line["role"] in ("*", mutant.role) and line["what"] in ("*", mutant.what)


if __name__ == "__main__":
    sys.exit(pytest.main(["-q", "-s", "tests/access/test_table.py"]))
