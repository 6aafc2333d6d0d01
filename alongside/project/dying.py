"""A child that ends with its parent, however the parent ends."""

import ctypes
import os
import signal
from collections.abc import Callable

SET_PARENT_DEATH_SIGNAL = 1  # prctl(2)


def ends_with_parent(order: signal.Signals) -> Callable[[], None]:
    """For `preexec_fn`: the kernel sends `order` to the child when this process dies, kill -9 included."""
    parent, libc = os.getpid(), ctypes.CDLL(None)

    def ask() -> None:
        libc.prctl(SET_PARENT_DEATH_SIGNAL, order)
        if os.getppid() != parent:  # it died before we could ask
            os._exit(1)

    return ask
