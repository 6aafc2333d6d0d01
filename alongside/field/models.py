"""Devices, who is on them, what they handed in, and what became of it (docs/field-protocol.md)."""

from django.db import models
from django.db.models.functions import Now

from alongside.foundation.models import AgencyOwned, key

OUTCOMES = ("done", "held", "waiting")
WAYS = ("applied", "corrected", "set_aside", "forced")


class ServerKey(AgencyOwned):
    """The agency's own keys: one that devices seal to, one that packs are signed with. Private parts sealed at rest."""

    sealing_public = models.BinaryField(help_text="P-256, uncompressed point")
    sealing_private = models.TextField()
    signing_public = models.BinaryField(help_text="P-256, uncompressed point")
    signing_private = models.TextField()
    made_at = models.DateTimeField(db_default=Now())
    ended_at = models.DateTimeField(null=True, help_text="from then on it opens and signs nothing new")


class Device(AgencyOwned):
    """One browser profile. Its id is made on it; its token lets it hand in, and nothing else."""

    label = models.TextField()
    token_digest = models.BinaryField(help_text="SHA-256 of the token")
    enrolled_by = key("workforce.Staff")
    made_at = models.DateTimeField(db_default=Now())
    seen_at = models.DateTimeField(null=True)
    build = models.TextField(default="")
    minute = models.DateTimeField(null=True, help_text="the minute in which it last handed in")
    in_minute = models.IntegerField(default=0, help_text="how often it handed in, in that minute")
    turn = models.BigIntegerField(default=0, help_text="how often it handed in; a lower one than it knows: put back")
    lost_at = models.DateTimeField(null=True)
    lost_by = key("workforce.Staff", null=True)


class Enrolment(AgencyOwned):
    """One member of staff on one device. What comes under it is theirs, whoever sends it."""

    device = key("field.Device")
    staff = key("workforce.Staff")
    public_key = models.BinaryField(help_text="ECDSA P-256, uncompressed point")
    began_at = models.DateTimeField(db_default=Now())
    ended_at = models.DateTimeField(null=True)
    wiped_at = models.DateTimeField(null=True, help_text="when the device was last told to forget what it may read")
    next_seq = models.IntegerField(default=1, help_text="the first number that has not been used")


class OutboxKey(AgencyOwned):
    """A key under which operations were sealed, as it was handed in: sealed to the server's key."""

    device = key("field.Device")
    enrolment = key("field.Enrolment")
    sealed = models.BinaryField()
    made_at = models.DateTimeField()
    received_at = models.DateTimeField(db_default=Now())
    signature = models.BinaryField(null=True)
    signed_at = models.DateTimeField(null=True, help_text="when the author's signature for it was accepted")


class Receipt(AgencyOwned):
    """What became of an operation. Permanent. A later act (a gap filled, a decision) adds one of the next turn."""

    operation_id = models.UUIDField()
    digest = models.TextField(help_text="hex SHA-256")
    turn = models.IntegerField(default=1)
    device = key("field.Device")
    enrolment = key("field.Enrolment", null=True)
    staff = key("workforce.Staff", null=True)
    seq = models.IntegerField()
    claims = models.BooleanField(help_text="this receipt uses the number up")
    kind = models.TextField(default="")
    outcome = models.TextField(choices=[(o, o) for o in OUTCOMES])
    reasons = models.JSONField(default=list)
    at = models.DateTimeField(null=True, help_text="by the device's clock")
    tick = models.BigIntegerField(null=True, help_text="ms of the device's monotonic clock since its key was made")
    skew_ms = models.BigIntegerField(default=0, help_text="how far the device's clock was ahead when it handed in")
    received_at = models.DateTimeField(db_default=Now())


class Hold(AgencyOwned):
    """An operation that was not carried out, kept whole until it is, or until a person decides."""

    receipt = key("field.Receipt", help_text="the first one")
    operation_id = models.UUIDField()
    digest = models.TextField()
    device = key("field.Device")
    enrolment = key("field.Enrolment", null=True)
    staff = key("workforce.Staff", null=True)
    seq = models.IntegerField()
    key_id = models.UUIDField()
    kind = models.TextField(default="")
    on_id = models.UUIDField(null=True)
    client = key("people.Client", null=True)
    outcome = models.TextField(choices=[(o, o) for o in OUTCOMES])
    reasons = models.JSONField(default=list)
    body = models.JSONField(null=True, help_text="the operation, where it could be opened")
    envelope = models.JSONField(help_text="as it was handed in")
    off_ms = models.BigIntegerField(null=True, help_text="how far the clock was ahead when it was recorded, where much")
    received_at = models.DateTimeField(db_default=Now())
    settled_at = models.DateTimeField(null=True)


class Decision(AgencyOwned):
    """What a person decided about something held. Permanent; one for each hold."""

    hold = key("field.Hold")
    way = models.TextField(choices=[(w, w) for w in WAYS])
    by = key("workforce.Staff")
    reason = models.TextField(default="")
    corrected = models.JSONField(null=True, help_text="the details as they were corrected")
    at = models.DateTimeField(db_default=Now())
