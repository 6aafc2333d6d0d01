"""What happened in a session, as observed: append-only, corrected only by a successor."""

from django.db import models
from django.db.models.functions import Now

from alongside.foundation.models import AgencyOwned, key


class Observation(AgencyOwned):
    """One observation of one target. Its id is made where it was seen. Permanent.

    `details` holds what the measure needs (reference/measures.toml). A correction or a retraction is a new
    row that names the one it follows; each row has at most one successor.
    """

    session = key("sessions.Session")
    client = key("people.Client")
    target = key("plans.Target")
    measure = models.TextField()
    details = models.JSONField()
    happened_at = models.DateTimeField(help_text="by the clock of the device")
    zone = models.TextField()
    service_day = models.DateField()
    observer = key("workforce.Staff")
    second = models.BooleanField(default=False, help_text="by an independent second observer")
    follows = key("behaviour.Observation", null=True)
    retracts = models.BooleanField(default=False)
    reason = models.TextField(default="", blank=True)
    received_at = models.DateTimeField(db_default=Now())


class Scored(AgencyOwned):
    """Which observation scores an interval, where the measure scores each once. Kept by PostgreSQL with the stream."""

    session = key("sessions.Session")
    client = key("people.Client")
    target = key("plans.Target")
    measure = models.TextField()
    second = models.BooleanField()
    number = models.IntegerField(help_text="of the interval, from 1")
    observation = key("behaviour.Observation")


class OpenTimer(AgencyOwned):
    """A timer that runs now: not yet an observation. Goes when it is stopped or dropped."""

    session = key("sessions.Session")
    client = key("people.Client")
    target = key("plans.Target")
    staff = key("workforce.Staff")
    began_at = models.DateTimeField(help_text="by the clock of the device")


class Tally(AgencyOwned):
    """Per session, target, measure and observer side: what the stream adds up to.

    Derived: written with the recording, remade by `alongside rebuild tallies`. Sums are exact decimals, so that
    adding and taking back in any order ends where adding once does.
    """

    session = key("sessions.Session")
    client = key("people.Client")
    target = key("plans.Target")
    measure = models.TextField()
    second = models.BooleanField(default=False)
    service_day = models.DateField()
    began_at = models.DateTimeField()
    n = models.IntegerField(default=0, help_text="standing observations")
    numerator = models.DecimalField(max_digits=16, decimal_places=3, default=0)
    denominator = models.FloatField(null=True, help_text="records or hours, where the measure divides by them")
    value = models.FloatField(null=True, help_text="in the measure's unit; empty when undefined")
    updated_at = models.DateTimeField(db_default=Now())


class Deviation(AgencyOwned):
    """The plan was not followed to the letter, and why. Permanent."""

    session = key("sessions.Session")
    client = key("people.Client")
    staff = key("workforce.Staff")
    strategy = key("plans.Strategy", null=True)
    what = models.TextField()
    reason = models.TextField()
    at = models.DateTimeField(db_default=Now())
    received_at = models.DateTimeField(db_default=Now(), help_text="1970 for those from before this was kept")


class StrategyUse(AgencyOwned):
    """A strategy of the plan was used in a session. Permanent; taken back by a row with `undone`."""

    session = key("sessions.Session")
    client = key("people.Client")
    staff = key("workforce.Staff")
    strategy = key("plans.Strategy")
    undone = models.BooleanField(default=False)
    at = models.DateTimeField(db_default=Now())
    received_at = models.DateTimeField(db_default=Now(), help_text="1970 for those from before this was kept")
