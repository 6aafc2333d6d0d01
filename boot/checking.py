"""The checks beside the tests: style, floors, types and the browser's own scripts; those that exist here."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

NODE = 20  # the first major whose test runner we use


def checks(root: Path, bin_folder: Path) -> Iterator[tuple[str, list[str], str]]:
    """(name, order, why it does not run) of each; an order is empty when it does not run."""
    yield "style", [str(bin_folder / "ruff"), "check", "."], ""
    yield _floors(root, bin_folder)
    yield _types(root, bin_folder)
    yield _scripts(root)


def _floors(root: Path, bin_folder: Path) -> tuple[str, list[str], str]:
    if "[tool.importlinter]" in (root / "pyproject.toml").read_text() or (root / ".importlinter").exists():
        return "floors", [str(bin_folder / "lint-imports"), "--no-logo"], ""
    return "floors", [], "no contract is written in pyproject.toml"


def _types(root: Path, bin_folder: Path) -> tuple[str, list[str], str]:
    """Strict where it pays: the foundation, the mathematics and every room of rules."""
    alongside = root / "alongside"
    folders = [folder for folder in (alongside / "foundation", alongside / "measure") if folder.is_dir()]
    rules = [place for place in sorted(alongside.glob("*/rules*")) if place.is_dir() or place.suffix == ".py"]
    places = [str(place.relative_to(root)) for place in [*folders, *rules]]
    if not places:
        return "types", [], "nothing of it is here"
    return "types", [str(bin_folder / "mypy"), *places], ""


def _scripts(root: Path) -> tuple[str, list[str], str]:
    tests = sorted(str(file.relative_to(root)) for file in (root / "web").rglob("*.test.*js"))
    if not tests:
        return "scripts", [], "web/ holds no tests"
    node = shutil.which("node")
    if node is None or _major(node) < NODE:
        return "scripts", [], f"Node {NODE} or newer is not installed"
    return "scripts", [node, "--test", *tests], ""


def _major(node: str) -> int:
    told = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.match(r"v(\d+)", told)
    return int(found[1]) if found else 0
