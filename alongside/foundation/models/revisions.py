"""What an editable row was before a change, and what it became."""

from django.db import models
from django.db.models.functions import Now

from alongside.foundation.models.owned import AgencyOwned


class Revision(AgencyOwned):
    """One change of one row: the changed columns only, old and new. Permanent."""

    subject = models.TextField()
    subject_id = models.UUIDField()
    before = models.JSONField()
    after = models.JSONField()
    staff_id = models.UUIDField(null=True)
    reason = models.TextField(default="")
    at = models.DateTimeField(db_default=Now())
