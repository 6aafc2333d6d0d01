"""House rules that the source itself shows: each question returns the faults it finds."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
WRITES = {"create", "bulk_create", "update", "save", "delete", "get_or_create", "update_or_create", "bulk_update"}
ROOMS_THAT_WRITE = {"actions", "migrations", "tests", "ledger.py", "revisions.py"}


def files(pattern: str = "alongside/**/*.py") -> Iterator[Path]:
    yield from (p for p in sorted(ROOT.glob(pattern)) if "migrations" not in p.parts and "tests" not in p.parts)


def writes_outside_actions(path: Path, source: str) -> list[str]:
    """Calls that write rows, anywhere but in an actions room (a file or a folder of that name)."""
    if ROOMS_THAT_WRITE & {*path.parts, path.name, path.stem}:
        return []
    return [
        f"{path.name}:{node.lineno} writes ({node.func.attr})"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITES
        and _on_rows(node.func.value)
    ]  # fmt: skip


def _on_rows(value: ast.expr) -> bool:
    """Whether the call is on a manager or a row, as far as its text tells: `X.objects...`, `row.save()`."""
    text = ast.unparse(value)
    return "objects" in text or "_base_manager" in text or text.isidentifier()


def agency_filters(path: Path, source: str) -> list[str]:
    """Python that filters by agency: PostgreSQL does that."""
    return [
        f"{path.name}:{node.lineno} filters by agency"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"filter", "exclude", "get"}
        and any(k.arg and k.arg.startswith("agency") for k in node.keywords)
    ]  # fmt: skip


def signals_and_overrides(path: Path, source: str) -> list[str]:
    """Signals, save() overrides, receivers: what happens is said where it happens."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, (ast.Import, ast.ImportFrom)) and "signals" in ast.unparse(node):
            found.append(f"{path.name}:{node.lineno} imports signals")
        if isinstance(node, ast.FunctionDef) and node.name in {"save", "delete"} and path.parent.name == "models":
            found.append(f"{path.name}:{node.lineno} overrides {node.name}")
    return found


def raw_get_into_orm(path: Path, source: str) -> list[str]:
    """`**request.GET` or user text as names of columns: allow-list every name."""
    return [
        f"{path.name}:{node.lineno} passes request data as names"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        for k in node.keywords
        if k.arg is None and "request." in ast.unparse(k.value)
    ]
