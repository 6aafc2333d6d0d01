"""The ledger: what was done, read or refused, by whom, in which capacity. Ids and digests, never content."""

from django.db import models
from django.db.models.functions import Now

from alongside.foundation.models.owned import AgencyOwned


class Entry(AgencyOwned):
    """One act. Permanent. `xact` (added in the walls migration) is the transaction that wrote it."""

    at = models.DateTimeField(db_default=Now())
    verb = models.TextField()
    outcome = models.TextField(choices=[(o, o) for o in ("done", "read", "refused")])
    staff_id = models.UUIDField(null=True)
    account_id = models.UUIDField(null=True)
    role = models.TextField()
    relation = models.TextField()
    session_ref = models.TextField()
    request_id = models.UUIDField(null=True)
    on_behalf_of = models.UUIDField(null=True)
    subject = models.TextField()
    subject_id = models.UUIDField(null=True)
    client_id = models.UUIDField(null=True)
    reason = models.TextField(default="")
    digest = models.BinaryField(null=True)


class Position(AgencyOwned):
    """The place of a settled entry in its agency's order. Written by the sequencer alone. Permanent."""

    entry_id = models.UUIDField()
    position = models.BigIntegerField()


class Epoch(models.Model):
    """A life of the cluster: after a restore, transaction ids begin anew and older entries are settled."""

    system_identifier = models.TextField(unique=True)
    began_at = models.DateTimeField(db_default=Now())


class Feed(AgencyOwned):
    """How far a reader of settled entries (sequencer, reactions, sealing) has come."""

    name = models.TextField()
    position = models.BigIntegerField(default=0)
    horizon = models.TextField(default="0", help_text="transaction id below which all entries have a position")
    epoch_id = models.BigIntegerField(null=True)


class ParkedReaction(AgencyOwned):
    """A reaction that failed: tried again, and after five tries parked where the desk shows it."""

    entry_id = models.UUIDField()
    reaction = models.TextField()
    tries = models.IntegerField(default=0)
    fault = models.TextField()
    first_at = models.DateTimeField(db_default=Now())
    last_at = models.DateTimeField(db_default=Now())
    settled_at = models.DateTimeField(null=True)


class Seal(AgencyOwned):
    """A Merkle root over an interval of positions, chained to the seal before it. Permanent."""

    first_position = models.BigIntegerField()
    last_position = models.BigIntegerField()
    root = models.BinaryField()
    before = models.BinaryField(null=True)
    head = models.BinaryField()
    at = models.DateTimeField(db_default=Now())
