"""The checks beside the tests: style, floors and types; those that exist here."""

from collections.abc import Iterator
from pathlib import Path


def checks(root: Path, bin_folder: Path) -> Iterator[tuple[str, list[str], str]]:
    """(name, order, why it does not run) of each; an order is empty when it does not run."""
    yield "style", [str(bin_folder / "ruff"), "check", "."], ""
    yield _floors(root, bin_folder)
    yield _types(root, bin_folder)


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
