"""What the printing process may use. Reached limits end it; they raise nothing that somebody could go on after."""

import resource

MEMORY = 1_024 * 2**20  # addresses, not pages in use: threads and maps of fonts count here
SECONDS = 10


def begin() -> None:
    """Memory, time, no file written, no image of the memory left behind."""
    _at_most(resource.RLIMIT_AS, MEMORY)
    _at_most(resource.RLIMIT_CPU, SECONDS)
    _at_most(resource.RLIMIT_FSIZE, 0)
    _at_most(resource.RLIMIT_CORE, 0)


def shut() -> None:
    """From here on nothing can be opened: no file, no link to one, no connection. What is open stays open."""
    _at_most(resource.RLIMIT_NOFILE, 3)


def _at_most(what: int, amount: int) -> None:
    _, hard = resource.getrlimit(what)
    amount = amount if hard == resource.RLIM_INFINITY else min(amount, hard)
    resource.setrlimit(what, (amount, amount))
