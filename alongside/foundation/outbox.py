"""The outbox: one way to tell somebody something. Texts come from the catalogue and hold no client data."""

import logging
from collections.abc import Callable
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Now

from alongside.foundation.models import Letter

log = logging.getLogger("alongside.outbox")

TRIES = 5


def post(*, to: UUID, code: str, path: str, cause: UUID) -> None:
    """Leave a letter for a member of staff. The same cause, person and code are told once."""
    Letter.objects.get_or_create(cause_id=cause, to_staff_id=to, code=code, defaults={"path": path})


def at_once(tell: Callable[[], None]) -> None:
    """Tell within the act what cannot wait for its entry to settle.

    An entry has settled when every transaction that is older has ended, anywhere in the cluster: a long import, or the
    database looking after itself, would hold back a call for help. Where telling fails, the act stands, and the
    reaction to its entry tells later; what both tell is told once.
    """
    try:
        with transaction.atomic():
            tell()
    except Exception as fault:  # never the message: it may hold content
        log.error("outbox: not told at once: %s", type(fault).__name__)


def waits(*, to: UUID, code: str, path: str) -> bool:
    """Whether somebody was told this about this page already, and has not read it yet."""
    return Letter.objects.filter(to_staff_id=to, code=code, path=path, acknowledged_at=None).exists()


def claim(limit: int = 100) -> list[Letter]:
    """Letters that wait, each counted as tried. Commit before sending: nothing is sent inside a transaction."""
    waiting = Letter.objects.filter(sent_at=None, tries__lt=TRIES).order_by("made_at")
    claimed = list(waiting.select_for_update(skip_locked=True)[:limit])
    Letter.objects.filter(pk__in=[letter.pk for letter in claimed]).update(tries=F("tries") + 1)
    return claimed


def settle(letter: Letter, fault: OSError | None) -> None:
    """Write down that a letter was sent, or what kind of fault kept it here."""
    letter.sent_at, letter.fault = (None, type(fault).__name__) if fault else (Now(), "")
    letter.save(update_fields=["sent_at", "fault"])


def waiting_for(staff_id: UUID, most: int = 100) -> list[Letter]:
    """Letters to somebody that are not read yet, newest first."""
    return list(Letter.objects.filter(to_staff_id=staff_id, acknowledged_at=None).order_by("-made_at")[:most])


def acknowledge(letter: Letter) -> None:
    """The addressee has read it."""
    Letter.objects.filter(pk=letter.pk, acknowledged_at=None).update(acknowledged_at=Now())


def withdraw(*, code: str, path: str) -> None:
    """What letters of this code about this page asked for is done: nobody need read them any more."""
    Letter.objects.filter(code=code, path=path, acknowledged_at=None).update(acknowledged_at=Now())
