"""Time spent together: begun, who was there, ended."""

from django.db import models
from django.db.models.functions import Now

from alongside.foundation.models import AgencyOwned, key


class Session(AgencyOwned):
    """A session as it began. Its id is made by whoever recorded it. Permanent: the end is a row of its own."""

    visit = key("schedule.Visit", null=True)
    client = key("people.Client")
    staff = key("workforce.Staff")
    programme = key("agencies.Programme")
    site = key("agencies.Site", null=True)
    place = models.TextField(default="", blank=True)
    place_of_service = models.TextField(default="99")
    began_at = models.DateTimeField()
    zone = models.TextField()
    service_day = models.DateField()
    plan_version = key("plans.PlanVersion", null=True, help_text="the behaviour plan in force when it began")
    overlap_reason = models.TextField(default="", blank=True, help_text="why another session ran at the same time")
    taken_from = models.TextField(default="", blank=True, help_text="where it was kept until it was taken over")
    received_at = models.DateTimeField(db_default=Now())


class Ending(AgencyOwned):
    """How a session ended. One per session. Permanent."""

    session = key("sessions.Session")
    client = key("people.Client")
    staff = key("workforce.Staff")
    ended_at = models.DateTimeField()
    early_reason = models.TextField(default="", blank=True)
    received_at = models.DateTimeField(db_default=Now())


class Presence(AgencyOwned):
    """Somebody else who was there. Permanent; taken back by a later row of the same `who` with `undone`."""

    session = key("sessions.Session")
    client = key("people.Client")
    party = key("parties.Party", null=True)
    who = models.TextField(help_text="name or part: teacher, mother")
    took_part = models.BooleanField(default=False, help_text="practised or was coached, not only present")
    undone = models.BooleanField(default=False)
    at = models.DateTimeField(db_default=Now())


class Verification(AgencyOwned):
    """Evidence that a session began, or ended, there and then. Once for a moment and a way of knowing. Permanent."""

    session = key("sessions.Session")
    client = key("people.Client")
    staff = key("workforce.Staff")
    moment = models.TextField(choices=[(m, m) for m in ("begin", "end")])
    how = models.TextField(help_text="reference/visits.toml, verification.hows")
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    accuracy_m = models.FloatField(null=True)
    device_at = models.DateTimeField(help_text="by the clock of the device")
    exception = models.TextField(default="", blank=True, help_text="reference/visits.toml, verification.exceptions")
    reason = models.TextField(default="", blank=True)
    received_at = models.DateTimeField(db_default=Now())


class ClockOff(AgencyOwned):
    """The clock of a device was wrong when something of a session was recorded. Permanent; what was recorded stays."""

    session = key("sessions.Session")
    client = key("people.Client")
    staff = key("workforce.Staff")
    record = models.UUIDField(help_text="what was recorded, by the id that the device gave it")
    kind = models.TextField(help_text="what kind of operation it was")
    at = models.DateTimeField(help_text="by the clock of the device")
    ahead_ms = models.BigIntegerField(help_text="about how far that clock was ahead; below none: behind")
    received_at = models.DateTimeField(help_text="when it was handed in, by the clock here")
