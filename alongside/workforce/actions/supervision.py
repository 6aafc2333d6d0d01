"""Who supervises whom, and who stands in for somebody absent, from a day to a day."""

from datetime import date
from uuid import UUID

from alongside.foundation import revisions
from alongside.foundation.doing import action, find
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.workforce import rules
from alongside.workforce.lookups import supervisors_by_supervisee
from alongside.workforce.models import Cover, Staff, Supervision


@action("workforce.supervise", on="workforce.Staff", locks=True)
def supervise(*, by: Actor, on: Staff, supervisor: UUID | Staff, began_on: date | None = None) -> Supervision:
    """Somebody is supervised from a day on. Raises Unacceptable for oneself, a circle, or somebody who left."""
    other = find("workforce.Staff", supervisor)
    faults = rules.supervision_faults(supervisor=other.pk, supervisee=on.pk, above=supervisors_by_supervisee())
    faults += _here(other, "supervisor") + _here(on, "") + _another(by, other, "supervisor")
    if faults:
        raise Unacceptable(faults)
    return Supervision.objects.create(supervisee=on, supervisor=other, began_on=began_on or today(by.zone))


@action("workforce.end_supervision", on="workforce.Supervision", locks=True)
def end_supervision(*, by: Actor, on: Supervision, ended_on: date | None = None) -> bool:
    """A supervision is over from a day on."""
    ended = ended_on or today(by.zone)
    if faults := rules.span_faults(began=on.began_on, ended=ended):
        raise Unacceptable(faults)
    return revisions.change(on, by=by, ended_on=ended)


@action("workforce.cover", on="workforce.Staff")
def cover(*, by: Actor, on: Staff, stand_in: UUID | Staff, began_on: date, ends_on: date) -> Cover:
    """Somebody stands in for `on`, from a day to a day, both included: sees and co-signs what they would."""
    other = find("workforce.Staff", stand_in)
    faults = rules.cover_faults(absent=on.pk, stand_in=other.pk, began=began_on, ends=ends_on)
    if faults := faults + _here(other, "stand_in") + _another(by, other, "stand_in"):
        raise Unacceptable(faults)
    return Cover.objects.create(absent=on, stand_in=other, began_on=began_on, ends_on=ends_on)


@action("workforce.end_cover", on="workforce.Cover", locks=True)
def end_cover(*, by: Actor, on: Cover, ends_on: date) -> bool:
    """The absent person is back: `ends_on` is the last day on which somebody stands in."""
    if faults := rules.span_faults(began=on.began_on, ended=ends_on, field="ends_on"):
        raise Unacceptable(faults)
    return revisions.change(on, by=by, ends_on=ends_on)


def _another(by: Actor, staff: Staff, field: str) -> list[Fault]:
    """Nobody gives themselves the sight of other people's clients."""
    return [Fault("workforce.fault.self_appointed", field)] if staff.pk == by.staff_id else []


def _here(staff: Staff, field: str) -> list[Fault]:
    return [Fault("workforce.fault.ended", field)] if staff.ended_on else []
