"""A functional assessment: whose, of what, over which days. What was decided is a signed document."""

from django.db import models
from django.db.models.functions import Now

from alongside.foundation.models import AgencyOwned, key


class Assessment(AgencyOwned):
    """Why somebody does something, asked over a span of days. Its decision is `document`, in signed versions."""

    client = key("people.Client")
    document = key("documents.Document")
    question = models.TextField(default="", blank=True, help_text="what the team wants to know")
    began_on = models.DateField(help_text="first day whose records count")
    until = models.DateField(help_text="last day whose records count")
    opened_by = key("workforce.Staff")
    opened_at = models.DateTimeField(db_default=Now())


class About(AgencyOwned):
    """A target that an assessment is about. Permanent."""

    assessment = key("assessments.Assessment")
    client = key("people.Client")
    target = key("plans.Target")
    first = models.BooleanField(default=False, help_text="the one that a plan is begun for")


class Closing(AgencyOwned):
    """An assessment was put aside without a decision, and why. Permanent."""

    assessment = key("assessments.Assessment")
    client = key("people.Client")
    staff = key("workforce.Staff")
    reason = models.TextField()
    at = models.DateTimeField(db_default=Now())
