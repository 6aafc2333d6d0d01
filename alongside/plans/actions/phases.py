"""Phases and other changes: what the chart draws its lines from."""

from collections.abc import Sequence
from datetime import UTC, datetime

from alongside.foundation import revisions
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.policy import Actor
from alongside.people.models import Client
from alongside.plans.models import OtherChange, Phase, PlanVersion, Target
from alongside.plans.models.targets import CHANGE_KINDS
from alongside.plans.rules import Begun, phase_faults


@action("plans.begin_phase", on="plans.Target", locks=True, makes=True)
def begin_phase(*, by: Actor, on: Target, condition: str, label: str, begins_at: datetime) -> Phase:
    """Note that a baseline or an intervention begins. Sessions that begin from then on belong to it."""
    _sound(on, Begun(condition, label, begins_at))
    version = PlanVersion.objects.filter(
        plan__kind="behaviour", client_id=on.client_id, begins_at__lte=begins_at
    ).order_by("-begins_at")
    return Phase.objects.create(
        client_id=on.client_id, target=on, condition=condition, label=label, begins_at=begins_at,
        version=version.first(),
    )  # fmt: skip


@action("plans.correct_phase", on="plans.Phase", locks=True, fetch=("target",))
def correct_phase(*, by: Actor, on: Phase, condition: str, label: str, begins_at: datetime, reason: str) -> Phase:
    """Put right what was noted of a phase; what it was is kept with the reason."""
    _with_reason(on.withdrawn_at, reason)
    _sound(on.target, Begun(condition, label, begins_at), apart_from=on)
    revisions.change(on, by=by, reason=reason, condition=condition, label=label, begins_at=begins_at)
    return on


@action("plans.withdraw_phase", on="plans.Phase", locks=True)
def withdraw_phase(*, by: Actor, on: Phase, reason: str) -> None:
    """Take back a phase that was noted by mistake; the one before it goes on."""
    _with_reason(on.withdrawn_at, reason)
    revisions.change(on, by=by, reason=reason, withdrawn_at=datetime.now(UTC))


@action("plans.note_change", on="people.Client", makes=True)
def note_change(*, by: Actor, on: Client, kind: str, label: str, at: datetime) -> OtherChange:
    """Note something else that changed: medication, move, school, staff, sleep, other."""
    faults = [] if kind in CHANGE_KINDS else [Fault("plans.fault.choice", "kind")]
    faults += [] if label.strip() else [Fault("plans.fault.needed", "label")]
    faults += [] if at <= datetime.now(UTC) else [Fault("plans.fault.later", "at")]
    if faults:
        raise Unacceptable(faults)
    return OtherChange.objects.create(client=on, kind=kind, label=label, at=at)


@action("plans.withdraw_change", on="plans.OtherChange", locks=True)
def withdraw_change(*, by: Actor, on: OtherChange, reason: str) -> None:
    """Take back another change that was noted by mistake."""
    _with_reason(on.withdrawn_at, reason)
    revisions.change(on, by=by, reason=reason, withdrawn_at=datetime.now(UTC))


@action("plans.mark_school", on="plans.Target", locks=True)
def mark_school(*, by: Actor, on: Target, concerns: bool) -> bool:
    """Mark what concerns a school, so that a report for one tells of nothing else. False when it stands so already."""
    return revisions.change(on, by=by, concerns_school=concerns)


def _sound(target: Target, phase: Begun, apart_from: Phase | None = None) -> None:
    rows = Phase.objects.filter(target=target, withdrawn_at__isnull=True)
    others: Sequence[Begun] = [
        Begun(row.condition, row.label, row.begins_at) for row in rows if apart_from is None or row.pk != apart_from.pk
    ]
    if faults := phase_faults(phase, others=others, now=datetime.now(UTC)):
        raise Unacceptable(faults)


def _with_reason(withdrawn_at: datetime | None, reason: str) -> None:
    if withdrawn_at is not None:
        raise Unacceptable(Fault("plans.fault.withdrawn"))
    if not reason.strip():
        raise Unacceptable(Fault("plans.fault.needed", "reason"))
