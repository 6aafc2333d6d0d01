"""Reviewed knowledge, read once from reference/. Code asks; it never restates."""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[2] / "reference"


@cache
def load(name: str) -> dict[str, Any]:
    """One file of reference/ as it stands in the repository: `load("roles")` reads roles.toml."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def in_force(edition: dict[str, Any], on: date) -> bool:
    """Whether an edition's effective dates include a day (the end day is not included)."""
    ends = edition.get("effective_to")
    return edition["effective_from"] <= on and (ends is None or on < ends)


@cache
def grants() -> dict[tuple[str, str], frozenset[str]]:
    """(role, verb) -> relations, from reference/grants/: one file a room of the house."""
    found: dict[tuple[str, str], frozenset[str]] = {}
    for path in sorted((FOLDER / "grants").glob("*.toml")):
        for verb, roles in load(f"grants/{path.stem}").get("verb", {}).items():
            for role, relations in roles.items():
                found[role, verb] = frozenset([relations] if isinstance(relations, str) else relations)
    return found
