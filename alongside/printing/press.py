"""Giving a paper to the printing process, and taking back a PDF or the reason why there is none."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

from alongside.foundation.errors import NotMade
from alongside.printing import drawings, plain
from alongside.printing.paper import Paper

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
STANDARDS = ("ua-1",)
SECONDS = 10
AT_ONCE = 2
WAIT = 20

_presses = threading.BoundedSemaphore(AT_ONCE)


class NotPrinted(NotMade):
    """No PDF. `code`: `busy`, `too_long`, `too_much` or `unprintable`; `remark` is for the log alone."""


def pdf(paper: Paper) -> bytes:
    """The paper as tagged PDF/UA-1: the same bytes for the same paper. Raises NotPrinted."""
    try:
        return _pressed(paper, narrow=False)
    except NotPrinted as fault:
        if fault.code != "unprintable":
            raise
    return _pressed(paper, narrow=True)  # some sequence of rare letters that Typst cannot set: by their names then


def _pressed(paper: Paper, *, narrow: bool) -> bytes:
    made = asdict(paper) | {"printed_at": None}
    shown, unshown = plain.shown(made, narrow=narrow)
    shown["missing"] = paper.unshown.replace("{count}", str(unshown)) if unshown else ""
    for part in shown["parts"]:
        _in_steps(part["blocks"])
        for block in part["blocks"]:
            if block["kind"] == "chart":
                block["svg"] = drawings.dressed(block["svg"])
    return press(template("sheet"), shown, at=int(paper.printed_at.timestamp()))


def _in_steps(blocks: list[dict[str, Any]]) -> None:
    """No heading more than one level below the one before it: the standard refuses steps that were left out."""
    level = 1
    for block in blocks:
        if block["kind"] == "heading":
            block["level"] = level = min(block["level"], level + 1)


def press(text: str, paper: Mapping[str, Any], *, at: int = 0, standards: Sequence[str] = STANDARDS) -> bytes:
    """A template of Typst with what it prints, set in a process of its own. Raises NotPrinted."""
    order = {"template": text, "paper": paper, "at": at, "standards": list(standards)}
    if not _presses.acquire(timeout=WAIT):
        raise NotPrinted("busy")
    try:
        with tempfile.TemporaryDirectory() as empty:
            return _run(json.dumps(order).encode(), empty)
    finally:
        _presses.release()


@cache
def template(name: str) -> str:
    """One of our own templates."""
    return (HERE / "papers" / f"{name}.typ").read_text("utf-8")


def _run(order: bytes, empty: str) -> bytes:
    """`empty` is the only folder that the process is told of. Of the surroundings it gets nothing: no address of a
    database, no secret."""
    child = subprocess.Popen(
        [sys.executable, "-m", "alongside.printing"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=empty, close_fds=True,
        env={"PYTHONPATH": str(ROOT), "RAYON_NUM_THREADS": "1", "PATH": os.defpath, "HOME": empty},
    )  # fmt: skip
    try:
        made, said = child.communicate(order, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        child.kill()
        child.communicate()
        raise NotPrinted("too_long") from None
    if child.returncode:
        raise NotPrinted(_why(child.returncode), _remark(said) if child.returncode == 3 else "")
    return made


def _remark(said: bytes) -> str:
    """The last line alone: what Typst says before it gives up may quote the paper."""
    return said.decode(errors="replace").strip().rpartition("\n")[2][:200]


def _why(status: int) -> str:
    if status in (-signal.SIGXCPU, -signal.SIGKILL):
        return "too_long"
    return "unprintable" if status == 3 else "too_much"
