"""Whether this machine can run Alongside, asked before anything is installed."""

import platform
import sys

from .trouble import Trouble

NAMES = {"x86_64": "x86_64", "amd64": "x86_64", "aarch64": "aarch64", "arm64": "aarch64"}
WANTED = "Debian or Ubuntu (or another Linux with glibc) on x86-64 or arm64"


def processor() -> str:
    """ "x86_64" or "aarch64"; raises `Trouble` on a machine for which there are no programs."""
    system, machine = platform.system(), platform.machine().lower()
    if system != "Linux":
        raise Trouble(f"Alongside runs on {WANTED}, and this is {system}: start it in such a machine or container.")
    if machine not in NAMES:
        raise Trouble(f"Alongside runs on {WANTED}, and this processor is {machine}: use another machine.")
    if platform.libc_ver(sys.executable)[0] != "glibc":
        raise Trouble(f"Alongside runs on {WANTED}, and this Linux has another C library: use another machine.")
    return NAMES[machine]
