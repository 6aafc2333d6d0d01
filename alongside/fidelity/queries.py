"""Pages of how a plan is carried out."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from alongside.fidelity import asking, lookups, rules
from alongside.fidelity.lookups import Coverage, FidelityPoint, Missed
from alongside.fidelity.models import Check, Score
from alongside.foundation import reference
from alongside.foundation.doing import query
from alongside.foundation.errors import NotHere
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor, Capacity, ask
from alongside.people.banner import Banner, banner
from alongside.people.models import Client
from alongside.plans.models import PlanVersion
from alongside.sessions.lookups import Spent, of_client, spent
from alongside.sessions.models import Session
from alongside.workforce.lookups import names

LAST = 8  # visits that are offered for a check


@dataclass(frozen=True)
class Form:
    """The checklist of one session. `kinds`: what whoever asks may say; `own`: they ran it themselves."""

    banner: Banner
    session: Spent
    staff_name: str
    own: bool
    kinds: tuple[str, ...]
    steps: tuple[rules.Step, ...]
    there: tuple[FidelityPoint, ...]


@dataclass(frozen=True)
class Visit:
    """A session that may be checked, or was. `may`: whoever asks may score it."""

    session: Spent
    staff_name: str
    points: tuple[FidelityPoint, ...]
    may: bool


@dataclass(frozen=True)
class Checklist:
    """The steps of a version, to be scored by hand."""

    banner: Banner
    number: int
    steps: tuple[rules.Step, ...]


@dataclass(frozen=True)
class FidelityShown:
    """A client's fidelity: what others and staff themselves saw, what caregivers do, what is missed, how often."""

    banner: Banner
    first: date
    last: date
    points: tuple[FidelityPoint, ...]
    at_home: tuple[FidelityPoint, ...]
    missed: tuple[Missed, ...]
    coverage: Coverage
    recent: tuple[FidelityPoint, ...]
    visits: tuple[Visit, ...]
    version_id: UUID | None
    may_print: bool

    @property
    def low(self) -> bool:
        return lookups.is_low(self.recent)

    @property
    def recent_percent(self) -> float | None:
        return sum(p.percent for p in self.recent) / len(self.recent) if self.recent else None


@dataclass(frozen=True)
class CheckShown:
    """One check with each step. `followed_by`: the correction in whose place it no longer stands."""

    banner: Banner
    point: FidelityPoint
    scores: tuple[tuple[str, str, str, str], ...]
    remark: str
    reason: str
    follows_id: UUID | None
    followed_by: UUID | None
    may_correct: bool
    may_print: bool


@query("fidelity.open", on="sessions.Session")
def open_form(*, by: Actor, on: Session) -> Form:
    """The steps of the plan that a session went by. Ten statements at most."""
    own, version = on.staff_id == by.staff_id, asking.version_of(on)
    return Form(
        banner=banner(on.client_id), session=spent(on.pk), staff_name=names([on.staff_id])[on.staff_id], own=own,
        kinds=("self", "caregiver") if own else ("observer", "caregiver"),
        steps=asking.steps_of(version) if version else (), there=lookups.of_session(on.pk),
    )  # fmt: skip


@query("fidelity.see", on="people.Client")
def see(*, by: Actor, on: Client) -> FidelityShown:
    """The checks of the last months. Twelve statements at most."""
    last = today(by.zone)
    first = last - timedelta(days=reference.load("fidelity")["shown_days"])
    every = lookups.series(on.pk, first, last, kinds=("observer", "self", "caregiver"))
    staff = tuple(point for point in every if point.kind != "caregiver")
    in_force = asking.plans.plan_in_force(on.pk, kind="behaviour")
    return FidelityShown(
        banner=banner(on.pk), first=first, last=last, points=staff,
        at_home=tuple(point for point in every if point.kind == "caregiver"),
        missed=lookups.missed_steps(on.pk, first, last), coverage=lookups.coverage(on.pk, first, last),
        recent=tuple([point for point in staff if point.kind == "observer"][: -_recent() - 1 : -1]),
        visits=_visits(by, on, every), version_id=in_force.version_id if in_force else None,
        may_print=isinstance(ask(by, "fidelity.print_checklist", on), Capacity),
    )  # fmt: skip


@query("fidelity.look", on="fidelity.Check")
def look(*, by: Actor, on: Check) -> CheckShown:
    """One check, step by step. Five statements, and asking."""
    return _look(by, on)


@query("fidelity.print", on="fidelity.Check")
def check_on_paper(*, by: Actor, on: Check) -> CheckShown:
    """The same to be printed: asked and written down by itself, for paper leaves the house."""
    return _look(by, on)


@query("fidelity.print_checklist", on="plans.PlanVersion", fetch=("plan",))
def checklist_on_paper(*, by: Actor, on: PlanVersion) -> Checklist:
    """The checklist of a published behavior plan. Raises NotHere for another."""
    if on.published_at is None or on.plan.kind != "behaviour":
        raise NotHere("plans.PlanVersion")
    return Checklist(banner(on.client_id), on.number, asking.steps_of(on.pk))


def _look(by: Actor, on: Check) -> CheckShown:
    scores = Score.objects.filter(check_row=on).order_by("number").values_list("step", "moment", "text", "result")
    follower = Check.objects.filter(follows=on).values_list("pk", flat=True).first()
    may = follower is None and isinstance(ask(by, "fidelity.correct", on), Capacity)
    [point] = lookups.points(Check.objects.filter(pk=on.pk))
    return CheckShown(
        banner=banner(on.client_id), point=point, scores=tuple(scores), remark=on.remark, reason=on.reason,
        follows_id=on.follows_id, followed_by=follower, may_correct=may,
        may_print=isinstance(ask(by, "fidelity.print", on), Capacity),
    )  # fmt: skip


def _recent() -> int:
    most: int = reference.load("fidelity")["recent_checks"]
    return most


def _visits(by: Actor, client: Client, every: tuple[FidelityPoint, ...]) -> tuple[Visit, ...]:
    sessions = of_client(client.pk, most=LAST)
    who = names({one.staff_id for one in sessions})
    other = next((one for one in sessions if one.staff_id != by.staff_id), None)
    may_others = other is not None and isinstance(
        ask(by, "fidelity.check", Session(pk=other.id, client_id=client.pk, staff_id=other.staff_id)), Capacity
    )
    own = by.may("fidelity.check")
    return tuple(
        Visit(
            one, who[one.staff_id], tuple(point for point in every if point.session_id == one.id),
            one.plan_version_id is not None and (own if one.staff_id == by.staff_id else may_others),
        )
        for one in sessions
    )  # fmt: skip
