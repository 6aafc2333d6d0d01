"""MEASURES.md lists every public function, and no function that is not there; every one has a docstring and types."""

import ast
import re

from alongside.measure.tests.places import ROOT

FOLDER = ROOT / "alongside" / "measure"


def functions():
    for path in FOLDER.glob("*.py"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                yield f"{path.stem}.{node.name}", node


def test_the_table_is_complete():
    listed = set(re.findall(r"`(\w+\.\w+)`", (FOLDER / "MEASURES.md").read_text(encoding="utf-8")))
    assert {name for name, _ in functions()} == listed


def test_every_public_function_says_what_it_does():
    assert [name for name, node in functions() if not ast.get_docstring(node)] == []
