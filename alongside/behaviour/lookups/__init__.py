"""What other apps may ask about what was seen."""

from alongside.behaviour.agreement import Agreement
from alongside.behaviour.lookups.care import (
    Balance,
    Exchanged,
    Noticed,
    TokenMove,
    TokensGiven,
    balance,
    balances,
    exchanges_in,
    noticed,
    noticed_in,
    token_moves,
    tokens_in,
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
    "AbcRecord", "Agreement", "Balance", "Departure", "Exchanged", "Mark", "Noticed", "Occurrence", "Point", "Row",
    "Strip", "Summary", "TargetSummary", "TokenMove", "TokensGiven", "Used", "agreements", "balance", "balances",
    "day_strip", "exchanges_in", "noticed", "noticed_in", "rebuild_tallies", "series",
    "session_summary", "standing", "token_moves", "tokens_in",
]  # fmt: skip
