"""What other apps may ask about what was seen."""

from alongside.behaviour.agreement import Agreement
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
    "AbcRecord", "Agreement", "Departure", "Mark", "Occurrence", "Point", "Row", "Strip", "Summary",
    "TargetSummary", "Used", "agreements", "day_strip", "rebuild_tallies", "series", "session_summary", "standing",
]  # fmt: skip
