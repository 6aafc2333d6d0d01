"""What other apps may ask about what was seen."""

from alongside.behaviour.agreement import Agreement
from alongside.behaviour.lookups.around import Around, around, watched
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
from alongside.behaviour.lookups.keeping import KeptValue, covered, kept_values, recorded_in, recorded_since
from alongside.behaviour.lookups.marked import Marked, marked
from alongside.behaviour.lookups.observers import agreements, agreements_of
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
from alongside.behaviour.lookups.tapped import tapped
from alongside.behaviour.stream import Row, standing
from alongside.behaviour.tallies import rebuild_tallies

__all__ = [
    "AbcRecord", "Agreement", "Around", "Balance", "Departure", "Exchanged", "KeptValue", "Mark", "Marked", "Noticed",
    "Occurrence", "Point", "Row", "Strip", "Summary", "TargetSummary", "TokenMove", "TokensGiven", "Used", "agreements",
    "agreements_of", "around", "balance", "balances", "covered", "day_strip", "exchanges_in", "kept_values", "marked",
    "noticed", "noticed_in", "rebuild_tallies", "recorded_in", "recorded_since", "series",
    "session_summary", "standing", "tapped", "token_moves", "tokens_in", "watched",
]  # fmt: skip
