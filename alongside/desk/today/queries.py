"""What one's day holds: the next visit, the later ones, what runs, what waits."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Q
from django.utils.timezone import now

from alongside.desk.today import policy  # noqa: F401  (the rules of these verbs)
from alongside.foundation.doing import query
from alongside.foundation.moments import today as today_in
from alongside.foundation.policy import Actor
from alongside.instruments.dues import Due, due_for
from alongside.notes.models import Note
from alongside.notes.standing import asked_to_cosign
from alongside.people.models import Client
from alongside.plans.lookups import (
    PlanDue,
    ToRead,
    dues_near,
    pinned_targets,
    plan_changed_since,
    reviews_overdue,
    to_read,
)  # fmt: skip
from alongside.safety.lookups import Out, own
from alongside.schedule.lookups import visits_from_now
from alongside.sessions.diary import Standing, standings
from alongside.sessions.lookups import Spent, last_before, unfinished
from alongside.skills.lookups import DueProbe, due_probes
from alongside.workforce.models import Staff

OPEN = ("running", "due", "planned")


@dataclass(frozen=True)
class Change:
    """The plan changed since this person's last visit."""

    at: datetime
    summary: str


@dataclass(frozen=True)
class Running:
    """A session that was begun and not ended."""

    session: Spent
    given: str


@dataclass(frozen=True)
class ToAsk:
    """A form that is due, and of whom."""

    due: Due
    given: str


@dataclass(frozen=True)
class Today:
    """One's day. `work_on`: the names that stand on the recording page of the next visit.

    `plans_due`: of whoever one answers for; `plans_overdue`: how many of the agency, for who watches over all.
    """

    day: date
    next: Standing | None
    later: tuple[Standing, ...]
    done: tuple[Standing, ...]
    running: tuple[Running, ...]
    watches: tuple[Out, ...]
    to_ask: tuple[ToAsk, ...]
    change: Change | None
    work_on: tuple[str, ...]
    look_again: tuple[DueProbe, ...]
    unread: tuple[ToRead, ...]
    plans_due: tuple[PlanDue, ...]
    plans_overdue: int
    to_sign: int
    returned: int
    to_cosign: int

    @property
    def waits(self) -> int:
        return self.to_sign + self.returned + self.to_cosign + len(self.unread)


@query("desk.today", on="workforce.Staff")
def today(*, by: Actor, on: Staff) -> Today:
    """At most eighteen statements, whatever the day holds."""
    day = today_in(by.zone)
    found = [s for s in standings(visits_from_now(on.pk, day, day, now=now())) if s.state != "rescheduled"]
    opened = [s for s in found if s.state in OPEN]
    following = next((s for s in opened if s.state != "running"), None)
    return Today(
        day=day, next=following,
        later=tuple(s for s in opened if s is not following and s.state != "running"),
        done=tuple(s for s in found if s.state not in OPEN),
        running=_running(on.pk),
        watches=tuple(own(on.pk)),
        to_ask=_to_ask(by, day),
        change=_change(following, on.pk) if following else None,
        work_on=_work_on(following.visit.client_id) if following else (),
        look_again=due_probes([following.visit.client_id], day=day)[:8] if following else (),
        unread=to_read(on.pk, day),
        plans_due=dues_near(by, day) if by.may("plans.due") else (),
        plans_overdue=reviews_overdue(day) if by.may("plans.all_due") else 0,
        **_papers(by),
    )  # fmt: skip


def _running(staff_id: UUID) -> tuple[Running, ...]:
    sessions = unfinished(staff_id)
    if not sessions:
        return ()
    clients = Client.objects.filter(pk__in={s.client_id for s in sessions}).select_related("party")
    given = {client.pk: client.party.given for client in clients}
    return tuple(Running(session, given[session.client_id]) for session in sessions)


def _to_ask(by: Actor, day: date) -> tuple[ToAsk, ...]:
    """Forms that are due today or before, for whoever may begin one."""
    dues = due_for(by.staff_id, day) if by.may("instruments.begin") else ()
    if not dues:
        return ()
    clients = Client.objects.filter(pk__in={due.client_id for due in dues}).select_related("party")
    given = {client.pk: client.party.given for client in clients}
    return tuple(ToAsk(due, given[due.client_id]) for due in dues)


def _change(standing: Standing, staff_id: UUID) -> Change | None:
    """A version published since the last visit, or in the last 30 days for somebody who never visited."""
    client = standing.visit.client_id
    since = last_before(client, staff_id, now()) or now() - timedelta(days=30)
    found = plan_changed_since(client, since)
    return Change(found.begins_at, found.summary) if found else None


def _work_on(client_id: UUID) -> tuple[str, ...]:
    return tuple(target.shown for target in pinned_targets(client_id)[:8])


def _papers(by: Actor) -> dict[str, Any]:
    """What waits for a signature: one's drafts, what came back, and what one is asked to co-sign, also as a cover."""
    mine, asked = Q(author=by.staff_id), asked_to_cosign(by)
    return Note.objects.filter((mine & Q(state__in=("draft", "returned"))) | asked).aggregate(
        to_sign=Count("id", filter=mine & Q(state="draft")),
        returned=Count("id", filter=mine & Q(state="returned")),
        to_cosign=Count("id", filter=asked),
    )
