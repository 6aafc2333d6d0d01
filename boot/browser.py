"""Find a Chromium for the browser journeys, or install Debian's where this account may."""

import os
import shutil
import subprocess

from .saying import Step

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PACKAGE = "chromium"


def chromium() -> tuple[str | None, str]:
    """(its path, "") or (None, why there is none)."""
    if found := _found():
        return found, ""
    if reason := why_not_installable("Chromium", [PACKAGE]) or installed("Chromium", [PACKAGE]):
        return None, reason
    found = _found()
    return found, "" if found else f"the package {PACKAGE} brings no browser that starts here"


def _found() -> str | None:
    told = os.environ.get("ALONGSIDE_CHROMIUM")
    return next((path for name in ([told] if told else NAMES) if (path := shutil.which(name)) and _starts(path)), None)


def _starts(path: str) -> bool:
    """Some packages bring only a pointer to another shop of programs."""
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def why_not_installable(name: str, packages: list[str]) -> str:
    """Why this account cannot install it here; "" where it may."""
    if shutil.which("apt-get") is None:
        return f"no {name} is installed, and this system has no apt-get to install it with"
    if os.geteuid() != 0:
        return f"no {name} is installed, and only root may install it: apt-get install {' '.join(packages)}"
    return ""


def installed(name: str, packages: list[str]) -> str:
    """Install Debian's packages. Why that could not be; "" when it was done."""
    step = Step(f"Installing {name}", seconds=60)
    words = ["install", "--yes", "--no-install-recommends", *packages]
    done = _apt(words, step)
    if done.returncode:  # a fresh machine has no package lists yet, or old ones
        _apt(["update"], step)
        done = _apt(words, step)
    step.end()
    return f"apt-get could not install {' '.join(packages)}: {_last(done.stderr)}" if done.returncode else ""


def _apt(words: list[str], step: Step) -> subprocess.CompletedProcess[str]:
    """Run apt-get and tell the percentages that it reports."""
    mine, its = os.pipe()
    order = ["apt-get", "-q", "-o", f"APT::Status-Fd={its}", *words]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    with subprocess.Popen(
        order, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        text=True, pass_fds=[its],
    ) as child:  # fmt: skip
        os.close(its)
        with os.fdopen(mine) as status:
            for line in status:
                _tell(line, step)
        assert child.stderr is not None
        errors = child.stderr.read()
    return subprocess.CompletedProcess(order, child.returncode, "", errors)


def _tell(line: str, step: Step) -> None:
    kind, _, rest = line.partition(":")
    percent = rest.split(":")[1] if rest.count(":") >= 1 else ""
    names = {"dlstatus": "fetching", "pmstatus": "unpacking"}
    if kind in names and percent.replace(".", "").isdigit():
        step.tell(f"{names[kind]}, {float(percent):.0f} of 100 %", float(percent), 100)


def _last(text: str) -> str:
    lines = [line for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else "it gave no reason"
