"""Files: content by its digest, and the names people gave it."""

from django.db import models
from django.db.models.functions import Now

from alongside.foundation.models.owned import AgencyOwned


class Blob(AgencyOwned):
    """Content, once per agency and digest. Type by content, not by name."""

    digest = models.TextField()
    size = models.BigIntegerField()
    media_type = models.TextField()
    content = models.BinaryField()
    made_at = models.DateTimeField(db_default=Now())


class StoredFile(AgencyOwned):
    """A file as somebody gave it: its name, and the blob it is. Permanent."""

    blob_id = models.UUIDField()
    name = models.TextField()
    staff_id = models.UUIDField(null=True)
    at = models.DateTimeField(db_default=Now())
