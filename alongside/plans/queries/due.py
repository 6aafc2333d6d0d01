"""Plans that are due: of one's own clients, or of the agency."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from alongside.foundation.doing import query
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.plans.dues import PlanDue, dues
from alongside.plans.lookups.due import dues_near


@dataclass(frozen=True)
class Dues:
    """Plans to look over or to sign, those due first at the top."""

    rows: tuple[PlanDue, ...]
    today: date

    def reviewed(self, state: str) -> tuple[PlanDue, ...]:
        return tuple(row for row in self.rows if row.review == state)

    @property
    def unsigned(self) -> tuple[PlanDue, ...]:
        return tuple(sorted((row for row in self.rows if row.unsigned), key=lambda row: row.sign_by or date.max))


@query("plans.due", on="workforce.Staff")
def due(*, by: Actor, on: Any) -> Dues:
    """Plans of whoever one supervises or is on the team of. Five statements."""
    day = today(by.zone)
    return Dues(dues_near(by, day), day)


@query("plans.all_due", on="agencies.Agency")
def all_due(*, by: Actor, on: Any) -> Dues:
    """Plans of the whole agency. Five statements."""
    day = today(by.zone)
    return Dues(dues(which="true", values={}, zone=by.zone, day=day, agency=by.agency_id), day)
