"""Every write to skill programs and techniques."""

from alongside.skills.actions.moves import decide, move
from alongside.skills.actions.probes import probe
from alongside.skills.actions.programs import begin, end, write

__all__ = ["begin", "decide", "end", "move", "probe", "write"]
