"""A crisis begins, and whose it was."""

from datetime import UTC, datetime, timedelta
from functools import partial
from uuid import UUID

from django.db import IntegrityError, transaction

from alongside.foundation import outbox, reference, revisions
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.policy import Actor
from alongside.incidents import rules
from alongside.incidents.models import Crisis
from alongside.incidents.telling import tell
from alongside.people.models import Client
from alongside.sessions.models import Session
from alongside.workforce.models import Staff


@action("incidents.begin", on="people.Client", makes=True)
def begin(
    *, by: Actor, on: Client, id: UUID, began_at: datetime | None = None, session_id: UUID | None = None
) -> Crisis:  # fmt: skip
    """A crisis of a client begins, now or at `began_at`. The same id once. Raises Unacceptable."""
    return _begun(by, id=id, client_id=on.pk, began_at=began_at, session_id=session_id)


@action("incidents.begin_unknown", on="workforce.Staff", makes=True)
def begin_unknown(*, by: Actor, on: Staff, id: UUID, began_at: datetime | None = None) -> Crisis:
    """A crisis begins before anybody said whose: `about` says it later. The same id once. Raises Unacceptable."""
    return _begun(by, id=id, client_id=None, began_at=began_at, session_id=None)


@action("incidents.about", on="incidents.Crisis", locks=True)
def about(*, by: Actor, on: Crisis, client_id: UUID, session_id: UUID | None = None) -> Crisis:
    """Say whose crisis it is, once. Saying the same again changes nothing. Raises Unacceptable."""
    if on.client_id == client_id:
        return on
    if on.client_id is not None:
        raise Unacceptable(Fault("incidents.fault.said_already", "client"))
    if not Client.objects.filter(pk=client_id).exists():
        raise Unacceptable(Fault("incidents.fault.no_such_client", "client"))
    _of_this_client(session_id, client_id)
    revisions.change(on, by=by, client_id=client_id, session_id=session_id)
    outbox.at_once(partial(tell, on))
    return on


def _begun(
    by: Actor, *, id: UUID, client_id: UUID | None, began_at: datetime | None, session_id: UUID | None
) -> Crisis:  # fmt: skip
    if there := Crisis.objects.filter(pk=id).first():
        return _same(there, by, client_id)
    now, when = datetime.now(UTC), began_at or datetime.now(UTC)
    slack = timedelta(minutes=reference.load("visits")["clock_slack_minutes"])
    farthest = timedelta(days=reference.load("crisis")["farthest_days"])
    if faults := rules.begin_faults(when, now=now, slack=slack, farthest=farthest):
        raise Unacceptable(faults)
    _of_this_client(session_id, client_id)
    try:
        with transaction.atomic():
            made = Crisis.objects.create(
                id=id, client_id=client_id, session_id=session_id, staff_id=by.staff_id, began_at=when
            )
    except IntegrityError:  # a second tap at the same moment came first
        return _same(Crisis.objects.get(pk=id), by, client_id)
    outbox.at_once(partial(tell, made))
    return made


def _same(there: Crisis, by: Actor, client_id: UUID | None) -> Crisis:
    """The crisis of a second tap; it may have been said meanwhile whose it is."""
    if there.staff_id != by.staff_id or client_id not in (None, there.client_id):
        raise Unacceptable(Fault("incidents.fault.begun_otherwise"))
    return there


def _of_this_client(session_id: UUID | None, client_id: UUID | None) -> None:
    if session_id is not None and not Session.objects.filter(pk=session_id, client=client_id).exists():
        raise Unacceptable(Fault("incidents.fault.other_session", "session"))
