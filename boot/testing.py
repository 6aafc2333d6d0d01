"""`./test`: install what is missing, then every check, every test and every browser journey."""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from .browser import chromium
from .checking import checks
from .counting import Count, counted, failure
from .install import TEST, installed
from .webkit import webkit

ROOT = Path(__file__).resolve().parent.parent
AT_ONCE = ["-n", str(min(os.cpu_count() or 1, 4)), "--dist", "worksteal"]
NO_TESTS = 5  # pytest's status when nothing was collected
SLOWEST = 15  # are named


def main(words: list[str]) -> int:
    options, rest = _options(words)
    python = installed(ROOT, TEST)
    if options.prepare:
        print("Everything is installed. Run it with ./test")
        return 0
    if rest:
        return subprocess.run([python, "-m", "pytest", *rest], cwd=ROOT, check=False).returncode
    return _everything(python, quick=options.quick)


def _everything(python: Path, *, quick: bool) -> int:
    path, no_browser = (None, "--quick leaves them out") if quick else chromium()
    environment = _environment(path)
    told, total = [], Count()
    for name, order, reason in checks(ROOT, python.parent):
        well = not order or _run(name, order, environment) == 0
        told.append(f"{name}: {'did not run: ' + reason if not order else 'ok' if well else 'FAILED'}")
        total += Count() if well else failure(name, "see its lines above")
    total += _pytest(python, "tests", "not journey and not slow" if quick else "not journey", environment)
    if path:
        told += [f"journeys in WebKit: did not run: {reason}"] if (reason := webkit()) else []
        total += _pytest(python, "journeys", "journey", environment)
    else:
        total += _left_out(python, no_browser, told)
    _tell(told, total)
    return 1 if total.failed else 0


def _environment(chromium_path: str | None) -> dict[str, str]:
    """With compiled code kept, even where the machine is set up otherwise: hundreds of processes would compile anew."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | ({"ALONGSIDE_CHROMIUM": chromium_path} if chromium_path else {})


def _tell(told: list[str], total: Count) -> None:
    """What took longest, what did not run, the counts; last of all what failed, since the end is what people see."""
    print(f"\nThe {SLOWEST} slowest:", *total.slowest(SLOWEST), sep="\n")
    print("", *told, total, sep="\n")
    if total.broken:
        print("Failed:", *(f"  {line}" for line in total.broken), sep="\n")
    sys.stdout.flush()


def _run(name: str, order: list[str], environment: dict[str, str]) -> int:
    print(f"\n== {name}", flush=True)
    return subprocess.run(order, cwd=ROOT, env=environment, check=False).returncode


def _pytest(python: Path, name: str, marks: str, environment: dict[str, str]) -> Count:
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / f"{name}.xml"
        order = [str(python), "-m", "pytest", "-m", marks, "-rs", f"--junitxml={report}", *AT_ONCE]
        status = _run(name, order, environment)
        count = counted(report)
    if status and status != NO_TESTS and not count.failed:
        count += failure(name, f"pytest ended with status {status}")
    return count


def _left_out(python: Path, reason: str, told: list[str]) -> Count:
    """Name the journeys that did not run, and why; they count as skipped."""
    order = [str(python), "-m", "pytest", "--collect-only", "-m", "journey"]
    listed = subprocess.run(order, cwd=ROOT, capture_output=True, text=True, check=False).stdout
    names = [line for line in listed.splitlines() if "::" in line]
    if names:
        told.append(f"These journeys did not run, because {reason}:")
        told += [f"  {name}" for name in names]
    return Count(skipped=len(names))


def _options(words: list[str]) -> tuple[argparse.Namespace, list[str]]:
    parser = argparse.ArgumentParser(
        prog="./test",
        description="Install what is missing and run every test. Other words go to pytest: ./test tests/guards -x",
    )
    parser.add_argument("--quick", action="store_true", help="leave out slow tests and browser journeys")
    parser.add_argument("--prepare", action="store_true", help="only install")
    return parser.parse_known_args(words)
