"""postmaster.pid: who runs the cluster and where it listens; never believed without looking."""

import os
from pathlib import Path

SOCKET_LINE = 4  # PostgreSQL writes the socket folder into the fifth line


def claimed_pid(data: Path) -> int | None:
    """The process that postmaster.pid names; None when the file is absent or cut short."""
    lines = _lines(data)
    return int(lines[0]) if lines and lines[0].strip().isdigit() else None


def claimed_socket(data: Path) -> Path | None:
    lines = _lines(data)
    return Path(lines[SOCKET_LINE]) if len(lines) > SOCKET_LINE and lines[SOCKET_LINE] else None


def forget_unreadable(data: Path) -> None:
    """PostgreSQL does not start beside a postmaster.pid that a crash cut short; nobody can be running by it."""
    if claimed_pid(data) is None:
        (data / "postmaster.pid").unlink(missing_ok=True)


def living_postmaster(data: Path) -> int | None:
    """The pid of the PostgreSQL that really runs on this data folder; not a zombie, not a stranger."""
    pid = claimed_pid(data)
    return pid if pid and _is_postgres_on(pid, data) else None


def _lines(data: Path) -> list[str]:
    try:
        return (data / "postmaster.pid").read_text(errors="replace").split("\n")
    except FileNotFoundError:
        return []


def _is_postgres_on(pid: int, data: Path) -> bool:
    process = Path(f"/proc/{pid}")
    try:
        return os.readlink(process / "cwd") == str(data) and _name(process) == "postgres"
    except PermissionError:  # a container may keep root from looking at another account's process
        return _name(process) == "postgres" and process.stat().st_uid == data.stat().st_uid
    except OSError:
        return False


def _name(process: Path) -> str:
    return (process / "comm").read_text().strip()
