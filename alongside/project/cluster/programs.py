"""Run one of PostgreSQL's programs as the database's account, with nothing of the person's locale."""

import os
import signal
import subprocess

from alongside.project.dying import ends_with_parent
from alongside.project.troubles import Trouble

from .account import Account, switch
from .binaries import Binaries


def clean_environment(**more: str) -> dict[str, str]:
    """This process's environment without the PG… and LC_… variables that would change what a program does."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PG", "LC_", "LANG"))}
    return {**kept, "LC_ALL": "C", **more}


def run_program(binaries: Binaries, account: Account | None, program: str, *words: object, **more: str) -> str:
    """What the program printed; its last error lines as `Trouble` when it fails. `more` is environment.

    It dies with this process: an initdb that outlived it would later clear the folder that a second one makes.
    """
    done = subprocess.run(
        [binaries / program, *map(str, words)],
        capture_output=True, text=True, check=False, cwd="/",
        env=clean_environment(**more), preexec_fn=ends_with_parent(signal.SIGKILL), **switch(account),
    )  # fmt: skip
    if done.returncode:
        last = " ".join(done.stderr.strip().splitlines()[-3:])
        raise Trouble(f"PostgreSQL's {program} could not do its work: {last}")
    return done.stdout
