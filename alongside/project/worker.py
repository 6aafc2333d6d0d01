"""The worker: follows each agency's ledger, sends letters, seals. Woken by the database, else every half minute."""

import json
import logging
import os
import signal
import time
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import django
from django.conf import settings
from django.core.mail import send_mail
from django.db import connection, transaction

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.project.settings")
django.setup()

from alongside.agencies.lookups import every_agency  # noqa: E402  (models load after setup)
from alongside.foundation import feeds, outbox, sealing, tenancy  # noqa: E402
from alongside.foundation.messages import say  # noqa: E402
from alongside.foundation.models import Epoch  # noqa: E402
from alongside.plans.expiring import tell_of_approvals  # noqa: E402
from alongside.plans.reviewing import tell_of_reviews  # noqa: E402
from alongside.project.powers import refuse_if_powerful  # noqa: E402
from alongside.project.reactions import FOLLOWER  # noqa: E402
from alongside.safety.overdue import escalate  # noqa: E402
from alongside.workforce.lookups import mail_address  # noqa: E402

log = logging.getLogger("alongside.worker")

AWAKE_AT_LEAST_EVERY = 30.0  # seconds
SEAL_EVERY = 60.0  # seconds


def main() -> None:
    """Run until SIGTERM or SIGINT, under a role that cannot step over the walls."""
    refuse_if_powerful(connection)
    stopping: list[int] = []
    for sign in (signal.SIGTERM, signal.SIGINT):
        signal.signal(sign, lambda number, frame: stopping.append(number))
    sealed = 0.0
    while not stopping:
        seal_now = time.monotonic() - sealed > SEAL_EVERY
        once(seal_now=seal_now)
        sealed = time.monotonic() if seal_now else sealed
        wait(AWAKE_AT_LEAST_EVERY, stopping)


def once(*, seal_now: bool) -> None:
    """One round over all agencies."""
    with transaction.atomic():
        epoch = feeds.ensure_epoch()
    for agency_id in every_agency():
        serve_agency(agency_id, epoch, seal_now=seal_now)


def serve_agency(agency_id: UUID, epoch: Epoch, *, seal_now: bool) -> None:
    """Place, react, look for who is overdue, approvals that end and plans to look over, send, seal for one agency.

    A fault here is logged by its kind and spoils no other agency.
    """
    try:
        with tenancy.inside(agency_id):
            feeds.sequence(agency_id, epoch)
        feeds.follow(agency_id, FOLLOWER)
        with tenancy.inside(agency_id):
            escalate()
            tell_of_approvals()
            tell_of_reviews()
        send_letters(agency_id)
        if seal_now:
            with tenancy.inside(agency_id):
                seal = sealing.seal()
            if seal:
                keep_outside(agency_id, seal.last_position, bytes(seal.head))
    except Exception as fault:
        log.error("worker: agency %s: %s", agency_id, type(fault).__name__)
        connection.close()


def send_letters(agency_id: UUID) -> None:
    """Letters stand on the desk; where a mail server is set they go by mail too. They hold no client data."""
    if not settings.EMAIL_HOST:
        return
    with tenancy.inside(agency_id):
        claimed = [(letter, mail_address(letter.to_staff_id)) for letter in outbox.claim()]
    for letter, address in claimed:
        fault = None
        try:
            if address:
                send_mail(say("foundation.letter.subject"), say(letter.code), None, [address])
        except OSError as failed:
            fault = failed
        with tenancy.inside(agency_id):
            outbox.settle(letter, fault)


def keep_outside(agency_id: UUID, last_position: int, head: bytes) -> None:
    """Head and count of the sealed ledger, outside the database: a cut-off or rewritten ledger shows."""
    folder = Path(settings.DATA) / "seals"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    line = {"at": datetime.now(UTC).isoformat(), "last": last_position, "head": head.hex()}
    with (folder / f"{agency_id}.jsonl").open("a") as file:
        file.write(json.dumps(line) + "\n")


def wait(seconds: float, stopping: list[int]) -> None:
    """Sleep until an agency writes an entry, or the time is over. Waiting costs the database nothing."""
    with connection.cursor() as cursor:
        cursor.execute("listen alongside_entries")
    until = time.monotonic() + seconds
    while not stopping and time.monotonic() < until:
        for _ in connection.connection.notifies(timeout=1.0, stop_after=1):
            time.sleep(0.2)  # let what belongs together commit
            return


if __name__ == "__main__":
    main()
