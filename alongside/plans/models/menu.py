"""What a client works for, and how it was found out."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from alongside.foundation.models import AgencyOwned, key


class Reinforcer(AgencyOwned):
    """One line of a client's menu, from when it was offered until it is taken off. Another price is another line.

    Preferences change faster than plans: the menu has its own dates and needs no new version of the plan.
    """

    client = key("people.Client")
    text = models.TextField()
    cost = models.IntegerField(default=0, help_text="tokens; 0 is given without any")
    schedule = models.TextField(help_text="key in reference/reinforcement.toml")
    every = models.IntegerField(null=True, help_text="responses or minutes, as the schedule counts")
    added_by = key("workforce.Staff")
    began_at = models.DateTimeField(db_default=Now())
    ended_at = models.DateTimeField(null=True)
    ended_by = key("workforce.Staff", null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="reinforcer_cost", condition=Q(cost__gte=0)),
            models.CheckConstraint(name="reinforcer_every", condition=Q(every__isnull=True) | Q(every__gte=1)),
        ]


class Preference(AgencyOwned):
    """What a preference assessment found: items in order, the most preferred first. Permanent."""

    client = key("people.Client")
    staff = key("workforce.Staff")
    method = models.TextField(help_text="key in reference/reinforcement.toml")
    done_on = models.DateField()
    ranked = models.JSONField(help_text="names, the most preferred first")
    remark = models.TextField(default="", blank=True)
    received_at = models.DateTimeField(db_default=Now())
