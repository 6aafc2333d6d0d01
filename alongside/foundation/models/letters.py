"""The outbox: messages to people, which never hold client data."""

from django.db import models
from django.db.models.functions import Now

from alongside.foundation.models.owned import AgencyOwned


class Letter(AgencyOwned):
    """One message to one member of staff: a code of the catalogue and the ids its link needs."""

    to_staff_id = models.UUIDField()
    code = models.TextField()
    path = models.TextField(default="")
    cause_id = models.UUIDField(help_text="the ledger entry it follows from: one letter per cause, person, code")
    made_at = models.DateTimeField(db_default=Now())
    sent_at = models.DateTimeField(null=True)
    acknowledged_at = models.DateTimeField(null=True)
    tries = models.IntegerField(default=0)
    fault = models.TextField(default="")
