"""Plans, their versions, and a treatment plan's goals and objectives."""

from django.db import models
from django.db.models.functions import Now

from alongside.foundation.models import AgencyOwned, key


class Plan(AgencyOwned):
    """A client's treatment plan or behaviour plan, through all its versions."""

    client = key("people.Client")
    kind = models.TextField(choices=[(k, k) for k in ("treatment", "behaviour")])
    made_at = models.DateTimeField(db_default=Now())


class PlanVersion(AgencyOwned):
    """One version: written while `published_at` is empty, permanent afterwards, in force until `ended_at`."""

    plan = key("plans.Plan")
    client = key("people.Client")
    number = models.IntegerField()
    summary = models.TextField(default="", blank=True, help_text="what is new in this version, in a sentence")
    function = models.TextField(default="", blank=True, help_text="why the behaviour happens, as far as is known")
    made_by = key("workforce.Staff")
    made_at = models.DateTimeField(db_default=Now())
    published_at = models.DateTimeField(null=True)
    published_by = key("workforce.Staff", null=True)
    ended_at = models.DateTimeField(null=True)
    review_on = models.DateField(null=True)


class Goal(AgencyOwned):
    """What the client wants, in their words where there are any."""

    version = key("plans.PlanVersion")
    client = key("people.Client")
    number = models.IntegerField()
    words = models.TextField()
    own_words = models.BooleanField(default=False)


class Objective(AgencyOwned):
    """A measurable step to a goal: baseline, measure, criterion and date are columns, not prose."""

    goal = key("plans.Goal")
    client = key("people.Client")
    number = models.IntegerField()
    text = models.TextField()
    target = key("plans.Target", null=True)
    unit = models.TextField(default="", help_text="per hour, percent, minutes")
    baseline = models.FloatField(null=True)
    comparator = models.TextField(choices=[(c, c) for c in ("<=", ">=")], default=">=")
    criterion = models.FloatField()
    sessions_in_a_row = models.IntegerField(default=3)
    due_on = models.DateField()
