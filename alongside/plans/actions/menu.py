"""A client's menu of reinforcers, and what preference assessments found."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from django.db import IntegrityError, transaction

from alongside.foundation import reference, revisions
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import checked
from alongside.people.models import Client
from alongside.plans.models import Preference, Reinforcer
from alongside.plans.rules import menu


@action("plans.offer", on="people.Client", makes=True)
def offer(
    *, by: Actor, on: Client, text: str, cost: int = 0, schedule: str = "continuous", every: int | None = None
) -> Reinforcer:  # fmt: skip
    """Put a reinforcer on the client's menu. Raises Unacceptable; the same words at the same price stand there once."""
    words = checked(text=text)["text"]
    known = reference.load("reinforcement")
    if faults := menu.offer_faults(text=words, cost=cost, schedule=schedule, every=every, known=known):
        raise Unacceptable(faults)
    try:
        with transaction.atomic():
            return Reinforcer.objects.create(
                client=on, text=words, cost=cost, schedule=schedule, every=every, added_by_id=by.staff_id
            )
    except IntegrityError as twice:
        raise Unacceptable(Fault("plans.fault.on_the_menu", "text")) from twice


@action("plans.take_off", on="plans.Reinforcer", locks=True)
def take_off(*, by: Actor, on: Reinforcer) -> Reinforcer:
    """Take a reinforcer off the menu. What was exchanged for it stays. Twice changes nothing."""
    if on.ended_at is None:
        revisions.change(on, by=by, ended_at=datetime.now(UTC), ended_by_id=by.staff_id)
    return on


@action("plans.note_preference", on="people.Client", makes=True)
def note_preference(
    *, by: Actor, on: Client, method: str, done_on: date, ranked: Sequence[str], remark: str = ""
) -> Preference:  # fmt: skip
    """Keep what a preference assessment found: items in order, the most preferred first. Raises Unacceptable."""
    items = [checked(ranked=item)["ranked"] for item in ranked]
    known = reference.load("reinforcement")
    faults = menu.preference_faults(
        method=method, done_on=done_on, ranked=items, today=today(by.zone), known=known
    )  # fmt: skip
    if faults:
        raise Unacceptable(faults)
    said = checked(remark=remark, lines=True, most=1_000)["remark"]
    return Preference.objects.create(
        client=on, staff_id=by.staff_id, method=method, done_on=done_on, ranked=items, remark=said
    )
