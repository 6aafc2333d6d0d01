"""Somebody works alone: when they are due back, their words that they are safe, who looked for them. Permanent."""

from django.db import models
from django.db.models.functions import Now

from alongside.foundation.models import AgencyOwned, key


class Watch(AgencyOwned):
    """A session is watched until `due_at`, until somebody checks in, or until it ends. One per session."""

    session = key("sessions.Session")
    client = key("people.Client")
    staff = key("workforce.Staff")
    due_at = models.DateTimeField()
    by_rule = models.BooleanField(default=False, help_text="opened by the place of the visit, not by hand")
    began_at = models.DateTimeField(db_default=Now())


class CheckIn(AgencyOwned):
    """A word from out there, or by who looked: more time until `due_at`, or safe where that is empty."""

    watch = key("safety.Watch")
    staff = key("workforce.Staff")
    due_at = models.DateTimeField(null=True)
    at = models.DateTimeField(help_text="by the clock of the device")
    received_at = models.DateTimeField(db_default=Now())


class Escalation(AgencyOwned):
    """Who was told that a watch was overdue, when, at which step. Each once for each time it was due."""

    watch = key("safety.Watch")
    due_at = models.DateTimeField()
    step = models.IntegerField(help_text="1: who supervises; 2: who may look after anybody here")
    told = key("workforce.Staff")
    at = models.DateTimeField(db_default=Now())


class Duress(AgencyOwned):
    """A quiet signal: I need somebody now and cannot speak."""

    staff = key("workforce.Staff")
    session = key("sessions.Session", null=True)
    client = key("people.Client", null=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    at = models.DateTimeField(help_text="by the clock of the device")
    received_at = models.DateTimeField(db_default=Now())


class DuressAnswer(AgencyOwned):
    """Somebody looked after it. One per signal."""

    duress = key("safety.Duress")
    staff = key("workforce.Staff")
    words = models.TextField()
    at = models.DateTimeField(db_default=Now())
