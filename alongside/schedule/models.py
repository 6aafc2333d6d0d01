"""Time promised: visits."""

from django.db import models
from django.db.models.functions import Now

from alongside.foundation.models import AgencyOwned, key


class Visit(AgencyOwned):
    """A planned visit: who, with whom, when, where, for which programme."""

    client = key("people.Client")
    staff = key("workforce.Staff")
    programme = key("agencies.Programme")
    site = key("agencies.Site", null=True)
    place = models.TextField(default="", blank=True, help_text="room, or where to meet")
    begins_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    zone = models.TextField()
    service_day = models.DateField(help_text="the day it begins, in its zone")
    overlap_reason = models.TextField(default="", blank=True, help_text="why it may overlap another visit")
    outside_ref = models.TextField(default="", blank=True, help_text="its id where it was imported from")
    made_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(ends_at__gt=models.F("begins_at")), name="visit_ends_later")
        ]


class Calloff(AgencyOwned):
    """A visit that did not happen: cancelled, no-show or rescheduled, with the reason. Permanent."""

    visit = key("schedule.Visit")
    client = key("people.Client")
    kind = models.TextField(choices=[(k, k) for k in ("cancelled", "no-show", "rescheduled")])
    reason = models.TextField(help_text="a code of reference/visits.toml")
    remark = models.TextField(default="", blank=True)
    staff = key("workforce.Staff", null=True)
    at = models.DateTimeField(db_default=Now())
