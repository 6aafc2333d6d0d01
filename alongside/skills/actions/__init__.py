"""Every write to skill programs and techniques."""

from alongside.skills.actions.moves import decide, move
from alongside.skills.actions.probes import probe
from alongside.skills.actions.programs import begin, end, write
from alongside.skills.actions.techniques import choose, put_back, use_technique

__all__ = ["begin", "choose", "decide", "end", "move", "probe", "put_back", "use_technique", "write"]
