"""Ending what is dated, row by row, so that each keeps what it was."""

from datetime import date
from typing import Any

from django.db.models import Q

from alongside.foundation import revisions
from alongside.foundation.policy import Actor


def end_all(rows: Any, ended: date, *, by: Actor, reason: str = "") -> int:
    """End every row that would still hold on `ended` or later; returns how many. One to come ends as it begins."""
    going_on = rows.filter(Q(ended_on=None) | Q(ended_on__gt=ended))
    return sum(revisions.change(row, by=by, reason=reason, ended_on=max(row.began_on, ended)) for row in going_on)
