"""What is done for an objective, by whom, how often, for how long and where."""

from django.db import models

from alongside.foundation.models import AgencyOwned, key


class InterventionLine(AgencyOwned):
    """One intervention of a version. `objective` is the number of what it serves, as it is read: 1.2."""

    version = key("plans.PlanVersion")
    client = key("people.Client")
    number = models.IntegerField()
    what = models.TextField()
    who = models.TextField(default="", blank=True, help_text="role or name")
    times_a_week = models.IntegerField(null=True)
    minutes = models.IntegerField(null=True, help_text="of one time")
    setting = models.TextField(default="", blank=True)
    objective = models.TextField(default="", blank=True)
