"""Theo's day, made by actions: his plan in force since yesterday, and a visit of Rosa's that should have begun."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import time_machine

from alongside.foundation.tenancy import inside
from alongside.people import actions as people
from alongside.plans import actions as plans
from alongside.plans.models import PlanVersion
from alongside.schedule import actions as schedule
from alongside.schedule.models import Visit
from tests.journeys.proving import with_password
from tests.plans import HANDS, PROMPTS, drafted, make_ready

HOUR, SPARE = timedelta(hours=1), timedelta(minutes=5)
MORE = (
    ("Out of the room", "duration", {}, 3),
    ("Greets a classmate", "trial", {"prompts": PROMPTS}, 4),
    ("How strong", "magnitude", {"anchors": ["none", "words", "pushes", "hits", "injures"]}, 5),
)


def visit_due(world: Any, plan: Callable[[Any], None] | None = None) -> Visit:
    """Booked for an hour that is nearly over, and not begun; `plan` makes another plan.

    Who signs has a password to show again.
    """
    with_password(world, "rosa", "imani")
    with inside(world.agency):
        with time_machine.travel(datetime.now(UTC) - timedelta(days=1)):
            (plan or _plan)(world)
        made_ready(world)
        people.change(by=world.imani, on=world.theo.pk, diagnosis="F84.0")
        begins = datetime.now(UTC).replace(microsecond=0) - HOUR
        return schedule.book(
            by=world.dev, on=world.theo.pk, staff_id=world.staff["rosa"], programme_id=world.programme.pk,
            begins_at=begins, ends_at=begins + HOUR + SPARE, zone="America/New_York", site_id=world.site.pk,
            place="room 12",
        )  # fmt: skip


def made_ready(world: Any) -> None:
    """Rosa has read Theo's plan and practiced it with Imani."""
    version = PlanVersion.objects.get(client=world.theo.pk, plan__kind="behaviour", ended_at=None)
    make_ready(version, by=world.imani, who=world.rosa)


def _plan(world: Any) -> None:
    version = drafted(world)
    for name, measure, settings, pinned in MORE:
        target = replace(HANDS, name=name, screen_name="", measure=measure, settings=settings, pinned=pinned)
        plans.write(by=world.imani, on=version, section=target)
    plans.publish(by=world.imani, on=version)
