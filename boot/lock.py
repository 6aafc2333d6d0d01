"""Make the lock files anew: `python3 boot/lock.py [DATE]`, with uv on the path.

Packages younger than three weeks are left out, so that a bad release is seen by others first; patch releases
of the web framework close security holes and are taken at once.
"""

import datetime
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RIPE = datetime.timedelta(weeks=3)
AT_ONCE = "django"
BUILD = "setuptools\n"  # what the one package without a wheel is built with
COMMON = [
    "--universal", "--python-version", "3.11", "--generate-hashes", "--no-emit-index-url", "--no-annotate",
    "--no-header", "--quiet",
]  # fmt: skip


def main() -> None:
    today = datetime.datetime.now(datetime.UTC).date()
    until = sys.argv[1] if len(sys.argv) > 1 else str(today - RIPE)
    dates = [
        "--exclude-newer",
        until,
        "--exclude-newer-package",
        f"{AT_ONCE}={today + datetime.timedelta(1)}",
    ]
    _lock("requirements-test.lock", ["pyproject.toml", "--group", "test"], dates)
    _lock("requirements.lock", ["pyproject.toml", "-c", "requirements-test.lock"], dates)
    _lock("requirements-build.lock", ["-"], dates, BUILD)


def _lock(name: str, sources: list[str], dates: list[str], text: str = "") -> None:
    order = ["uv", "pip", "compile", *sources, *COMMON, *dates]
    made = subprocess.run(order, cwd=ROOT, input=text, capture_output=True, text=True, check=True)
    if re.search(r"://", made.stdout):
        raise SystemExit(f"{name} would hold an address: {made.stdout}")
    (ROOT / name).write_text("# Made by boot/lock.py: every package with the hashes of its files.\n" + made.stdout)


if __name__ == "__main__":
    main()
