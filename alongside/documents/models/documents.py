"""The document engine: a draft that may change, versions that never do, signatures on a version's digest."""

from django.db import models
from django.db.models.functions import Now

from alongside.foundation.models import AgencyOwned, key


class Document(AgencyOwned):
    """One account of something, on an edition of a form. What it is about is known by the app above."""

    client = key("people.Client")
    author = key("workforce.Staff")
    form = models.TextField(help_text="key of a form in reference/forms/")
    form_edition = models.TextField()
    made_at = models.DateTimeField(db_default=Now())


class Draft(AgencyOwned):
    """The text at work. `saved` counts savings: a save based on an older count keeps both for a person."""

    document = key("documents.Document")
    body = models.JSONField()
    saved = models.IntegerField(default=1)
    saved_at = models.DateTimeField(db_default=Now())
    saved_by = key("workforce.Staff")


class Aside(AgencyOwned):
    """A draft text that was not based on the newest one: kept beside it until a person chooses. Permanent."""

    document = key("documents.Document")
    body = models.JSONField()
    based_on = models.IntegerField()
    staff = key("workforce.Staff")
    at = models.DateTimeField(db_default=Now())


class Version(AgencyOwned):
    """A text as signed: its canonical bytes' SHA-256 (RFC 8785) binds form edition, body and cited rows. Permanent."""

    document = key("documents.Document")
    number = models.IntegerField()
    kind = models.TextField(choices=[(k, k) for k in ("first", "corrected", "addendum")])
    body = models.JSONField()
    digest = models.TextField(help_text="hex SHA-256 of the canonical bytes")
    reason = models.TextField(default="", blank=True)
    late = models.BooleanField(default=False, help_text="signed after the limit in force for its session")
    made_by = key("workforce.Staff")
    at = models.DateTimeField(db_default=Now())


class Signature(AgencyOwned):
    """One person's signature on one version: who, as what, meaning what, as printed then. Permanent."""

    version = key("documents.Version")
    staff = key("workforce.Staff")
    meaning = models.TextField(choices=[(m, m) for m in ("authored", "co-signed")])
    digest = models.TextField()
    name = models.TextField()
    credential = models.TextField(default="", blank=True)
    capacity = models.TextField()
    confirmed_at = models.DateTimeField(help_text="when the signer last proved who they are")
    at = models.DateTimeField(db_default=Now())


class Return(AgencyOwned):
    """A version sent back to its author, with the reason. Permanent."""

    version = key("documents.Version")
    staff = key("workforce.Staff")
    reason = models.TextField()
    at = models.DateTimeField(db_default=Now())


class DeviceSignature(AgencyOwned):
    """What a signature made without signal stands on: the statement that a device's key signed, and when. Permanent.

    It is whole in itself: the key's public part stands beside it, so that it is verified when the device is long gone.
    """

    signature = key("documents.Signature")
    device_id = models.UUIDField()
    enrolment_id = models.UUIDField()
    statement = models.JSONField(help_text="what was signed, as canonical JSON (docs/field-protocol.md, section 6)")
    public_key = models.BinaryField(help_text="P-256, uncompressed point")
    value = models.BinaryField(help_text="r || s")
    signed_at = models.DateTimeField(help_text="by the clock of the device")
    at = models.DateTimeField(db_default=Now())
