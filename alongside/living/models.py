"""Daily living: what was done with how much help. Permanent."""

from django.db import models
from django.db.models.functions import Now

from alongside.foundation.models import AgencyOwned, key


class Helped(AgencyOwned):
    """One activity, once, with the most help that it took (reference/living.toml). Permanent.

    Where it was refused, the level is the help that was offered.
    """

    session = key("sessions.Session")
    client = key("people.Client")
    staff = key("workforce.Staff")
    activity = models.TextField()
    level = models.TextField()
    choice = models.TextField(default="", blank=True, help_text="offered, taken, or nothing where there was none")
    refused = models.BooleanField(default=False)
    service_day = models.DateField()
    at = models.DateTimeField(help_text="by the clock of the device")
    received_at = models.DateTimeField(db_default=Now())
