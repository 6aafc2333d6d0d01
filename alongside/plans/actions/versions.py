"""Beginning a plan, drafting, publishing and ending its versions."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from types import MappingProxyType

from alongside.foundation import revisions
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.policy import Actor
from alongside.people.models import Client
from alongside.plans import gates, reading
from alongside.plans.actions import keeping
from alongside.plans.models import Phase, Plan, PlanVersion
from alongside.plans.rules import Begun, basis, digest, phase_faults, texts

Phases = Sequence[Begun]
NONE: Mapping[str, Phases] = MappingProxyType({})


@action("plans.begin", on="people.Client", locks=True, makes=True)
def begin(*, by: Actor, on: Client, kind: str) -> PlanVersion:
    """Begin a client's treatment or behaviour plan: its first draft, empty. One plan of a kind for a client."""
    return keeping.begun(by, on, kind)


@action("plans.draft", on="plans.Plan", locks=True, makes=True)
def draft(*, by: Actor, on: Plan) -> PlanVersion:
    """A new draft that says what the newest published version says. A plan has one draft at a time."""
    return keeping.drafted(by, on)


@action("plans.publish", on="plans.PlanVersion", locks=True, fetch=("plan",))
def publish(*, by: Actor, on: PlanVersion, base: str | None = None) -> PlanVersion:
    """Put a draft in force; the version before it ends in the same moment. It never changes again.

    `base`: the basis of the whole text that was on the screen. Raises Unacceptable with all that is missing.
    """
    _draft_only(on)
    whole = reading.whole(on)
    if base is not None and basis(whole) != base:
        raise Unacceptable(Fault("plans.fault.changed"))
    if faults := gates.lacking(by, whole):
        raise Unacceptable(faults)
    now = datetime.now(UTC)
    _put_in_force(by, on, whole, now=now, begins_at=now)
    return on


@action("plans.take_over", on="people.Client", locks=True, makes=True)
def take_over(
    *, by: Actor, on: Client, whole: texts.Whole, source: str, begins_at: datetime, phases: Mapping[str, Phases] = NONE
) -> PlanVersion:
    """Put in force, as version 1, a plan kept elsewhere until now; `source` says where, and is shown.

    What was not in the source may be missing. `begins_at` is when it came into force there. `phases`: by the name of
    a target, the phases in which it was measured there. Raises Unacceptable.
    """
    if Plan.objects.filter(client=on, kind=whole.kind).exists():
        raise Unacceptable(Fault("plans.fault.begun", "kind"))
    now = datetime.now(UTC)
    if begins_at > now:
        raise Unacceptable(Fault("plans.fault.later", "begins_at"))
    plan = Plan.objects.create(client=on, kind=whole.kind)
    version = PlanVersion.objects.create(plan=plan, client=on, number=1, made_by_id=by.staff_id, taken_from=source)
    keeping.keep(by, version, whole.about)
    keeping.copy(by, version, whole)
    said = reading.whole(version)
    _put_in_force(by, version, said, now=now, begins_at=begins_at)
    for target in said.targets:
        _begin_phases(version, target, phases.get(target.name, ()), now)
    return version


@action("plans.end", on="plans.PlanVersion", locks=True, fetch=("plan",))
def end(*, by: Actor, on: PlanVersion, because: str) -> PlanVersion:
    """End the version in force without a new one. Its targets end with it."""
    if on.published_at is None or on.ended_at is not None:
        raise Unacceptable(Fault("plans.fault.not_in_force"))
    if not because.strip():
        raise Unacceptable(Fault("plans.fault.needed", "because"))
    now = datetime.now(UTC)
    revisions.change(on, by=by, ended_at=now, ended_by_id=by.staff_id, ended_because=because)
    keeping.apply(by, on, (), now)
    return on


def _begin_phases(version: PlanVersion, target: texts.Target, phases: Phases, now: datetime) -> None:
    for n, phase in enumerate(phases):
        if faults := phase_faults(phase, others=phases[:n], now=now):
            raise Unacceptable(faults)
    Phase.objects.bulk_create(
        Phase(client_id=version.client_id, target_id=target.target_id, version=version, **asdict(p)) for p in phases
    )


def _draft_only(version: PlanVersion) -> None:
    if version.published_at is not None:
        raise Unacceptable(Fault("plans.fault.published", "", {"number": version.number}))


def _put_in_force(by: Actor, version: PlanVersion, whole: texts.Whole, *, now: datetime, begins_at: datetime) -> None:
    before = PlanVersion.objects.select_for_update(no_key=True, of=("self",)).filter(
        plan_id=version.plan_id, published_at__isnull=False, ended_at__isnull=True
    )
    for row in before:
        revisions.change(row, by=by, ended_at=now, ended_by_id=by.staff_id)
    revisions.change(
        version, by=by, published_at=now, published_by_id=by.staff_id, begins_at=begins_at, digest=digest(whole),
        published_as=", ".join(filter(None, (by.name, by.credential))),
    )  # fmt: skip
    keeping.apply(by, version, whole.targets, begins_at)
