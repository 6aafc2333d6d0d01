"""A crisis as it happens: begun with one tap, a line for each step, closed."""

from django.db import models
from django.db.models.functions import Now

from alongside.foundation.models import AgencyOwned, key


class Crisis(AgencyOwned):
    """A crisis from when somebody asked for help. Its id is made by whoever was there.

    It may begin before anybody said whose it is (on a locked device). That is said once; the database lets nothing
    else of it change.
    """

    client = key("people.Client", null=True)
    session = key("sessions.Session", null=True)
    staff = key("workforce.Staff")
    began_at = models.DateTimeField(help_text="by the clock of the device")
    received_at = models.DateTimeField(db_default=Now())


class CrisisLine(AgencyOwned):
    """One step, as it was tapped. Permanent."""

    crisis = key("incidents.Crisis")
    staff = key("workforce.Staff")
    line = models.TextField(help_text="key in reference/crisis.toml")
    words = models.TextField(default="", blank=True)
    at = models.DateTimeField(help_text="by the clock of the device")
    received_at = models.DateTimeField(db_default=Now())


class CrisisClosing(AgencyOwned):
    """It is over. One per crisis. Permanent."""

    crisis = key("incidents.Crisis")
    staff = key("workforce.Staff")
    closed_at = models.DateTimeField(help_text="by the clock of the device")
    received_at = models.DateTimeField(db_default=Now())
