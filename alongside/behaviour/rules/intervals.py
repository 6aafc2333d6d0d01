"""Which interval an answer is about, and how long until the next."""

SOONER = {"partial_interval": True, "whole_interval": False}  # the answer that is known before the interval ends


def number(measure: str, scored: bool, elapsed: float, length: int) -> int:
    """The interval, from 1, that an answer given `elapsed` seconds after the watch began is about.

    Partial interval: "yes" is known the moment it happens, "no" only at the end; whole interval: the other way round;
    momentary: always at the end. What is known at once is about the interval that runs; the rest about the end that
    is nearest, so that an answer a moment late still counts for the interval just over.
    """
    if SOONER.get(measure) is scored:
        return int(elapsed // length) + 1
    return max(1, int(elapsed / length + 0.5))


def until_next(elapsed: float, length: int) -> float:
    """Seconds until the running interval ends."""
    return length - elapsed % length
