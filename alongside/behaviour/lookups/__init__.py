"""What other apps may ask about what was seen."""

from alongside.behaviour.agreement import Agreement
from alongside.behaviour.lookups.arrived import received_after, session_of
from alongside.behaviour.lookups.care import (
    Balance,
    Noticed,
    TokenMove,
    balance,
    balances,
    noticed,
    noticed_in,
    token_moves,
)
from alongside.behaviour.lookups.observers import agreements
from alongside.behaviour.lookups.series import Point, series
from alongside.behaviour.lookups.strip import Mark, Strip, day_strip
from alongside.behaviour.lookups.summary import (
    AbcRecord,
    Departure,
    Occurrence,
    Summary,
    TargetSummary,
    Used,
    session_summary,
)
from alongside.behaviour.stream import Row, standing
from alongside.behaviour.tallies import rebuild_tallies

__all__ = [
    "AbcRecord", "Agreement", "Balance", "Departure", "Mark", "Noticed", "Occurrence", "Point", "Row", "Strip",
    "Summary", "TargetSummary", "TokenMove", "Used", "agreements", "balance", "balances", "day_strip", "noticed",
    "noticed_in", "rebuild_tallies", "received_after", "series", "session_of", "session_summary", "standing",
    "token_moves",
]  # fmt: skip
