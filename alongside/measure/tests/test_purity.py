"""The mathematics stands alone: the standard library and nothing else."""

import ast
import sys

import pytest

from alongside.measure.tests.places import ROOT

FILES = [path for path in (ROOT / "alongside" / "measure").rglob("*.py") if "tests" not in path.parts]


def foreign(source):
    """Top-level names imported from outside the standard library and this folder."""
    for node in ast.walk(ast.parse(source)):
        names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or "."] if isinstance(node, ast.ImportFrom) else []
        for name in names:
            if name.split(".")[0] not in sys.stdlib_module_names and not name.startswith("alongside.measure"):
                yield name


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_only_the_standard_library(path):
    assert list(foreign(path.read_text(encoding="utf-8"))) == []


def test_the_check_bites():
    assert list(foreign("import numpy as np\nfrom django.db import models\nfrom alongside.notes import rules\n")) == [
        "numpy", "django.db", "alongside.notes",
    ]  # fmt: skip
