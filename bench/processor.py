"""Processor time of processes, where the system tells it (/proc): says what a loaded machine's clock does not."""

import os
from collections.abc import Iterable
from pathlib import Path

PROC = Path("/proc")


def spent(pids: Iterable[int]) -> float:
    """Seconds of processor time that these processes have used; 0 where the system does not say."""
    found = [_fields(pid) for pid in pids]
    return sum(int(fields[11]) + int(fields[12]) for fields in found if fields) / os.sysconf("SC_CLK_TCK")


def tree(root: int) -> set[int]:
    """A process and everything it started, as it stands."""
    parents = {int(one.name): _fields(int(one.name)) for one in PROC.glob("[0-9]*")}
    found, before = {root}, 0
    while len(found) > before:
        before = len(found)
        found |= {pid for pid, fields in parents.items() if fields and int(fields[1]) in found}
    return found


def _fields(pid: int) -> list[str]:
    """What /proc/PID/stat says after the name: the state first, then the parent."""
    try:
        return (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []
