"""Bring a database's schema up to date, as its owner, in a process of its own.

The web and worker processes never hold the owner's address; this one ends when its work is done.
"""

import os
import subprocess
import sys

from .progress import Say, quiet
from .troubles import Trouble

STEP = "@"  # the child's lines about progress begin with it
SETTINGS = "alongside.project.settings"


def migrate(owner_url: str, say: Say, *, static: bool = False, look_only: bool = False) -> None:
    """Apply what is missing and say how far it is; raises `Trouble` with the last lines when it fails.

    `static` also gathers the files that browsers fetch. `look_only`: we are not the owner; raise if any is missing.
    """
    if look_only and (missing := missing_steps(owner_url)):
        raise Trouble(
            f"The database lacks {missing} steps of this version: set ALONGSIDE_OWNER_DATABASE_URL as"
            " `alongside prepare` printed it, and start again."
        )
    words = [*([] if look_only else ["migrate"]), *(["static"] if static else [])]
    _child(words, owner_url, say)


def missing_steps(url: str) -> int:
    """How many migrations the database lacks; a role that may only read can ask."""
    return int(_child(["count"], url, quiet)[-1])


def _child(words: list[str], url: str, say: Say) -> list[str]:
    """Run `applying`; its lines that are no progress."""
    ours = {"ALONGSIDE_DATABASE_URL": url, "ALONGSIDE_AS_OWNER": "", "PYTHONUNBUFFERED": "1"}
    environment = {"DJANGO_SETTINGS_MODULE": SETTINGS, **os.environ, **ours}
    order = [sys.executable, "-m", "alongside.project.applying", *words]
    told: list[str] = []
    with subprocess.Popen(order, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment) as child:
        assert child.stdout is not None
        for line in child.stdout:
            if line.startswith(STEP):
                say(line[1:].strip())
            else:
                told.append(line)
    if child.returncode:
        raise Trouble("The database could not be brought up to date:\n" + "".join(told[-12:]))
    return told
