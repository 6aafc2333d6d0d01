"""Every write about working alone."""

from datetime import UTC, datetime, timedelta
from functools import partial
from uuid import UUID

from django.db import IntegrityError, transaction

from alongside.foundation import outbox, reference
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import checked
from alongside.safety import rules
from alongside.safety.models import CheckIn, Duress, DuressAnswer, Watch
from alongside.safety.telling import tell
from alongside.sessions.models import Session
from alongside.workforce.models import Staff


@action("safety.watch", on="sessions.Session", makes=True)
def watch(*, by: Actor, on: Session, id: UUID, due_at: datetime, at: datetime | None = None) -> Watch:
    """Be looked for after `due_at`. Where the session is watched already, this is a word that it is due then.

    The same id once. Raises Unacceptable. `at` is when it was asked, by the device's clock.
    """
    when = at or datetime.now(UTC)
    _sound(rules.at_faults(when, now=datetime.now(UTC), slack=_slack()) or _due(due_at, when))
    try:
        with transaction.atomic():
            return Watch.objects.create(id=id, session=on, client_id=on.client_id, staff_id=on.staff_id, due_at=due_at)
    except IntegrityError:  # it is watched: by its place, or by this very tap
        there = Watch.objects.filter(session=on).first()
    if there is None:
        raise Unacceptable(Fault("safety.fault.tap", "id"))
    if there.pk != id:
        _say(there, by, id=id, due_at=due_at, at=when)
    return there


@action("safety.check_in", on="safety.Watch")
def check_in(
    *, by: Actor, on: Watch, id: UUID, due_at: datetime | None = None, at: datetime | None = None
) -> CheckIn:  # fmt: skip
    """A word: more time until `due_at`, or safe. The same id once; what arrives late counts by its own time."""
    when = at or datetime.now(UTC)
    _sound(
        rules.at_faults(when, now=datetime.now(UTC), slack=_slack()) or ([] if due_at is None else _due(due_at, when))
    )
    return _say(on, by, id=id, due_at=due_at, at=when)


@action("safety.duress", on="workforce.Staff", makes=True)
def duress(
    *, by: Actor, on: Staff, id: UUID, session_id: UUID | None = None, latitude: float | None = None,
    longitude: float | None = None, at: datetime | None = None,
) -> Duress:  # fmt: skip
    """A quiet signal for help. Never refused for its place or its visit: what cannot be right is left out."""
    there = Duress.objects.filter(pk=id, staff_id=by.staff_id).first()
    if there:
        return there
    session = Session.objects.filter(pk=session_id, staff_id=by.staff_id).first() if session_id else None
    known = not rules.place_faults(latitude, longitude)
    made = Duress.objects.create(
        id=id, staff_id=by.staff_id, session=session, client_id=session.client_id if session else None,
        latitude=latitude if known else None, longitude=longitude if known else None, at=_reached(at),
    )  # fmt: skip
    outbox.at_once(partial(tell, made))
    return made


@action("safety.answer", on="safety.Duress")
def answer(*, by: Actor, on: Duress, words: str) -> DuressAnswer:
    """Say how a signal was looked after, once. Raises Unacceptable."""
    said = checked(words=words, lines=True, most=1_000)["words"]
    if not said:
        raise Unacceptable(Fault("safety.fault.say_how", "words"))
    try:
        with transaction.atomic():
            return DuressAnswer.objects.create(duress=on, staff_id=by.staff_id, words=said)
    except IntegrityError as twice:
        raise Unacceptable(Fault("safety.fault.answered", "words")) from twice


def _say(watch: Watch, by: Actor, *, id: UUID, due_at: datetime | None, at: datetime) -> CheckIn:
    there = CheckIn.objects.filter(pk=id, watch=watch).first()
    return there or CheckIn.objects.create(id=id, watch=watch, staff_id=by.staff_id, due_at=due_at, at=at)


def _due(due_at: datetime, after: datetime) -> list[Fault]:
    return rules.due_faults(due_at, after=after, longest=timedelta(hours=reference.load("safety")["longest_hours"]))


def _slack() -> timedelta:
    return timedelta(minutes=reference.load("visits")["clock_slack_minutes"])


def _reached(at: datetime | None) -> datetime:
    """When it was, or now where a clock cannot be right."""
    now = datetime.now(UTC)
    return now if at is None or rules.at_faults(at, now=now, slack=_slack()) else at


def _sound(faults: list[Fault]) -> None:
    if faults:
        raise Unacceptable(faults)
