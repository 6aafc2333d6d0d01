"""A client with a graph: a target in two phases, one session a day."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from alongside.behaviour.models import Tally
from alongside.fidelity.models import Check
from alongside.foundation.ids import uuid7
from alongside.plans.models import Goal, Objective, Phase, Plan, PlanVersion, Target
from alongside.sessions.models import Ending, Session

FIRST = datetime(2026, 3, 2, 15, tzinfo=UTC)
ZONE = "America/New_York"
BASELINE = (6.2, 5.0, 7.1, 6.4, 5.4)
PLAN = (2.2, 2.6, 1.9, 2.8, 2.1, 2.0, 2.4, 1.9, 2.7)


@dataclass(frozen=True)
class Scene:
    target: Any
    sessions: tuple[Any, ...]


def scene(cast: Any, phases: dict[str, tuple[float | None, ...]] | None = None, **values: Any) -> Scene:
    """A target of Theo's with its phases; the first one is the baseline."""
    phases = {"Baseline": BASELINE, "Break card": PLAN} if phases is None else phases
    values = {"kind": "behaviour", "name": "Leaves the area", "measure": "rate", "improvement": "decrease", **values}
    target = Target.objects.create(client=cast.theo, began_at=FIRST, **values)
    sessions, n = [], 0
    for number, (label, amounts) in enumerate(phases.items()):
        condition = "intervention" if number else "baseline"
        begins = FIRST + timedelta(days=n) - timedelta(hours=1)
        Phase.objects.create(client=cast.theo, target=target, condition=condition, label=label, begins_at=begins)
        for amount in amounts:
            sessions.append(seen(cast, target, FIRST + timedelta(days=n), amount))
            n += 1
    return Scene(target, tuple(sessions))


def seen(cast: Any, target: Any, at: datetime, amount: float | None) -> Any:
    """One session of an hour with its tally."""
    day = at.astimezone(ZoneInfo(ZONE)).date()
    session = Session.objects.create(
        id=uuid7(), client=cast.theo, staff_id=cast.staff["rosa"], programme=cast.programme, site=cast.site,
        began_at=at, zone=ZONE, service_day=day,
    )  # fmt: skip
    Ending.objects.create(
        session=session, client=cast.theo, staff_id=cast.staff["rosa"], ended_at=at + timedelta(hours=1)
    )
    Tally.objects.create(
        session=session, client=cast.theo, target=target, measure=target.measure, service_day=day, began_at=at,
        n=1, value=amount,
    )  # fmt: skip
    return session


def aimed(cast: Any, target: Any = None, kind: str = "treatment", published: bool = True, **values: Any) -> Any:
    """An objective of a plan in force (or of its draft), on a target."""
    plan = Plan.objects.create(client=cast.theo, kind=kind)
    version = PlanVersion.objects.create(plan=plan, client=cast.theo, number=1, made_by_id=cast.staff["imani"])
    goal = Goal.objects.create(
        version=version, client=cast.theo, number=1, words="I stay with my class", own_words=True
    )
    values = {"text": "Leaves at most once an hour", "comparator": "<=", "criterion": 1.0, "number": 1, **values}
    found = Objective.objects.create(version=version, goal=goal, client=cast.theo, target=target, **values)
    if published:
        when = {"published_at": FIRST, "published_by_id": cast.staff["imani"], "begins_at": FIRST, "digest": "x"}
        PlanVersion.objects.filter(pk=version.pk).update(**when)
    return found


def watched(cast: Any, objective: Any, session: Any, correct: int, of: int = 10) -> None:
    """Somebody watched how the plan was carried out in a session."""
    Check.objects.create(
        session=session, client=cast.theo, version_id=objective.version_id, staff_id=cast.staff["imani"],
        kind="observer", scored_as="Imani Okafor, LPC", who="Rosa Delgado", correct=correct, applicable=of,
        service_day=session.service_day,
    )  # fmt: skip
