"""The sequencer: gives every settled entry its place in its agency's order.

An entry's id or time is drawn before its transaction commits, so "later than the last I saw" can miss one. Entries
whose transaction id lies below the oldest running one (the snapshot's xmin) have all settled: only they get a place.
After a restore into another cluster transaction ids begin anew; whatever is older than the epoch has settled too.
"""

from datetime import UTC, datetime
from uuid import UUID

from django.db import connection

from alongside.foundation.models import Epoch, Feed

PLACE = """
insert into foundation_position (id, entry_id, position)
select gen_random_uuid(), e.id, %(last)s + row_number() over (order by e.at < %(began)s desc, e.xact, e.at, e.id)
from foundation_entry e
where e.xact >= %(from)s::xid8 and (e.xact < %(until)s::xid8 or e.at < %(began)s)
  and not exists (select from foundation_position p where p.entry_id = e.id)
"""


def ensure_epoch() -> Epoch:
    """The cluster's present life. A system identifier not met before (after a restore) begins a new one."""
    with connection.cursor() as cursor:
        cursor.execute("select system_identifier::text from pg_control_system()")
        [identifier] = cursor.fetchone()
    epoch, _ = Epoch.objects.get_or_create(system_identifier=identifier)
    return epoch


def sequence(agency_id: UUID, epoch: Epoch) -> int:
    """Place what has settled since the last time; how many. Inside the agency's wall. One sequencer at a time."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_try_advisory_xact_lock(hashtextextended(%s, 0))", [f"sequence {agency_id}"])
        if not cursor.fetchone()[0]:
            return 0
        feed, _ = Feed.objects.get_or_create(name="sequencer")
        cursor.execute("select pg_snapshot_xmin(pg_current_snapshot())::text")
        [horizon] = cursor.fetchone()
        begin = feed.horizon if feed.epoch_id == epoch.pk else "0"
        cursor.execute(PLACE, {"last": feed.position, "from": begin, "until": horizon, "began": _restored_at(epoch)})
        placed: int = cursor.rowcount
    feed.position, feed.horizon, feed.epoch_id = feed.position + placed, horizon, epoch.pk
    feed.save(update_fields=["position", "horizon", "epoch_id"])
    return placed


def _restored_at(epoch: Epoch) -> datetime:
    """When this life of the cluster began, if there was one before it; entries older than that have settled."""
    return (
        epoch.began_at
        if Epoch.objects.filter(began_at__lt=epoch.began_at).exists()
        else datetime.min.replace(tzinfo=UTC)
    )
